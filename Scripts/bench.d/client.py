"""Clients: wrk on a core of its own, and a plain one for exact numbers of requests."""

import re
import socket
import statistics
import subprocess

import peers
from machine import CLIENT_CORE, Unavailable, cpu_seconds, on_core


def ask(server, target, fields=()):
    """Head and body of one answer, as bytes."""
    with Connection(server) as connection:
        return connection.ask(request(target, fields))


def request(target, fields=()):
    lines = [f"GET {target} HTTP/1.1", "Host: 127.0.0.1", *fields, "", ""]
    return "\r\n".join(lines).encode()


class Connection:
    """One connection that asks and waits for the whole answer."""

    def __init__(self, server, timeout=60):
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout)
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def ask(self, request):
        self.socket.sendall(request)
        return self.answer()

    def answer(self):
        """The next answer; one without Content-Length ends with the connection."""
        head, body = self.begin()
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.I)
        while length is None or len(body) < int(length.group(1)):
            more = self.socket.recv(1 << 20)
            if not more:
                break
            body += more
        end = len(body) if length is None else int(length.group(1))
        self.buffer = body[end:]
        return head, body[:end]

    def begin(self):
        """The head of the next answer, and what came of its body already."""
        while b"\r\n\r\n" not in self.buffer:
            more = self.socket.recv(1 << 20)
            if not more:
                raise Unavailable("the server closed a connection before it answered")
            self.buffer += more
        head, _, body = self.buffer.partition(b"\r\n\r\n")
        self.buffer = b""
        return head + b"\r\n\r\n", body


def wrk(server, target, seconds, connections=64, fields=(), script=None, arguments=()):
    """What wrk prints after some seconds; not one answer may have been wrong."""
    command = [
        peers.tool("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
        "--latency"]
    for field in fields:
        command += ["-H", field]
    if script:
        command += ["-s", script]
    command += [server.url(target), "--", *arguments]
    run = subprocess.run(
        on_core(CLIENT_CORE, command), capture_output=True, text=True, timeout=seconds + 60)
    printed = run.stdout
    wrong = re.search(r"Non-2xx.*|Socket errors: .*", printed)
    if run.returncode != 0 or wrong:
        words = wrong.group(0) if wrong else run.stderr.strip()[-200:]
        raise Unavailable(f"{server.name}: {words}")
    return printed


class Load:
    """One way of asking a server, again and again."""

    def __init__(self, name, server, target="/", **options):
        self.name, self.server, self.target, self.options = name, server, target, options

    def microseconds(self, seconds):
        """The server's CPU time per request, over some seconds."""
        before = cpu_seconds(self.server.pid)
        printed = wrk(self.server, self.target, seconds, **self.options)
        used = cpu_seconds(self.server.pid) - before
        count = int(re.search(r"(\d+) requests in", printed).group(1))
        if count == 0:
            raise Unavailable(f"{self.server.name} answered nothing")
        return used / count * 1e6


class Rounds:
    """Loads measured in turns, so that what disturbs the machine disturbs all of them alike."""

    def __init__(self, loads, bench):
        for load in loads:
            load.microseconds(1)
        self.figures = {load.name: [] for load in loads}
        for number in range(bench.rounds):
            for load in loads:
                bench.progress(f"round {number + 1} of {bench.rounds}, {load.name}")
                self.figures[load.name].append(load.microseconds(bench.seconds))

    def median(self, name):
        return statistics.median(self.figures[name])

    def ratio(self, name, peer):
        """The median of the ratios, round by round."""
        return statistics.median(
            ours / theirs for ours, theirs in zip(self.figures[name], self.figures[peer]))

    def text(self, name):
        return f"{self.median(name):.1f} µs"

"""Large answers: what they take of memory, and whether other clients notice them."""

import math
import re
import socket
import threading

import client
import servers
from folders import Folder
from machine import Unavailable, cpu_seconds, memory
from table import Row

OBSERVATIONS = 1_000_000
# A slow client takes this much of an answer, then waits: about 3 MB/s.
BITE = 64 << 10
PAUSE = 0.02
FORMATS = ["ndjson", "csv"]
# What the other client asks meanwhile: the province of the repeated question is not in this folder.
TARGET = "/v1/provinces/synthetic-0048"


def measure(bench):
    folder = Folder(OBSERVATIONS)
    rows = []
    with servers.thuocdo(bench.binary, folder.path, wait=300) as server:
        for form in FORMATS:
            target = f"/v1/observations?format={form}"
            head, _ = client.ask(server, f"{target}&limit=1", ["Connection: close"])
            status = head.split(b" ")[1].decode()
            if status != "200":
                rows.append(Row(f"4. a million rows of {form}", why=f"{status} is answered"))
                continue
            bench.progress(f"a million rows of {form} at once")
            rows.append(_whole(server, form, target))
            for clients in (1, 8):
                bench.progress(f"a million rows of {form} for {clients} slow")
                rows += _slow(bench, server, form, target, clients)
    return rows


def _whole(server, form, target):
    """One client that takes all of it as fast as it comes."""
    before = cpu_seconds(server.pid)
    with client.Connection(server) as connection:
        connection.socket.sendall(client.request(target, ["Connection: close"]))
        lines = count = 0
        while piece := connection.socket.recv(1 << 20):
            lines += piece.count(b"\n")
            count += len(piece)
    used = cpu_seconds(server.pid) - before
    if lines < OBSERVATIONS:
        raise Unavailable(f"{form}: {lines:,} rows came of {OBSERVATIONS:,}")
    return Row(
        f"4. a million rows of {form}", f"{used:.2f} s of CPU", f"{count / 1e6:.0f} MB",
        count / 1e6 / used, "{:.0f} MB/s")


def _slow(bench, server, form, target, clients):
    client.wrk(server, TARGET, 1, connections=1)
    before = memory(server.pid)["VmRSS"]
    alone = _ninety_ninth(client.wrk(server, TARGET, bench.seconds, connections=1))
    with Takers(server, target, clients) as takers:
        slowest = _ninety_ninth(client.wrk(server, TARGET, bench.seconds, connections=1))
    each = max(0, takers.most - before) / clients / 2**20
    label = f"4. {form} to {clients} slow client{'s' * (clients > 1)}"
    return [
        Row(
            f"{label}, memory", f"{takers.most / 2**20:.0f} MiB",
            f"before: {before / 2**20:.0f} MiB", each, "{:.2f} MiB each", ("≤", 1)),
        Row(
            f"{label}, another's p99", f"{slowest:.2f} ms", f"alone: {alone:.2f} ms", slowest,
            "{:.2f} ms", ("≤", 5)),
    ]


class Takers:
    """Slow clients, and the most that the server held meanwhile."""

    def __init__(self, server, target, count):
        self.server, self.most = server, 0
        self.over = threading.Event()
        asked = client.request(target)
        self.threads = [
            threading.Thread(target=self._take, args=(asked,)) for _ in range(count)]
        self.threads.append(threading.Thread(target=self._look))

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def _take(self, asked):
        with socket.socket() as taker:
            # A small window, so that the server and not the kernel holds what is not taken.
            taker.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BITE)
            taker.connect(("127.0.0.1", self.server.port))
            taker.sendall(asked)
            while taker.recv(BITE) and not self.over.wait(PAUSE):
                pass

    def _look(self):
        while not self.over.wait(0.05):
            self.most = max(self.most, memory(self.server.pid)["VmRSS"])


def _ninety_ninth(printed):
    """wrk's 99th percentile in milliseconds; for ever where nothing was answered."""
    if re.search(r" 0 requests in", printed):
        return math.inf
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", printed).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

"""Over TLS: a question that was asked before, a handshake, a connection at rest."""

import contextlib
import re
import shutil
import ssl
import subprocess

import servers
from client import Connection, Load, Rounds, ask, request
from machine import CLIENT_CORE, WORK, Unavailable, cpu_seconds, family, memory, on_core
from repeated import TARGET
from table import Row


class Handshakes:
    """New connections without an earlier session, one after another."""

    def __init__(self, name, server):
        self.name, self.server = name, server

    def microseconds(self, seconds):
        """The server's CPU time per handshake, over some seconds."""
        before = cpu_seconds(self.server.pid)
        run = subprocess.run(
            on_core(CLIENT_CORE, [
                "openssl", "s_time", "-connect", f"127.0.0.1:{self.server.port}", "-new",
                "-time", seconds]), capture_output=True, text=True, timeout=seconds + 60)
        used = cpu_seconds(self.server.pid) - before
        count = re.search(r"(\d+) connections in \d+ real seconds", run.stdout)
        if count is None or int(count.group(1)) == 0:
            raise Unavailable(f"{self.server.name}: {run.stderr.strip()[-100:]}")
        return used / int(count.group(1)) * 1e6


def measure(bench):
    pair = _pair()
    with contextlib.ExitStack() as stack:
        with servers.thuocdo(bench.binary, bench.bundled) as plain:
            body = ask(plain, TARGET)[1]
        ours = stack.enter_context(servers.thuocdo(bench.binary, bench.bundled, pair=pair))
        nginx = stack.enter_context(servers.nginx(TARGET, body, pair=pair))
        # Before all else: what a server has once taken for its work is not an idle client's.
        count = 1000
        idle, idle_beside = _idle(ours, count), _idle(nginx, count)
        rounds = Rounds(
            [Load("ours", ours, TARGET), Load("nginx", nginx, TARGET)], bench)
        hands = Rounds([Handshakes("ours", ours), Handshakes("nginx", nginx)], bench)
    return [
        Row("D. repeated question over TLS", rounds.text("ours"), f"nginx: {rounds.text('nginx')}",
            rounds.ratio("ours", "nginx"), wanted=("≤", 1.1)),
        Row("D. TLS handshake", hands.text("ours"), f"nginx: {hands.text('nginx')}",
            hands.ratio("ours", "nginx"), wanted=("≤", 1.1)),
        Row(f"D. idle TLS connection, of {count:,}", f"{idle / 1024:.1f} kB",
            f"nginx: {idle_beside / 1024:.1f} kB", idle / idle_beside, wanted=("≤", 1.0)),
    ]


def _pair():
    if shutil.which("openssl") is None:
        raise Unavailable("cannot be installed here: openssl, to make a certificate with")
    certificate, key = WORK / "cert.pem", WORK / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


def _idle(server, count):
    """The resident bytes that a connection costs which has asked once and rests."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    resident = lambda: sum(memory(pid)["VmRSS"] for pid in family(server.pid))  # noqa: E731
    with contextlib.ExitStack() as crowd:
        def join():
            client = crowd.enter_context(Connection(server))
            client.socket = context.wrap_socket(client.socket)
            client.ask(request(TARGET))

        for _ in range(10):
            join()
        before = resident()
        for _ in range(count):
            join()
        return (resident() - before) / count

"""Two loops instead of one: what a request costs more, and how connections spread."""

import os
import pathlib
import re
import socket

import callgrind
import servers
from repeated import TARGET
from table import Row

CONNECTIONS = 512


def measure(bench):
    counts = []
    for threads in (1, 2):
        bench.progress(f"valgrind counts with {threads} loop{'s' * (threads > 1)}")
        counts.append(
            callgrind.count(bench.binary, bench.bundled, TARGET, 2000, threads, connections=16))
    one, two = (count.instructions for count in counts)
    return [
        Row(
            "7. instructions, two loops", f"{two:,.0f}", f"one loop: {one:,.0f}", two / one,
            "{:.3f} ×", ("≤", 1.05)),
        *_spread(bench),
    ]


def _spread(bench):
    bench.progress(f"{CONNECTIONS} connections to two loops")
    with servers.thuocdo(bench.binary, bench.bundled, threads=2, core=None) as server:
        before = _sockets(server.pid)
        address = ("127.0.0.1", server.port)
        clients = [socket.create_connection(address, 10) for _ in range(CONNECTIONS)]
        for client in clients:
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            client.recv(4096)
        counts = _watched(server.pid, _sockets(server.pid) - before)
        for client in clients:
            client.close()
    shares = [count / CONNECTIONS * 100 for count in counts]
    text = f"{counts[0]} and {counts[1]} connections"
    return [
        Row(
            f"7. {CONNECTIONS} connections, the loop with fewer", text, "an even half", shares[0],
            "{:.0f} %", ("≥", 40)),
        Row(
            f"7. {CONNECTIONS} connections, the loop with more", text, "an even half", shares[1],
            "{:.0f} %", ("≤", 60)),
    ]


def _sockets(pid):
    """The descriptors of a process that are sockets."""
    folder = pathlib.Path(f"/proc/{pid}/fd")
    return {entry.name for entry in folder.iterdir() if os.readlink(entry).startswith("socket:")}


def _watched(pid, sockets):
    """How many of these the two busiest epoll instances of a process watch, the fewer first.

    Every loop has an instance of its own, and the kernel lists what it watches in fdinfo.
    """
    counts = []
    for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        if "eventpoll" in os.readlink(entry):
            watched = pathlib.Path(f"/proc/{pid}/fdinfo/{entry.name}").read_text()
            counts.append(len(sockets.intersection(re.findall(r"tfd:\s*(\d+)", watched))))
    return sorted(counts)[-2:]

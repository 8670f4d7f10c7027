"""From exec to `listening on`, and how large the program is, on disk and in memory."""

import os
import pathlib
import signal
import statistics
import time

import peers
import servers
from machine import Unavailable, memory
from table import Row


def measure(bench):
    binaries = {"dynamic": bench.binary}
    problem = None
    try:
        bench.progress("building the static binary")
        binaries["static"] = peers.thuocdo_static()
    except Unavailable as unavailable:
        problem = str(unavailable)
    empty = [str(peers.empty_program())]
    commands = {
        name: [str(binary), "serve", "--port", "0", "--data", str(bench.bundled)]
        for name, binary in binaries.items()}
    times = {name: [] for name in [*commands, "empty"]}
    for number in range(bench.starts):
        bench.progress(f"start {number + 1} of {bench.starts}")
        times["empty"].append(_milliseconds(empty))
        for name, command in commands.items():
            times[name].append(_milliseconds(command))
    rows = []
    for name in binaries:
        rows += _rows(bench, name, binaries[name], times)
    if problem:
        rows.append(Row("6. start, static", why=problem))
    return rows


def _rows(bench, name, binary, times):
    ours, empty = statistics.median(times[name]), statistics.median(times["empty"])
    ratio = statistics.median(a / b for a, b in zip(times[name], times["empty"]))
    with servers.thuocdo(binary, bench.bundled) as server:
        size = memory(server.pid)
    own, shared = size["RssAnon"] / 2**20, size["RssFile"] / 2**20
    disk = pathlib.Path(binary).stat().st_size / 2**20
    return [
        Row(
            f"6. start, {name}", f"{ours:.1f} ms", f"an empty program: {empty:.1f} ms", ratio,
            "{:.1f} ×", ("≤", 10)),
        Row(
            f"6. size, {name}", f"{disk:.1f} MiB on disk",
            f"{own:.1f} MiB of memory of its own and {shared:.1f} MiB of files", own + shared,
            "{:.1f} MiB"),
    ]


def _milliseconds(command):
    """From exec to the line that begins with `listening on`."""
    reader, writer = os.pipe()
    null = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    begun = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    os.close(writer)
    line = os.read(reader, 4096)
    took = (time.perf_counter() - begun) * 1000
    try:
        os.kill(pid, signal.SIGKILL)
    finally:
        os.waitpid(pid, 0)
        os.close(reader)
        os.close(null)
    if not line.startswith(b"listening on"):
        raise Unavailable(f"{command[0]} does not listen")
    return took

"""Instructions and allocations of a request, counted by valgrind: the same on every machine."""

import re
import time

import client
import peers
import servers
from machine import WORK, output

# Everything that gets memory in a Swift program ends in one of these.
ALLOCATIONS = {"malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign"}


class Count:
    def __init__(self, path, requests):
        text = path.read_text(errors="replace")
        names = dict(re.findall(r"^c?fn=(\(\d+\)) (.+)$", text, re.M))
        allocations = 0
        calls_of = r"^cfn=(\(\d+\)).*\ncalls=(\d+)"
        for callee, calls in re.findall(calls_of, text, re.M):
            if names.get(callee, "").partition("@")[0].partition("'")[0] in ALLOCATIONS:
                allocations += int(calls)
        total = re.search(r"^(?:totals|summary): (\d+)", text, re.M)
        self.instructions = int(total.group(1)) / requests
        self.allocations = allocations / requests


def count(binary, data, target, requests, threads=1, connections=1, fields=()):
    """What one request takes, of many that come one after another over some connections."""
    tool, control = peers.tool("valgrind"), peers.tool("vgdb", "valgrind")
    dump = WORK / "callgrind.out"
    for old in WORK.glob("callgrind.out*"):
        old.unlink()
    # Loading is not counted, which also makes it several times as fast.
    prefix = [
        tool, "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={dump}", "-q"]
    asked = client.request(target, fields)
    with servers.thuocdo(binary, data, threads, core=None, prefix=prefix, wait=300) as server:
        open_connections = [client.Connection(server) for _ in range(connections)]
        output(control, f"--pid={server.pid}", "instrumentation", "on")
        for connection in open_connections:
            for _ in range(5):
                connection.ask(asked)
        # A loop's line with the date changes once a second: counted, but the same each time.
        output(control, f"--pid={server.pid}", "zero")
        for number in range(requests):
            open_connections[number % connections].ask(asked)
        output(control, f"--pid={server.pid}", "dump")
        for connection in open_connections:
            connection.socket.close()
        time.sleep(0.1)
    return Count(max(WORK.glob("callgrind.out.*"), key=_number), requests)


def _number(path):
    # The dump that was asked for comes first; what the end of the program adds is not wanted.
    return -int(path.suffix[1:]) if path.suffix[1:].isdigit() else -10**9

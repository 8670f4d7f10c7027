"""Instructions and allocations of a request, counted by valgrind: the same on every machine."""

import collections
import re

import client
import peers
import servers
from machine import WORK, output

# Everything that gets memory in a Swift program ends in one of these.
ALLOCATIONS = {"malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign"}
# Every count is the least of so many: what a loop does once a second, such as a new line with the
# date, falls into some of them, and into most where the machine is busy with other things.
BATCHES = 20

Count = collections.namedtuple("Count", "instructions allocations")


def _read(path):
    """What one file counted."""
    text = path.read_text(errors="replace")
    names = dict(re.findall(r"^c?fn=(\(\d+\)) (.+)$", text, re.M))
    allocations = 0
    for callee, calls in re.findall(r"^cfn=(\(\d+\)).*\ncalls=(\d+)", text, re.M):
        # "malloc@@GLIBC_2.2.5", and "malloc'2" where one calls itself.
        if re.split("[@']", names.get(callee, ""))[0] in ALLOCATIONS:
            allocations += int(calls)
    total = re.search(r"^(?:totals|summary): (\d+)", text, re.M)
    return Count(int(total.group(1)), allocations)


def count(
        binary, data, target, requests, threads=1, connections=1, fields=(), options=()):
    """What one request takes, of many that come one after another over some connections."""
    tool, control = peers.tool("valgrind"), peers.tool("vgdb", "valgrind")
    dump = WORK / "callgrind.out"
    for old in WORK.glob("callgrind.out*"):
        old.unlink()
    # Loading is not counted, which also makes it several times as fast.
    prefix = [
        tool, "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={dump}", "-q"]
    asked = client.request(target, fields)
    with servers.thuocdo(
            binary, data, threads, core=None, prefix=prefix, wait=300, options=options) as server:
        # A search waits for its index, which another thread would else be making meanwhile.
        client.ask(server, "/v1/search?q=a")
        open_connections = [client.Connection(server) for _ in range(connections)]
        output(control, f"--pid={server.pid}", "instrumentation", "on")
        for connection in open_connections:
            for _ in range(5):
                connection.ask(asked)
        output(control, f"--pid={server.pid}", "zero")
        batch = requests // BATCHES
        for _ in range(BATCHES):
            for number in range(batch):
                open_connections[number % connections].ask(asked)
            # Writes a file with the next number, and begins to count anew: once with the requests,
            # and once without, since it wakes the program's threads.
            for _ in range(2):
                output(control, f"--pid={server.pid}", "dump")
        for connection in open_connections:
            connection.socket.close()
    counts = [_read(WORK / f"callgrind.out.{number + 1}") for number in range(BATCHES * 2)]
    with_requests, without = _least(counts[::2]), _least(counts[1::2])
    return Count(*((more - less) / batch for more, less in zip(with_requests, without)))


def _least(counts):
    return [min(figures) for figures in zip(*counts)]

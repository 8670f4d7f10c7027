"""Instructions and allocations of a repeated question, and the check that they do not grow."""

import callgrind
from machine import WORK
from repeated import TARGET
from table import Row

REQUESTS = 2000
# Instructions of one repeated request, in user mode, with x86-64's release build; a tenth more
# fails the check. Lower it when the program gets faster.
INSTRUCTIONS = 3_800
# Allocations of one: none. Counting interrupts the program, which then and now costs one in the
# hundred requests of a batch.
ALLOCATIONS = 0.02
# With the access log: handing its lines over takes memory ten times a second, which valgrind makes
# many times in a batch; copying the lines that wait would cost one for each request.
LOGGED_ALLOCATIONS = 0.3


def measure(bench):
    rows, plain = _check(bench)
    for coding in ("gzip", "br"):
        bench.progress(f"valgrind counts, {coding}")
        fields = [f"Accept-Encoding: {coding}"]
        count = callgrind.count(bench.binary, bench.bundled, TARGET, REQUESTS, fields=fields)
        rows.append(Row(
            f"5. repeated question, {coding}, instructions", f"{count.instructions:,.0f}",
            f"ours: {plain.instructions:,.0f}", count.instructions / plain.instructions,
            wanted=("≤", 1)))
    return rows


def check(bench):
    """The rows that Scripts/test --all looks at."""
    return _check(bench)[0]


def _check(bench):
    bench.progress("valgrind counts")
    count = callgrind.count(bench.binary, bench.bundled, TARGET, REQUESTS)
    rows = [
        Row(
            "1. repeated question, memory taken", f"{count.allocations:.2f} allocations",
            "valgrind's count", count.allocations, "{:.2f}", ("≤", ALLOCATIONS)),
        Row(
            "1. repeated question, instructions", f"{count.instructions:,.0f}",
            f"what Scripts/test --all expects: {INSTRUCTIONS:,}",
            count.instructions / INSTRUCTIONS, wanted=("≤", 1.1)),
        _logged(bench, count),
    ]
    return rows, count


def _logged(bench, plain):
    bench.progress("valgrind counts, logged")
    log = WORK / "access.log"
    count = callgrind.count(
        bench.binary, bench.bundled, TARGET, REQUESTS, options=["--access-log", log])
    log.unlink(missing_ok=True)
    return Row(
        "D. repeated question, logged, memory taken", f"{count.allocations:.2f} allocations",
        f"{count.instructions - plain.instructions:,.0f} instructions more", count.allocations,
        "{:.2f}", ("≤", LOGGED_ALLOCATIONS))

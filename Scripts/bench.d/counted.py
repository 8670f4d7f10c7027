"""Instructions and allocations of a repeated question, and the check that they do not grow."""

import callgrind
from repeated import TARGET
from table import Row

REQUESTS = 2000
# Instructions of one repeated request, in user mode, with x86-64's release build; a tenth more
# fails the check. Lower it when the program gets faster.
INSTRUCTIONS = 3_100


def measure(bench):
    bench.progress("valgrind counts")
    count = callgrind.count(bench.binary, bench.bundled, TARGET, REQUESTS)
    return [
        Row(
            "1. repeated question, memory taken", f"{count.allocations:.2f} allocations",
            "valgrind's count", count.allocations, "{:.2f}", ("≤", 0)),
        Row(
            "1. repeated question, instructions", f"{count.instructions:,.0f}",
            "ceiling of Scripts/test --all", count.instructions / INSTRUCTIONS,
            wanted=("≤", 1.1)),
    ]

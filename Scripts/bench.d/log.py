"""The access log: what its line costs, of a repeated question and of a new one with rows."""

import contextlib
import random

import servers
from client import Load, Rounds
from fresh import SCRIPT
from machine import WORK
from repeated import TARGET
from table import Row


def measure(bench):
    log = WORK / "access.log"
    log.unlink(missing_ok=True)
    with contextlib.ExitStack() as stack:
        stack.callback(log.unlink, missing_ok=True)
        bare = stack.enter_context(servers.thuocdo(bench.binary, bench.bundled))
        logging = stack.enter_context(
            servers.thuocdo(bench.binary, bench.bundled, options=["--access-log", log]))
        words = ["provinces", random.randrange(10**9), 1, 1]
        loads = [
            Load("repeated", bare, TARGET),
            Load("repeated, logged", logging, TARGET),
            Load("new", bare, script=SCRIPT, arguments=words),
            Load("new, logged", logging, script=SCRIPT, arguments=words),
        ]
        rounds = Rounds(loads, bench)
    return [
        _row("repeated question", "repeated", rounds),
        _row("new question: provinces (34 rows)", "new", rounds),
    ]


def _row(goal, name, rounds):
    logged = f"{name}, logged"
    return Row(
        f"D. access log, {goal}", rounds.text(logged), f"without: {rounds.text(name)}",
        rounds.ratio(logged, name), wanted=("≤", 1.1))

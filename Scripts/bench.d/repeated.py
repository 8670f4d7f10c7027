"""A question that was asked before: nothing is left to do but to send bytes."""

import contextlib

import servers
from client import Load, Rounds, ask
from machine import HERE, Unavailable
from table import Row

TARGET = "/v1/provinces/48"


def measure(bench):
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(servers.thuocdo(bench.binary, bench.bundled))
        head, body = ask(ours, TARGET)
        bare = stack.enter_context(servers.responder(head + body))
        script = HERE / "pipelined.lua"
        loads = [
            Load("ours", ours, TARGET),
            Load("responder", bare, TARGET),
            Load("ours, 16 pipelined", ours, TARGET, script=script),
        ]
        for coding in ("gzip", "br"):
            if f"content-encoding: {coding}" in _head(ours, coding):
                fields = [f"Accept-Encoding: {coding}"]
                loads.append(Load(f"ours, {coding}", ours, TARGET, fields=fields))
        problem = None
        try:
            nginx = stack.enter_context(servers.nginx(TARGET, body))
            loads.append(Load("nginx", nginx, TARGET))
            loads.append(Load("nginx, 16 pipelined", nginx, TARGET, script=script))
        except Unavailable as unavailable:
            problem = str(unavailable)
        rounds = Rounds(loads, bench)
    return _rows(rounds, problem)


def _head(server, coding):
    return ask(server, TARGET, [f"Accept-Encoding: {coding}"])[0].decode().lower()


def _rows(rounds, problem):
    def row(goal, name, peer, bound):
        if peer.startswith("nginx") and problem:
            return Row(goal, rounds.text(name), wanted=bound, why=problem)
        if name not in rounds.figures:
            return Row(goal, wanted=bound, why="this coding is not offered")
        return Row(
            goal, rounds.text(name), f"{peer}: {rounds.text(peer)}",
            rounds.ratio(name, peer), wanted=bound)

    return [
        row("1. repeated question", "ours", "responder", ("≤", 1.15)),
        row("1. repeated question", "ours", "nginx", ("≤", 0.8)),
        row("1. 16 pipelined", "ours, 16 pipelined", "responder", ("≤", 0.40)),
        row("1. 16 pipelined", "ours, 16 pipelined", "nginx", ("≤", 0.25)),
        row("1. 16 pipelined, both", "ours, 16 pipelined", "nginx, 16 pipelined", None),
        # Two measurements of the same thing differ by some hundredths.
        row("5. repeated question, gzip", "ours, gzip", "ours", ("≤", 1.05)),
        row("5. repeated question, br", "ours, br", "ours", ("≤", 1.05)),
    ]

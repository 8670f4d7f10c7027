"""Clients that are slow on purpose: with heads, with bodies, with reading."""

import time

import wires
from case import Outcome, plural
from healthy import Healthy
from targets import PATIENCE

HEAD = b"GET /v1/provinces HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "


def _noise(p99):
    return max(1.0, p99 * 0.25)


def heads(attack, start):
    count = 500 if attack.quick else 2000
    with start() as server:
        before = server.descriptors()
        drip = wires.Drip(server.port, count, HEAD)
        with Healthy(server) as healthy:
            left = drip.run(time.monotonic() + PATIENCE + 3)
        drip.close()
        cut = sorted(drip.cut) or [0.0]
        outcome = Outcome(
            f"p99 {healthy.p99:.2f} ms; cut after {cut[0]:.1f} to {cut[-1]:.1f} s", healthy.p99)
        outcome.slack = _noise(healthy.p99)
        if left:
            outcome.broken.append(f"{left} of {count} were not cut in {PATIENCE + 3} s")
        if cut[0] < PATIENCE - 1:
            outcome.broken.append(f"one was cut after {cut[0]:.1f} s")
        _expect_no_harm(outcome, server, healthy, before)
        return outcome


def bodies(attack, start):
    """A byte a second of a body of a kilobyte; nginx waits as long as bytes come."""
    count = 100 if attack.quick else 500
    watched = 12 if attack.quick else 33
    with start() as server:
        before = server.descriptors()
        opening = wires.get(server.body_target, "Content-Length: 1000\r\n", "POST")
        drip = wires.Drip(server.port, count, opening)
        with Healthy(server) as healthy:
            left = drip.run(time.monotonic() + watched)
        drip.close()
        longest = max(drip.cut, default=0.0) if left == 0 else watched
        outcome = Outcome(
            f"{count - left} of {count} cut, the last after {longest:.1f} s" if left == 0
            else f"{left} of {count} still there after {watched} s", longest)
        if left:
            outcome.broken.append(f"{left} slow bodies are still waited for")
        _expect_no_harm(outcome, server, healthy, before)
        return outcome


def readers(attack, start):
    """They ask for much and take nothing: what they cost, and when they are let go."""
    count = 50 if attack.quick else 200
    with start() as server:
        wires.ask(server.port, server.large)
        before, memory = server.descriptors(), server.memory()
        crowd = []
        with Healthy(server) as healthy:
            for _ in range(count):
                wire = wires.connect(server.port, receive_buffer=4096)
                wire.sendall(wires.get(server.large) * 8)
                crowd.append(wire)
            # Up to half a gigabyte of answers fills the kernel's buffers first.
            began, held = time.monotonic(), -1
            limit = began + 15
            while time.monotonic() < limit and server.unsent() > held * 1.001:
                began, held = time.monotonic(), server.unsent()
                time.sleep(0.5)
            most = server.memory() - memory
            server.settled_descriptors(before + 4, PATIENCE + 5)
            took = time.monotonic() - began
        for wire in crowd:
            wire.close()
        outcome = Outcome(
            f"{most / 2**20:.2f} MB for {count}; let go after {took:.1f} s; "
            f"p99 {healthy.p99:.2f} ms")
        if took > PATIENCE + 3:
            outcome.broken.append("some were not let go")
        # A bound that a loop of this program keeps: 64 KiB of answers and a piece for each.
        if most > count * 150 * 1024:
            outcome.broken.append("more memory than the bound of what waits to leave")
        _expect_no_harm(outcome, server, healthy, before)
        return outcome


def _expect_no_harm(outcome, server, healthy, before):
    if healthy.failed:
        outcome.broken.append(
            f"{plural(healthy.failed, 'healthy request')} failed: {healthy.why}")
    left, _ = server.settled_descriptors(before, 5)
    if left > before:
        outcome.broken.append(f"{plural(left - before, 'descriptor')} leaked")

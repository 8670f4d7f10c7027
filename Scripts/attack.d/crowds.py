"""Many connections: idle ones, hasty ones, and more than there are descriptors for."""

import contextlib
import resource
import time

import wires
from case import Outcome, plural
from handshakes import any_certificate, certificate
from healthy import Healthy


def idle(attack, start, secure=None):
    """Each has asked once and stays. Counted: all memory, less that of the same server set up
    for 64 connections, since what is set aside for connections is paid at the start."""
    wanted = 2000 if attack.quick else 10_000
    count = min(wanted, attack.descriptors - 1000)
    with start(connections=64, reuse=True, tls=bool(secure)) as small:
        # What a server makes for its first clients at all is no client's.
        with contextlib.ExitStack() as closing:
            for _ in range(20):
                _join(small, secure, closing)
        base = small.memory()
    with start(connections=count // 2 + 600 if start.is_nginx else count + 100,
               reuse=True, tls=bool(secure)) as server:
        before = server.descriptors()
        joined = 0
        with contextlib.ExitStack() as closing:
            while joined < count and _join(server, secure, closing):
                joined += 1
            used = server.memory() - base
            with Healthy(server) as healthy:
                time.sleep(2)
        outcome = Outcome(
            f"{used / 1024 / max(1, joined):.2f} kB each; p99 {healthy.p99:.2f} ms",
            used / 1024 / max(1, joined), slack=0.05)
        if joined < count or healthy.failed:
            outcome.broken.append(f"{joined} of {count} served, {healthy.failed} failed")
        left, _ = server.settled_descriptors(before, 5)
        if left > before:
            outcome.broken.append(f"{plural(left - before, 'descriptor')} leaked")
        return outcome


def idle_tls(attack, start):
    certificate(attack)
    return idle(attack, start, secure=any_certificate())


def _join(server, secure, closing):
    """One more connection that has asked once; whether it was answered."""
    wire = closing.enter_context(wires.connect(server.tls_port if secure else server.port))
    if secure:
        wire = closing.enter_context(secure.wrap_socket(wire))
    wire.sendall(wires.get(server.small))
    return wires.receive(wire) is not None


def exhausted(attack, start):
    """Its descriptors run out under it; then the crowd leaves."""
    with start() as server:
        wires.ask(server.port, server.small)
        with wires.connect(server.port) as kept, contextlib.ExitStack() as closing:
            kept.sendall(wires.get(server.small))
            wires.receive(kept)
            for pid in server.pids():
                resource.prlimit(pid, resource.RLIMIT_NOFILE, (120, 120))
            for _ in range(600):
                closing.enter_context(wires.connect(server.port))
            time.sleep(1)
            began, used = time.monotonic(), server.cpu()
            time.sleep(3)
            busy = 100 * (server.cpu() - used) / (time.monotonic() - began)
            kept.sendall(wires.get(server.small))
            serves = wires.receive(kept) is not None
            closing.close()
            began = time.monotonic()
            recovered = None
            while time.monotonic() < began + 10:
                with contextlib.suppress(OSError):
                    answer = wires.ask(server.port, server.small, 1.0)
                    if answer and answer[0] == 200:
                        recovered = time.monotonic() - began
                        break
                time.sleep(0.01)
        if recovered is None:
            return Outcome("did not recover", 1e9, broken=["it did not recover in 10 s"])
        outcome = Outcome(f"CPU {busy:.1f} %; recovered in {recovered:.2f} s", recovered, 0.05)
        if busy > 2:
            outcome.broken.append("it spins")
        if not serves and not start.is_nginx:
            outcome.broken.append("who was connected is served no more")
        return outcome


def churn(attack, start):
    """Connections that ask once and go, one after another: the server's time for each."""
    seconds = 1 if attack.quick else 3
    with start() as server:
        before = server.descriptors()
        used, count, failed = server.cpu(), 0, 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                answer = wires.ask(server.port, server.small)
                failed += answer is None or answer[0] != 200
            except OSError:
                failed += 1
            count += 1
        each = (server.cpu() - used) / count * 1e6
        outcome = Outcome(
            f"{each:.0f} µs of CPU each, {failed} of {count:,} failed", each, each * 0.25)
        if failed:
            outcome.broken.append(f"{failed} failed")
        left, _ = server.settled_descriptors(before, 5)
        if left > before:
            outcome.broken.append(f"{plural(left - before, 'descriptor')} leaked")
        return outcome

"""Clients that go without a word, say half of it, or never listen."""

import itertools
import socket
import time

import wires
from case import Outcome, plural
from healthy import Healthy
from targets import PATIENCE

# TCP(7): a socket in repair is closed without a word to the other side.
TCP_REPAIR = 19


def _stages(server):
    """How far a client comes before it resets: what it sends, and what it waits for."""
    whole = wires.get(server.small)
    body = wires.get(server.body_target, "Content-Length: 1000\r\n", "POST") + b"half"
    return {
        "connected": (b"", 0),
        "within the request line": (whole[:9], 0),
        "within the fields": (whole[:-6], 0),
        "after the head": (whole, 0),
        "within a body": (body, 0),
        "within an answer": (wires.get(server.large), 1),
        "between requests": (whole, 1 << 18),
        "after many at once": (whole * 50, 100),
    }


def resets(attack, start):
    seconds = 4 if attack.quick else 20
    with start() as server:
        before = server.descriptors()
        count = 0
        with Healthy(server) as healthy:
            end = time.monotonic() + seconds
            for sent, waits in itertools.cycle(_stages(server).values()):
                if time.monotonic() > end:
                    break
                wire = wires.connect(server.port)
                try:
                    if sent:
                        wire.sendall(sent)
                    if waits:
                        wire.recv(waits)
                except OSError:
                    pass
                wires.reset(wire)
                count += 1
        left, _ = server.settled_descriptors(before, 3)
        leaked = max(0, left - before)
        outcome = Outcome(
            f"{count:,} resets: {plural(healthy.failed, 'failure')}, "
            f"{plural(leaked, 'descriptor')} leaked", healthy.failed + leaked)
        if healthy.failed or leaked:
            outcome.broken.append("healthy requests failed or descriptors leaked")
        return outcome


def half_closed(attack, start):
    """They end their side behind their requests, and are owed the answers still."""
    count = 200 if attack.quick else 1000
    with start() as server:
        before = server.descriptors()
        served = 0
        for _ in range(count):
            with wires.connect(server.port) as wire:
                wire.sendall(wires.get(server.small) * 3)
                wire.shutdown(socket.SHUT_WR)
                answers = wires.Answers()
                whole = 0
                while True:
                    try:
                        more = wire.recv(1 << 18)
                    except OSError:
                        break
                    if not more:
                        break
                    whole += sum(1 for answer in answers.feed(more) if answer[0] == 200)
                served += whole == 3
        left, _ = server.settled_descriptors(before, 3)
        leaked = max(0, left - before)
        outcome = Outcome(
            f"{served:,} of {count:,} got all three answers, {leaked} leaked",
            count - served + leaked)
        if served < count or leaked:
            outcome.broken.append("some answers were lost")
        return outcome


def half_open(attack, start):
    """They vanish without a word after they have connected: nothing is heard of them again."""
    count = 200 if attack.quick else 1000
    with start() as server:
        before = server.descriptors()
        silent = 0
        crowd = []
        for _ in range(count):
            wire = wires.connect(server.port)
            try:
                wire.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
                silent += 1
            except PermissionError:
                pass
            crowd.append(wire)
        began = time.monotonic()
        if silent:
            for wire in crowd:
                wire.close()
        left, _ = server.settled_descriptors(before, PATIENCE + 4)
        took = time.monotonic() - began
        for wire in crowd:
            wire.close()
        outcome = Outcome(f"{plural(max(0, left - before), 'connection')} left after {took:.1f} s",
                          max(0, left - before))
        if left > before:
            outcome.broken.append("vanished peers are still held")
        return outcome


def pipelining(attack, start):
    """They ask without end and never read."""
    seconds = 3 if attack.quick else 8
    clients = 16
    with start() as server:
        memory, before = server.memory(), server.descriptors()
        crowd = [wires.connect(server.port, receive_buffer=4096) for _ in range(clients)]
        for wire in crowd:
            wire.setblocking(False)
        requests = wires.get(server.small) * 100
        taken, most = 0, 0
        with Healthy(server) as healthy:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                for wire in crowd:
                    try:
                        taken += wire.send(requests)
                    except OSError:
                        pass
                most = max(most, server.memory() - memory)
                time.sleep(0.01)
        for wire in crowd:
            wires.reset(wire)
        grown = most / clients / 2**20
        outcome = Outcome(
            f"{grown:.2f} MB each ({taken / 2**20:.1f} MB taken in); p99 {healthy.p99:.2f} ms",
            grown, slack=0.1)
        left, _ = server.settled_descriptors(before, 3)
        if healthy.failed or left > before:
            outcome.broken.append(f"{healthy.failed} failed, {left - before} leaked")
        return outcome

"""Change while everybody asks: reloads and stops, with every answer looked at."""

import contextlib
import os
import shutil
import socket
import time

import wires
from case import Outcome, Skipped
from handshakes import certificate
from load import Load
from targets import WORK, with_words

TARGETS = ("/v1/provinces", "/v1/indicators", "/v1/observations?indicator=dti")


def _lost(total):
    return total["lost"] + total["unanswered"]


def _port(server, tls):
    return server.tls_port if tls else server.port


def _judge(outcome, load):
    wrong = load.total["wrong"]
    others = {key: count for key, count in load.total.items() if key.startswith("status")}
    if _lost(load.total):
        outcome.broken.append(f"requests lost: {'; '.join(load.examples)}")
    if wrong:
        outcome.broken.append(f"{wrong} answers of no snapshot: {'; '.join(load.examples)}")
    if others or load.total["crashed"]:
        outcome.broken.append(f"{others or 'a client crashed'}")
    return outcome


def _tags(server, targets):
    """The bodies, and the tag of the first."""
    answers = {target: wires.ask(server.port, target) for target in targets}
    return {target: answer[2] for target, answer in answers.items()}


def secure_reloads(attack, start):
    certificate(attack)
    return reloads(attack, start, tls=True)


def reloads(attack, start, tls=False):
    count = 20 if attack.quick else 200
    if start.is_nginx:
        return _reloads_of_nginx(attack, start, 5, tls)
    folders = [with_words("words-a", "First: "), with_words("words-b", "Second: ")]
    bodies = {target: [] for target in TARGETS}
    served = WORK / "served"
    shutil.rmtree(served, ignore_errors=True)
    shutil.copytree(folders[1], served)
    with start(data=served, tls=tls) as server:
        for version in (0, 1):
            _serve(server, folders[version], served, None)
            for target, body in _tags(server, TARGETS).items():
                bodies[target].append(body)
        if any(first == second for first, second in bodies.values()):
            return Outcome("", broken=["the two folders give the same answers"])
        # What it takes while it changes is taken a few times before it is counted.
        for number in range(6):
            _serve(server, folders[number % 2], served, bodies[TARGETS[0]][number % 2])
        memory = server.memory()
        with Load(_port(server, tls), bodies, WORK, tls=tls) as load:
            for number in range(count):
                version = number % 2
                _serve(server, folders[version], served, bodies[TARGETS[0]][version])
        time.sleep(1)
        grown = server.memory() - memory
        outcome = _judge(Outcome(
            f"{count} reloads: {_lost(load.total)} lost, {load.total['wrong']} mixed of "
            f"{load.total['answered']:,}; memory {grown / 2**20:+.1f} MB",
            _lost(load.total) / max(1, load.total["sent"])), load)
        if grown > 0.15 * memory + 4 * 2**20:
            outcome.broken.append(f"memory grew by {grown / 2**20:.1f} MB")
        return outcome


def _serve(server, folder, served, body):
    """Puts a folder's files in place, each whole, asks for a reload, and waits for its answer."""
    for file in folder.glob("*.json"):
        fresh = served / f".{file.name}.new"
        shutil.copyfile(file, fresh)
        os.replace(fresh, served / file.name)
    server.reload()
    limit = time.monotonic() + 20
    before = None
    while time.monotonic() < limit:
        found = wires.ask(server.port, TARGETS[0])[2]
        if body is not None and found == body:
            return
        if body is None:
            before = before or found
            word = b"First: " if "words-a" in folder.name else b"Second: "
            if word in found:
                return
        time.sleep(0.01)
    raise RuntimeError("the reload was not served in 20 s")


def _reloads_of_nginx(attack, start, count, tls):
    with start(tls=tls) as server:
        bodies = {target: [body] for target, body in attack.bodies().items()}
        with Load(_port(server, tls), bodies, WORK, tls=tls) as load:
            for _ in range(count):
                server.reload()
                time.sleep(1)
        return _judge(Outcome(
            f"{count} reloads: {_lost(load.total)} lost of {load.total['sent']:,}",
            _lost(load.total) / max(1, load.total["sent"])), load)


def restarts(attack, start):
    """One run of the program after the other on a listener that stays open."""
    if start.is_nginx:
        raise Skipped("it inherits no listener")
    count = 3 if attack.quick else 10
    bodies = {target: [body] for target, body in attack.bodies().items()}
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as listener, \
            contextlib.ExitStack() as runs:
        server = runs.enter_context(start(listener=listener))
        with Load(server.port, bodies, WORK) as load:
            for _ in range(count):
                time.sleep(0.5)
                server.stop()
                server.process.wait(30)
                server = runs.enter_context(start(listener=listener))
        refused = load.total["refused"]
        outcome = _judge(Outcome(
            f"{count} restarts: {_lost(load.total)} lost of {load.total['sent']:,}, "
            f"{refused} refused", _lost(load.total)), load)
        if refused:
            outcome.broken.append("connections were refused")
        return outcome


def secure_stops(attack, start):
    """Lost is what was sent after the handshake, and not answered whole."""
    certificate(attack)
    return stops(attack, start, tls=True)


def stops(attack, start, tls=False):
    count = 4 if attack.quick else 20
    lost, sent, worst = 0, 0, 0.0
    outcome = Outcome("")
    bodies = {target: [body] for target, body in attack.bodies().items()}
    for _ in range(count):
        with start(tls=tls) as server:
            with Load(_port(server, tls), bodies, WORK, tls=tls) as load:
                time.sleep(0.7)
                server.stop()
                began = time.monotonic()
                server.process.wait(30)
                worst = max(worst, time.monotonic() - began)
        lost += _lost(load.total)
        sent += load.total["sent"]
        _judge(outcome, load)
    outcome.words = f"{count} stops: {lost} lost of {sent:,}; ended within {worst:.1f} s"
    outcome.figure = lost / max(1, sent)
    return outcome

"""A question that was never asked before: nothing is ready, everything is selected and written."""

import contextlib
import json
import random

import servers
from client import Load, Rounds, ask
from folders import Folder
from machine import HERE, Unavailable
from repeated import TARGET
from table import Row

SCRIPT = HERE / "questions.lua"
OBSERVATIONS = 1_000_000


def measure(bench):
    bench.progress("a million observations are written")
    folder = Folder(OBSERVATIONS)
    with contextlib.ExitStack() as stack:
        bundled = stack.enter_context(servers.thuocdo(bench.binary, bench.bundled))
        million = stack.enter_context(servers.thuocdo(bench.binary, folder.path))
        bare = stack.enter_context(servers.responder(b"".join(ask(bundled, TARGET))))

        def asking(name, server, kind, *more):
            words = folder.arguments(kind, random.randrange(10**9), *more)
            return Load(name, server, script=SCRIPT, arguments=words)

        loads = [
            Load("responder", bare, TARGET),
            asking("a selection", million, "selection"),
            asking("provinces", bundled, "provinces"),
            asking("ranking", bundled, "ranking"),
            asking("province page", bundled, "page"),
        ]
        problem = None
        try:
            bench.progress("Datasette is brought, and the rows are put into SQLite")
            peer = stack.enter_context(servers.datasette(folder.sqlite()))
            path = f"/{folder.sqlite().stem}/observations.json"
            loads.append(asking("Datasette", peer, "datasette", path))
        except Unavailable as unavailable:
            problem = str(unavailable)
        rounds = Rounds(loads, bench)
        sizes = _sizes(million, bundled)
    return _rows(rounds, sizes, problem)


def _sizes(million, bundled):
    """Rows and bytes of one answer of each kind."""
    targets = {
        "a selection": (million, "/v1/observations?indicator=synthetic-01&province=synthetic-0001"
                                 "&period=2021-01..2024-04"),
        "provinces": (bundled, "/v1/provinces"),
        "ranking": (bundled, "/v1/indicators/dti/ranking?period=2023"),
        "province page": (bundled, "/v1/provinces/48/indicators"),
    }
    sizes = {}
    for name, (server, target) in targets.items():
        body = ask(server, target)[1]
        sizes[name] = f"{len(json.loads(body)['data'])} rows, {len(body) / 1000:.0f} kB"
    return sizes


def _rows(rounds, sizes, problem):
    rows = []
    for name, size in sizes.items():
        rows.append(Row(
            f"2. new question: {name} ({size})", rounds.text(name),
            f"responder: {rounds.text('responder')}", rounds.ratio(name, "responder"),
            wanted=("≤", 6)))
    goal = "2. new question: the same selection in Datasette"
    if problem:
        rows.append(Row(goal, why=problem))
    else:
        rows.append(Row(
            goal, rounds.text("a selection"), f"Datasette: {rounds.text('Datasette')}",
            rounds.ratio("a selection", "Datasette"), "{:.3f} ×"))
    return rows

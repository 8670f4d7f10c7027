"""What the clients' programs share: cells of the matrix, and plain questions to the server."""

import contextlib
import itertools
import json
import traceback
import urllib.request


@contextlib.contextmanager
def cell(name):
    """Prints that what was tried is green, or red where anything is raised."""
    try:
        yield
    except Exception as error:  # Whatever a client raises, it could not read the answer.
        traceback.print_exc()
        words = " ".join(f"{type(error).__name__}: {error}".replace("|", "/").split())
        print(f"{name}|red|{words[:300]}", flush=True)
    else:
        print(f"{name}|green", flush=True)


def expect(truth, words="it is not so"):
    if not truth:
        raise AssertionError(words)


def equal(found, expected, what="it"):
    expect(found == expected, f"{what} is {found!r:.200}, not {expected!r:.200}")


def ask(url, **fields):
    """The text of an answer."""
    request = urllib.request.Request(url, headers=fields)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode("utf-8")


def ask_json(url):
    """An answer with every number as it is written, so that none is rounded."""
    return json.loads(ask(url), parse_float=str, parse_int=str)


# What is compared of a cell of JSON-stat beside its value and status.
BESIDE = (
    "low", "high", "outOf", "qualifier", "otherStatus", "missing", "source", "rank", "rankedOf",
    "peerMean", "previousRank", "rankChange", "rankBasis")


def rows_of(answer):
    """What rows of JSON say by indicator, area and period; only what is there."""
    meta = answer["meta"]
    shared = {name: meta[name] for name in ("indicator", "period")} if "ranked" in meta else {}
    found = {}
    for row in answer["data"]:
        row = {**row, **shared}
        if row["period"] is not None:
            said = {name: row.get(name) for name in ("value", "status", *BESIDE)}
            key = row["indicator"], row["area"], row["period"]
            found[key] = {name: value for name, value in said.items() if value not in (None, [])}
    return found


def rows_of_cube(cube):
    """The same of an answer in JSON-stat; without the cells that say nothing."""
    axes = [cube["dimension"][name]["category"]["index"] for name in cube["id"]]
    keys = list(itertools.product(*axes))
    extension = {name: cells for name, cells in cube["extension"].items() if name != "meta"}
    expect(extension.keys() <= set(BESIDE), f"beside the cells there is {list(extension)}")
    found = {}
    for name, cells in {**extension, "value": cube["value"], "status": cube["status"]}.items():
        equal(len(cells), len(keys), f"the number of {name}")
        for key, said in zip(keys, cells):
            if said not in (None, []):
                place = dict(zip(cube["id"], key))
                key = place["indicator"], place["area"], place["period"]
                found.setdefault(key, {})[name] = said
    return found


def same(found, wanted, what):
    """Every row of one is in the other and says the same."""
    for key in found.keys() | wanted.keys():
        equal(found.get(key, {}), wanted.get(key, {}), f"{what}: {' '.join(key)}")

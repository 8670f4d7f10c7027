"""The whole store, read through every format, is what JSON says: every cell, every digit."""

import csv
import gzip
import io
import itertools
import json
import pathlib
import sys
import urllib.request

sys.path.append(str(pathlib.Path(__file__).parent))

import brotli  # noqa: E402

from cells import ask, ask_json, cell, equal, expect  # noqa: E402

BASE = sys.argv[1]
COLLECTIONS = [row["href"] for row in ask_json(f"{BASE}/v1")["data"]["collections"]]
# As many of the columns as can be told from the fields of the JSON by their names.
COLUMNS_COMPARED = 5


def flat(value, name=""):
    """The cells of a row of JSON by the names of their columns."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, name + key[:1].upper() + key[1:] if name else key)
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            yield name, ";".join(value)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    else:
        yield name, "" if value is None else value


def unguarded(text):
    """A text that a spreadsheet would take for a formula has an apostrophe before it."""
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@\t\r" else text


def figures(rows):
    """The values by indicator, area and period, of rows that have all of them."""
    return {(row["indicator"], row["area"], row["period"]): row["value"]
            for row in rows if row["period"] is not None and row["value"] is not None}


with cell(f"NDJSON: {len(COLLECTIONS)} collections"):
    for href in COLLECTIONS:
        rows = [json.loads(line, parse_float=str, parse_int=str)
                for line in ask(f"{BASE}{href}?format=ndjson").splitlines()]
        wanted = ask_json(BASE + href)["data"]
        equal(len(rows), len(wanted), f"the number of rows of {href}")
        for row, other in zip(rows, wanted):
            equal(row, other, f"a row of {href}")

with cell(f"CSV: {len(COLLECTIONS)} collections"):
    for href in COLLECTIONS:
        text = io.StringIO(ask(f"{BASE}{href}?format=csv"), newline="")
        rows = list(csv.DictReader(text, strict=True))
        wanted = ask_json(BASE + href)["data"]
        equal(len(rows), len(wanted), f"the number of rows of {href}")
        compared = set()
        for row, other in zip(rows, wanted):
            for name, value in flat(other):
                if name in row:
                    compared.add(name)
                    equal(unguarded(row[name]), value, f"{name} of {href}")
        expect(len(compared) >= min(COLUMNS_COMPARED, len(rows[0])), f"{href}: only {compared}")

STORE = ask_json(f"{BASE}/v1/observations?boundaries=published")["data"]
INDICATORS = sorted({row["indicator"] for row in STORE if row["period"] is not None})

with cell(f"JSON-stat: {len(INDICATORS)} indicators"):
    found = {}
    for indicator in INDICATORS:
        cube = ask_json(f"{BASE}/v1/indicators/{indicator}/observations"
                        "?boundaries=published&period=1900..&format=jsonstat")
        equal(sorted(cube["id"]), ["area", "indicator", "period"], "the dimensions")
        axes = [cube["dimension"][name]["category"]["index"] for name in cube["id"]]
        keys = list(itertools.product(*axes))
        equal(len(keys), len(cube["value"]), f"the size of {indicator}")
        for key, value in zip(keys, cube["value"]):
            place = dict(zip(cube["id"], key))
            if value is not None:
                found[place["indicator"], place["area"], place["period"]] = value
    wanted = figures(STORE)
    expect(len(wanted) > 10_000, f"there are only {len(wanted)} values")
    equal(len(found), len(wanted), "the number of values")
    for key, value in wanted.items():
        equal(found.get(key), value, f"{key}")

with cell("gzip, br: four formats of each indicator"):
    for indicator, name in itertools.product(INDICATORS, ("json", "csv", "ndjson", "jsonstat")):
        url = f"{BASE}/v1/indicators/{indicator}/observations?period=1900..&format={name}"
        wanted = ask(url).encode()
        for coding, decode in (("gzip", gzip.decompress), ("br", brotli.decompress)):
            fields = {"Accept-Encoding": coding}
            request = urllib.request.Request(url, headers=fields)
            with urllib.request.urlopen(request, timeout=60) as answer:
                content = answer.read()
                if answer.headers["Content-Encoding"] == coding:
                    content = decode(content)
            expect(content == wanted, f"{coding} of {url} is not the same")

"""pyjstat reads every JSON-stat answer, and finds in it what JSON has: values, status, qualifier,
ends of ranges, why one is missing, sources, ranks.

    jsonstat.py BASE_URL    prints a line for each kind of answer: name|green or name|red|why
"""

import json
import pathlib
import sys

# Python runs this file without looking beside it.
sys.path.append(str(pathlib.Path(__file__).resolve().parent))

from pyjstat import pyjstat  # noqa: E402

from cells import ask, cell, expect, rows_of, rows_of_cube, same  # noqa: E402

BASE = sys.argv[1].rstrip("/")


def get(target):
    return json.loads(ask(BASE + target))


def ids(collection):
    return [thing["id"] for thing in get(f"/v1/{collection}?fields=id")["data"]]


def check(target):
    """Whether pyjstat finds the rows of JSON; by ids, and as many by labels."""
    wanted = rows_of(get(target))
    dataset = pyjstat.Dataset.read(f"{BASE}{target}{'&' if '?' in target else '?'}format=jsonstat")
    frame = dataset.write("dataframe", naming="id")
    held = frame[frame["value"].notna()]
    cells = zip(held["indicator"], held["area"], held["period"], held["value"])
    found = {(indicator, area, period): value for indicator, area, period, value in cells}
    values = {key: row["value"] for key, row in wanted.items() if "value" in row}
    expect(found == values, f"{target}: {len(found)} numbers, of JSON {len(values)}")
    same(rows_of_cube(dataset), wanted, target)
    labelled = dataset.write("dataframe", naming="label")
    names = labelled.drop(columns="value")
    expect(not names.duplicated().any(), f"{target}: labels are not unique")


def part(name, targets):
    with cell(name):
        for target in targets:
            check(target)


indicators = ids("indicators")
provinces = ids("provinces")
part(f"pyjstat: {len(indicators)} indicators", [
    f"/v1/indicators/{name}/observations?period=1900.." for name in indicators])
part(f"pyjstat: {len(indicators)} rankings", [
    f"/v1/indicators/{name}/ranking" for name in indicators])
part(f"pyjstat: {len(provinces)} province pages", [
    f"/v1/provinces/{name}/indicators" for name in provinces])
part("pyjstat: as of a day, and what is known since", [
    f"/v1/observations?indicator={name}&period=1900..&{more}"
    for name in ("dti", "digital-economy-gdp-share-gso")
    for more in ("asOf=2024-06-30", "updatedAfter=2025-02-05", "boundaries=published")])
part("pyjstat: an answer without rows", ["/v1/observations?indicator=dti&period=2098"])

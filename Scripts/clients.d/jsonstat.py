"""pyjstat reads every JSON-stat answer, and finds in it the numbers that JSON has.

    jsonstat.py BASE_URL    prints a line for each kind of answer: name|green or name|red|why
"""

import json
import sys
import urllib.request

from pyjstat import pyjstat

BASE = sys.argv[1].rstrip("/")


def get(target):
    with urllib.request.urlopen(BASE + target) as answer:
        return json.load(answer)


def ids(collection):
    return [thing["id"] for thing in get(f"/v1/{collection}?fields=id")["data"]]


def numbers(rows, **more):
    """The rows with a number, by their cell."""
    rows = [{**row, **more} for row in rows]
    return {
        (row["indicator"], row["area"], row["period"]): row["value"]
        for row in rows if row["value"] is not None and row["period"] is not None}


def check(target):
    """Whether pyjstat finds the numbers of JSON; by ids, and as many rows by labels."""
    mark = "&" if "?" in target else "?"
    answer = get(target)
    meta = answer["meta"]
    more = {"indicator": meta["indicator"], "period": meta["period"]} if "ranked" in meta else {}
    wanted = numbers(answer["data"], **more)
    dataset = pyjstat.Dataset.read(f"{BASE}{target}{mark}format=jsonstat")
    frame = dataset.write("dataframe", naming="id")
    held = frame[frame["value"].notna()]
    cells = zip(held["indicator"], held["area"], held["period"], held["value"])
    found = {(indicator, area, period): value for indicator, area, period, value in cells}
    assert found == wanted, f"{target}: {len(found)} numbers, of JSON {len(wanted)}"
    labelled = dataset.write("dataframe", naming="label")
    assert not labelled.drop(columns="value").duplicated().any(), f"{target}: labels are not unique"
    return len(frame)


def part(name, targets):
    count = 0
    try:
        for target in targets:
            count += check(target)
        print(f"{name} ({count} cells)|green")
    except Exception as error:  # What a client does not take is what is to be shown.
        print(f"{name}|red|{type(error).__name__}: {error}".replace("\n", " ")[:300])


indicators = ids("indicators")
provinces = ids("provinces")
part(f"pyjstat: {len(indicators)} indicators", [
    f"/v1/indicators/{name}/observations?period=1900.." for name in indicators])
part(f"pyjstat: {len(indicators)} rankings", [
    f"/v1/indicators/{name}/ranking" for name in indicators])
part(f"pyjstat: {len(provinces)} province pages", [
    f"/v1/provinces/{name}/indicators" for name in provinces])
part("pyjstat: an answer without rows", ["/v1/observations?indicator=dti&period=2098"])

"""pandas: read_csv of every collection, and NDJSON, beside what JSON says."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parent))

import pandas  # noqa: E402

from cells import ask_json, cell, equal, expect  # noqa: E402

BASE = sys.argv[1]
# Codes begin with a nought, and a period may be a year or "2024-S1".
TEXT = {"areaCode": str, "period": str}


def collections():
    return [row["href"] for row in ask_json(f"{BASE}/v1")["data"]["collections"]]


with cell("CSV of every collection"):
    for href in collections():
        table = pandas.read_csv(f"{BASE}{href}?format=csv", low_memory=False)
        total = int(ask_json(f"{BASE}{href}?limit=1")["meta"]["total"])
        equal(len(table), total, f"rows of {href}")
        equal([name for name in table if name.startswith("Unnamed")], [], f"columns of {href}")
        equal(len(set(table.columns)), len(table.columns), f"names of {href}")

with cell("CSV: numbers, days, letters"):
    table = pandas.read_csv(f"{BASE}/v1/observations?format=csv", dtype=TEXT, low_memory=False)
    rows = ask_json(f"{BASE}/v1/observations")["data"]
    equal(str(table["value"].dtype), "float64", "the type of value")
    equal(table["area"].tolist(), [row["area"] for row in rows], "area")
    equal(table["areaNameVi"].tolist(), [row["areaName"]["vi"] for row in rows], "areaNameVi")
    equal(table["areaCode"].dropna().tolist(),
          [row["areaCode"] for row in rows if row["areaCode"] is not None], "areaCode")
    for found, row in zip(table["value"], rows):
        expect(row["value"] is None if pandas.isna(found) else float(row["value"]) == found,
               f"{found} is not {row['value']}")
    starts = pandas.to_datetime(table["periodStart"].dropna(), format="%Y-%m-%d")
    expect(len(starts) > 0 and starts.dt.year.min() >= 2000, "periodStart is not days")

with cell("NDJSON by lines"):
    table = pandas.read_json(
        f"{BASE}/v1/observations?format=ndjson", lines=True, dtype=TEXT, precise_float=True)
    rows = ask_json(f"{BASE}/v1/observations")["data"]
    equal(table["indicator"].tolist(), [row["indicator"] for row in rows], "indicator")
    for found, row in zip(table["value"], rows):
        expect(row["value"] is None if pandas.isna(found) else float(row["value"]) == found,
               f"{found} is not {row['value']}")

with cell("a pivot by province and year"):
    table = pandas.read_csv(
        f"{BASE}/v1/observations?indicator=dti&period=2022..2024&level=province&format=csv",
        dtype=TEXT)
    # By id, since one name may be that of a unit before a merger and of another after it.
    pivot = table.pivot(index="area", columns="period", values="value")
    equal(pivot.shape[1], 3, "the number of years")
    equal(pivot.loc["48-2008", "2023"], 0.834, "Đà Nẵng in 2023")

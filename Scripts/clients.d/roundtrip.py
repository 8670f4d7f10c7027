"""The whole store, read through every format, is what JSON says: every cell, every digit."""

import calendar
import csv
import gzip
import io
import itertools
import json
import pathlib
import re
import sys
import urllib.request
import xml.etree.ElementTree as ElementTree

sys.path.append(str(pathlib.Path(__file__).parent))

import brotli  # noqa: E402

from cells import ask, ask_json, cell, equal, expect, rows_of, rows_of_cube, same  # noqa: E402

BASE = sys.argv[1]
COLLECTIONS = [row["href"] for row in ask_json(f"{BASE}/v1")["data"]["collections"]]
# What was known on a day, what became known after one, what never or no more stands, what is
# worked out, and what is no collection of its own.
SELECTIONS = [
    "/v1/observations?boundaries=published",
    "/v1/observations?boundaries=published&vintages=all",
    "/v1/observations?asOf=2024-06-30",
    "/v1/observations?updatedAfter=2025-02-05",
    "/v1/observations?boundaries=published&updatedAfter=2024-01-01&asOf=2025-02-28",
    "/v1/observations?indicator=dti&groupBy=region",
    "/v1/indicators/dti/observations?change=previous&acrossBreaks=true",
    "/v1/indicators/dti/ranking", "/v1/indicators/dti/ranking?boundaries=2025-07-01",
    "/v1/provinces?boundaries=2008-08-01", "/v1/provinces/48/indicators?change=previous",
    "/v1/targets?asOf=2024-06-30", "/v1/targets?updatedAfter=2025-01-01",
    "/v1/tasks?asOf=2025-06-30", "/v1/tasks?updatedAfter=2024-01-01", "/v1/search?q=da+nang"]
READ = {href: ask_json(BASE + href)["data"] for href in [*COLLECTIONS, *SELECTIONS]}
UNITS = {row["id"]: row for row in READ["/v1/indicators"]}


def formatted(href, name):
    return f"{BASE}{href}{'&' if '?' in href else '?'}format={name}"


def flat(value, name=""):
    """The cells of a row of JSON by the names of their columns; none of a list of objects."""
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


def days(period):
    """The first and the last day of a period; a span starts on the first of a month."""
    start, _, length = period.partition("/")
    year, _, part = start.partition("-")
    if length:
        month, day = part.split("-")
        equal(day, "01", f"the day of {period}")
        first, count = int(month), int(length[1:-1]) * {"Y": 12, "M": 1}[length[-1]]
    elif part[:1] in ("Q", "S"):
        count = {"Q": 3, "S": 6}[part[0]]
        first = count * (int(part[1:]) - 1) + 1
    elif len(part) > 2:
        return period, period
    else:
        first, count = (int(part), 1) if part else (1, 12)
    years, last = divmod(first + count - 2, 12)
    end = calendar.monthrange(int(year) + years, last + 1)[1]
    return f"{year}-{first:02}-01", f"{int(year) + years}-{last + 1:02}-{end}"


def cells_of(row, columns):
    """What stands in a line of CSV, by column, with what a table says beyond the row."""
    cells = dict(flat(row))
    if "indicatorNameVi" in columns:
        indicator = UNITS[row["indicator"]]
        cells.update(flat(indicator["name"], "indicatorName"))
        cells["unit"] = indicator["unit"]["code"]
        cells["unitMultiplier"] = indicator["unitMultiplier"]
        if row["period"] is not None:
            cells["periodStart"], cells["periodEnd"] = days(row["period"])
    if derivation := row.get("derivation"):
        cells["boundaries"] = cells.pop("derivationBoundaries")
        cells["derivationInputs"] = ";".join(
            f"{each['area']}={each['value'] or ''}" for each in derivation["inputs"])
    if "change" in row:
        cells["acrossBreak"] = cells.pop("changeAcrossBreak", "")
    for name in ("knownFrom", "shown", "replacedBy", "replacedOn", "rejectedVi", "rejectedEn"):
        if (inner := "vintage" + name[0].upper() + name[1:]) in cells:
            cells[name] = cells.pop(inner)
    return cells


def guarded(text):
    """A text that a spreadsheet would take for a formula has an apostrophe before it, no number."""
    is_formula = text[:1] in set("=+-@\t\r") and not re.fullmatch(r"-\d+(\.\d+)?", text)
    return f"'{text}" if is_formula else text


SDMX = {
    "OBS_VALUE": "value", "OBS_STATUS": "status", "QUALIFIER": "qualifier", "LOW": "low",
    "HIGH": "high", "MISSING": "missing", "SOURCE": "source"}


def sdmx_row(row):
    """What a row says in SDMX; its identifiers have other signs."""
    row = {name: row[name] for name in SDMX.values() if name in row}
    if "source" in row:
        row["source"] = row["source"].replace(".", "$").replace("/", "@")
    return row


def from_sdmx(rows):
    return {
        (row["INDICATOR"], row["REF_AREA"], row["TIME_PERIOD"]):
        {SDMX[name]: value for name, value in row.items() if name in SDMX and value}
        for row in rows}


def sdmx_lines(text):
    return from_sdmx(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def sdmx_series(text):
    return from_sdmx(
        {**series.attrib, **observation.attrib}
        for series in ElementTree.fromstring(text).iter("Series")
        for observation in series.iter("Obs"))


with cell(f"NDJSON: {len(COLLECTIONS)} collections, {len(SELECTIONS)} selections"):
    for href, wanted in READ.items():
        rows = [json.loads(line, parse_float=str, parse_int=str)
                for line in ask(formatted(href, "ndjson")).splitlines()]
        expect(wanted, f"{href} is empty")
        equal(len(rows), len(wanted), f"the number of rows of {href}")
        for row, other in zip(rows, wanted):
            equal(row, other, f"a row of {href}")

with cell(f"CSV: {len(COLLECTIONS)} collections, {len(SELECTIONS)} selections, every column"):
    for href, wanted in READ.items():
        rows = list(csv.DictReader(
            io.StringIO(ask(formatted(href, "csv")), newline=""), strict=True))
        equal(len(rows), len(wanted), f"the number of rows of {href}")
        for row, other in zip(rows, wanted):
            cells = cells_of(other, row.keys())
            left_out = {name for name, text in cells.items() if text and name not in row}
            expect(not left_out, f"{href}: no column has {left_out}")
            for name, text in row.items():
                equal(text, guarded(cells.get(name, "")), f"{name} of {href}")

STORE = READ["/v1/observations?boundaries=published"]
INDICATORS = sorted({row["indicator"] for row in STORE if row["period"] is not None})

for more in ("", "&asOf=2024-06-30", "&updatedAfter=2025-02-05"):
    with cell(f"JSON-stat{more.replace('&', ', ')}: {len(INDICATORS)} indicators"):
        everything = ask_json(f"{BASE}/v1/observations?boundaries=published&period=1900..{more}")
        wanted = rows_of(everything)
        equal(len(wanted), len(everything["data"]), "the number of cells")
        expect(len(wanted) > 100, f"there are only {len(wanted)} rows")
        found = {}
        for indicator in INDICATORS:
            found |= rows_of_cube(ask_json(
                f"{BASE}/v1/indicators/{indicator}/observations"
                f"?boundaries=published&period=1900..{more}&format=jsonstat"))
        same(found, wanted, "JSON-stat")

    with cell(f"SDMX-ML, SDMX-CSV{more.replace('&', ', ')}: value, status, qualifier, missing"):
        sdmx = f"{BASE}/sdmx/2.1/data/DIGITAL?{more[1:]}&format=" if more else (
            f"{BASE}/sdmx/2.1/data/DIGITAL?format=")
        wanted = {key: sdmx_row(row) for key, row in rows_of(everything).items()}
        same(sdmx_lines(ask(sdmx + "sdmxcsv")), wanted, "SDMX-CSV")
        same(sdmx_series(ask(sdmx + "sdmx")), wanted, "SDMX-ML")

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

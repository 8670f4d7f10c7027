#!/usr/bin/env python3
"""Reads everything from a running server with sdmx1 and pysdmx, and compares it with the JSON.

    sdmx.py http://127.0.0.1:8080

Needs: pip install sdmx1 "pysdmx[all]". Prints a line for each check, "name|green" or
"name|red|why"; exits with 1 if one is red.
"""
import csv
import io
import json
import logging
import math
import sys
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree

# This file is called like one of the clients, which Python would else look for beside it.
del sys.path[0]
import pandas  # noqa: E402
import pysdmx.io  # noqa: E402
import sdmx  # noqa: E402

BASE = sys.argv[1].rstrip("/")
SDMX = BASE + "/sdmx/2.1"
AGENCY, FLOW, STRUCTURE = "THUOCDO", "DIGITAL", "DSD_DIGITAL"
GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1"
TABLE = "application/vnd.sdmx.data+csv;version=2.0.0"
KEY = ("INDICATOR", "REF_AREA", "TIME_PERIOD")
reds = 0


def check(name, run):
    """Runs a check: red if it raises."""
    global reds
    try:
        run()
        print(f"{name}|green", flush=True)
    except Exception as error:  # Whatever a client raises is what is wrong.
        reds += 1
        why = " ".join(f"{type(error).__name__}: {error}".split()).replace("|", "/")
        print(f"{name}|red|{why[:300]}", flush=True)


def fetch(address, accept="*/*"):
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def expect(is_so, why):
    if not is_so:
        raise AssertionError(why)


# The cells as JSON has them, by indicator, area and period; numbers as they are written.


def read_json(path):
    return json.loads(fetch(BASE + path), parse_float=str, parse_int=str)


def published():
    indicators = {row["id"]: row for row in read_json("/v1/indicators")["data"]}
    rows, place = {}, 0
    while True:
        page = read_json(
            f"/v1/observations?boundaries=published&vintages=all&limit=10000&offset={place}")
        for row in page["data"]:
            if row["period"] is not None and row["vintage"]["shown"]:
                key = row["indicator"], row["area"], row["period"]
                rows[key] = said(row, indicators[row["indicator"]])
        place += 10000
        if place >= int(page["meta"]["total"]):
            return rows


def code(id):
    """An id as SDMX may write it."""
    return id.replace(".", "$").replace("/", "@")


def frequency(period):
    if "/" in period:
        return "O"
    if period[5:6] in ("S", "Q"):
        return period[5]
    return {4: "A", 7: "M", 10: "D"}[len(period)]


def stated(change):
    """A change that a source states, as a word."""
    words = [change["kind"], change.get("value")]
    if "low" in change or "high" in change:
        words.append(f"{change.get('low', '')}..{change.get('high', '')}")
    if change["qualifier"] != "exact":
        words.append(change["qualifier"])
    words.append("since " + change["since"] if "since" in change else None)
    return " ".join(word for word in words if word)


def said(row, indicator):
    """A row of JSON with the names of SDMX; only what is there."""
    attributes = {
        "FREQ": frequency(row["period"]), "KNOWN_FROM": row["vintage"]["knownFrom"],
        "UNIT_MEASURE": code(indicator["unit"]["code"]),
        "UNIT_MULT": indicator["unitMultiplier"], "DECIMALS": indicator["decimals"],
        "CONFIRMED_BY": " ".join(map(code, row.get("confirmedBy", []))) or None,
        "STATED_CHANGE": stated(row["statedChange"]) if "statedChange" in row else None,
        "OBS_VALUE": row["value"], "OBS_STATUS": row["status"], "QUALIFIER": row["qualifier"],
        "SOURCE": code(row["source"]),
        "PUBLISHED": row["published"], "LOCATOR": row["locator"], "EXCERPT": row["excerpt"],
        "LOW": row.get("low"), "HIGH": row.get("high"), "OUT_OF": row.get("outOf"),
        "MISSING": row.get("missing"), "NOTE": row.get("note", {}).get("en"),
        "NOTE_VI": row.get("note", {}).get("vi"),
        "OTHER_STATUS": " ".join(row.get("otherStatus", [])) or None,
    }
    return {name: value for name, value in attributes.items() if value is not None}


# What a row of SDMX-CSV says beside.
OF_TABLES = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
NUMBERS = ("OBS_VALUE", "LOW", "HIGH", "OUT_OF", "UNIT_MULT")
# What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def compare(read, wanted):
    """Every cell of one is in the other and says the same, to the last digit."""
    expect(len(read) == len(wanted), f"{len(read)} cells, JSON has {len(wanted)}")
    for key, row in wanted.items():
        expect(key in read, f"{key} is missing")
        mine = {
            name: value for name, value in read[key].items()
            if value and name not in KEY and name not in OF_TABLES}
        expect(mine == row, f"{key}: {mine} is not {row}")


def compare_values(values, wanted):
    """What a client made numbers of has every cell that has a value, and no other value."""
    found = {key: value for key, value in values.items() if not math.isnan(value)}
    right = {
        key: float(row["OBS_VALUE"]) for key, row in wanted.items() if "OBS_VALUE" in row}
    expect(len(values) == len(wanted), f"{len(values)} cells, JSON has {len(wanted)}")
    for key, value in right.items():
        expect(found.get(key) == value, f"{key}: {found.get(key)} is not {value}")
    expect(len(found) == len(right), f"{len(found)} values, JSON has {len(right)}")


def local(tag):
    return tag.rpartition("}")[2]


def specific_rows(text):
    rows = {}
    for series in ElementTree.fromstring(text).iter("Series"):
        for observation in series.iter("Obs"):
            row = {**series.attrib, **observation.attrib}
            rows[tuple(row[name] for name in KEY)] = row
    return rows


def generic_rows(text):
    rows = {}
    for series in ElementTree.fromstring(text).iter():
        if local(series.tag) != "Series":
            continue
        shared = {}
        for part in series:
            if local(part.tag) != "Obs":
                shared.update((value.get("id"), value.get("value")) for value in part)
                continue
            row = dict(shared)
            for element in part.iter():
                name = {"ObsDimension": "TIME_PERIOD", "ObsValue": "OBS_VALUE"}.get(
                    local(element.tag), element.get("id"))
                if name:
                    row[name] = element.get("value")
            rows[tuple(row[name] for name in KEY)] = row
    return rows


def table_rows(text):
    rows = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        row = {name: plain(name, value) for name, value in row.items()}
        rows[tuple(row[name] for name in KEY)] = row
    return rows


def plain(name, value):
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    if value[:1] == "'" and value[1:2] in FORMULA:
        return value[1:]
    expect(value[:1] not in FORMULA or name in NUMBERS, f"{name} is a formula: {value}")
    return value


# sdmx1


def client():
    source = {"id": AGENCY, "name": "ThuocDo", "url": SDMX}
    sdmx.add_source(source, override=True)
    return sdmx.Client(AGENCY)


def sdmx1_flows():
    flows = client().dataflow().dataflow
    expect(FLOW in flows and len(flows) > 1, f"flows are {list(flows)}")


def sdmx1_agencies():
    schemes = client().agencyscheme().organisation_scheme
    expect([AGENCY in scheme for scheme in schemes.values()] == [True], f"{schemes}")


def sdmx1_structures():
    message = client().dataflow(FLOW)  # references=all
    structure = message.structure[STRUCTURE]
    dimensions = [dimension.id for dimension in structure.dimensions]
    expect(dimensions == ["FREQ", *KEY], f"dimensions are {dimensions}")
    codes = message.codelist["CL_AREA"]
    expect(str(codes["48-2025"].name.localizations["vi"]) == "Đà Nẵng", "48-2025 is misnamed")
    expect(all(name.startswith("CL_") for name in message.codelist), list(message.codelist))
    expect(f"CR_{FLOW}" in message.constraint, "no constraint")
    categories = client().categoryscheme(params={"references": "parentsandsiblings"})
    expect(len(categories.category_scheme) == 1, "no category scheme")


def sdmx1_data(wanted):
    structure = client().dataflow(FLOW).structure[STRUCTURE]
    message = client().data(
        FLOW, key={"INDICATOR": ["dti"], "REF_AREA": ["48-2008", "01-2008"]}, dsd=structure,
        params={"startPeriod": "2022", "endPeriod": "2024"})
    values = sdmx.to_pandas(message)
    expect(len(values) == 6, f"{len(values)} values")
    for (_, *key), value in values.items():
        expect(float(value) == float(wanted[tuple(key)]["OBS_VALUE"]), f"{key}: {value}")


def sdmx1_all(wanted, accept):
    message = client().data(FLOW, headers={"Accept": accept} if accept else {})
    values = sdmx.to_pandas(message)
    # Without the structure it knows no order of the dimensions.
    places = [values.index.names.index(name) for name in KEY]
    compare_values(
        {tuple(key[place] for place in places): value for key, value in values.items()}, wanted)


def sdmx1_history(wanted):
    message = client().data(
        FLOW, key={"INDICATOR": "digital-economy-gdp-share-gso"}, include_history=True)
    expect(len(message.data) > 1, f"{len(message.data)} data sets")
    standing = {}
    for data_set in message.data:
        for (_, *key), value in sdmx.to_pandas(data_set).items():
            standing[tuple(key)] = float(value)
    ours = {key: row for key, row in wanted.items() if key[0] == "digital-economy-gdp-share-gso"}
    compare_values(standing, ours)


def sdmx1_empty():
    message = client().data(FLOW, key="A.dti.", params={"startPeriod": "2099"})
    expect(len(sdmx.to_pandas(message)) == 0, "there is something in 2099")


# pysdmx, with the official schemas

STRUCTURES = [
    "dataflow/all/all/latest/", f"dataflow/{AGENCY}/{FLOW}/latest?references=all",
    f"datastructure/{AGENCY}/{STRUCTURE}/latest?references=children",
    f"codelist/{AGENCY}/CL_AREA/latest", "codelist", "conceptscheme", "agencyscheme",
    f"categoryscheme/{AGENCY}/all/latest?references=parentsandsiblings", "contentconstraint",
    "structure/all/all/all", "structure?detail=allstubs",
    f"dataflow/{AGENCY}/{FLOW}/latest?references=all&detail=referencestubs",
    f"availableconstraint/{FLOW}/A.dti./", f"availableconstraint/{FLOW}/all/all/REF_AREA",
    f"availableconstraint/{FLOW}/A.dti.?references=all",
]
QUERIES = [
    "", "&detail=dataonly", "&detail=serieskeysonly", "&detail=nodata", "&lastNObservations=1",
    "&includeHistory=True", "&dimensionAtObservation=AllDimensions", "&startPeriod=2099",
]


def pysdmx_structures():
    for path in STRUCTURES:
        message = pysdmx.io.read_sdmx(fetch(f"{SDMX}/{path}"), validate=True)
        expect(message.structures, f"nothing in {path}")


def pysdmx_data(form):
    for query in QUERIES:
        address = f"{SDMX}/data/{FLOW}/A.dti.?format={form}{query}"
        message = pysdmx.io.read_sdmx(fetch(address), validate=True)
        expect(message.data is not None, f"no data in {address}")


def pysdmx_all(wanted, form):
    message = pysdmx.io.read_sdmx(fetch(f"{SDMX}/data/{FLOW}?format={form}"), validate=True)
    frame = message.data[0].data
    keys = zip(*(frame[name] for name in KEY))
    values = pandas.to_numeric(frame["OBS_VALUE"]).astype("float64")
    compare_values(dict(zip(keys, values)), wanted)
    for name in ("SOURCE", "OBS_STATUS", "KNOWN_FROM"):
        for *key, value in zip(*(frame[name] for name in KEY), frame[name]):
            expect(value == wanted[tuple(key)][name], f"{key}: {name} is {value}")


def pysdmx_error():
    try:
        fetch(f"{SDMX}/data/{FLOW}/A.nothing.VN")
    except urllib.error.HTTPError as error:
        expect(error.code == 400, f"the status is {error.code}")
        try:
            pysdmx.io.read_sdmx(error.read().decode(), validate=True)
        except pysdmx.errors.Invalid as invalid:
            expect("150" in str(invalid), str(invalid))
            return
    raise AssertionError("no error message")


def main():
    logging.disable(logging.WARNING)
    wanted = published()
    check("sdmx1 dataflows", sdmx1_flows)
    check("sdmx1 agencies", sdmx1_agencies)
    check("sdmx1 structures", sdmx1_structures)
    check("sdmx1 data by key", lambda: sdmx1_data(wanted))
    check("sdmx1 all data, structure-specific", lambda: sdmx1_all(wanted, None))
    check("sdmx1 all data, generic", lambda: sdmx1_all(wanted, GENERIC))
    check("sdmx1 history", lambda: sdmx1_history(wanted))
    check("sdmx1 empty answer", sdmx1_empty)
    check("pysdmx structures, validated", pysdmx_structures)
    check("pysdmx structure-specific data, validated", lambda: pysdmx_data("sdmx"))
    check("pysdmx generic data, validated", lambda: pysdmx_data("sdmxgeneric"))
    check("pysdmx all data, structure-specific", lambda: pysdmx_all(wanted, "sdmx"))
    check("pysdmx all data, generic", lambda: pysdmx_all(wanted, "sdmxgeneric"))
    check("pysdmx all data, SDMX-CSV", lambda: pysdmx_all(wanted, "sdmxcsv"))
    check("pysdmx error message, validated", pysdmx_error)
    data = f"{SDMX}/data/{FLOW}"
    check("round trip SDMX-ML structure-specific",
          lambda: compare(specific_rows(fetch(data)), wanted))
    check("round trip SDMX-ML generic",
          lambda: compare(generic_rows(fetch(data, GENERIC)), wanted))
    check("round trip SDMX-CSV", lambda: compare(table_rows(fetch(data, TABLE)), wanted))
    sys.exit(1 if reds else 0)


main()

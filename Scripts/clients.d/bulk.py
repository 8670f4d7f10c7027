"""pandas, frictionless and plain Python take the data away as tables and as lines.

    bulk.py BASE_URL    prints a line for each way: name|green or name|red|why
"""

import hashlib
import io
import json
import sys
import urllib.parse
import urllib.request

import frictionless
import pandas

BASE = sys.argv[1].rstrip("/")
# JSON gives so many rows at once.
MOST = 10_000


def get(target):
    address = urllib.parse.urljoin(f"{BASE}/", target)
    with urllib.request.urlopen(address) as answer:
        return answer.read(), answer.headers


def json_rows(target):
    """All rows of a collection as JSON, a page at a time."""
    rows, offset = [], 0
    while True:
        mark = "&" if "?" in target else "?"
        page = json.loads(get(f"{target}{mark}limit={MOST}&offset={offset}")[0])["data"]
        rows += page
        if len(page) < MOST:
            return rows
        offset += MOST


def tables():
    """Every table of CSV has the rows of JSON, for pandas."""
    count = 0
    for resource in json.loads(get("datapackage.json")[0])["resources"]:
        body, head = get(resource["path"])
        frame = pandas.read_csv(io.BytesIO(body), dtype=str, keep_default_na=False)
        assert len(frame) == int(head["X-Total-Count"]), f"{resource['name']}: {len(frame)} rows"
        columns = [field["name"] for field in resource["schema"]["fields"]]
        assert list(frame.columns) == columns, f"{resource['name']}: other columns"
        count += len(frame)
    return f"{count} rows"


def cells():
    """The cells of CSV are those of JSON, for pandas."""
    frame = pandas.read_csv(f"{BASE}/v1/observations?format=csv", dtype={"areaCode": str})
    rows = json_rows("/v1/observations")
    assert len(frame) == len(rows), f"{len(frame)} rows, of JSON {len(rows)}"
    for name in ["indicator", "area", "period", "value", "low", "high", "qualifier", "source"]:
        read = [None if pandas.isna(cell) else cell for cell in frame[name]]
        wanted = [row.get(name) for row in rows]
        assert read == wanted, f"{name} is another than in JSON"
    return f"{len(rows)} cells"


def lines():
    """NDJSON has the rows of JSON."""
    body, _ = get("/v1/observations?format=ndjson")
    assert [json.loads(line) for line in body.splitlines()] == json_rows("/v1/observations")
    return f"{len(body.splitlines())} lines"


def export():
    """The export has every table, and as many lines as it says."""
    body, head = get("/v1/export.ndjson")
    rows = [json.loads(line) for line in body.splitlines()]
    assert len(rows) == int(head["X-Total-Count"]), f"{len(rows)} lines"
    tables = {}
    for row in rows:
        tables.setdefault(row.pop("table"), []).append(row)
    vintages = json_rows("/v1/observations?vintages=all")
    assert tables["observations"] == vintages, "other observations than JSON's"
    assert tables.get("publishedRanks"), "no published ranks"
    return f"{len(rows)} lines"


def package():
    """frictionless finds the package valid: types, keys, lengths and digests."""
    report = frictionless.validate(f"{BASE}/datapackage.json")
    errors = report.flatten(["name", "fieldName", "type", "note"])
    assert report.valid, str(errors[:3])
    return f"{len(report.tasks)} resources"


def catalog():
    """What the catalogue says of each file is so."""
    files = 0
    for dataset in json.loads(get("catalog.jsonld")[0])["dcat:dataset"]:
        file = dataset["dcat:distribution"]
        body, _ = get(file["dcat:downloadURL"]["@id"])
        digest = file["spdx:checksum"]["spdx:checksumValue"]["@value"]
        assert hashlib.sha256(body).hexdigest() == digest, dataset["@id"]
        assert str(len(body)) == file["dcat:byteSize"]["@value"], dataset["@id"]
        files += 1
    return f"{files} files"


for name, check in {
    "pandas: every table as CSV": tables, "pandas: the cells of CSV are JSON's": cells,
    "NDJSON: the lines are JSON's rows": lines, "NDJSON: the export": export,
    "frictionless: the data package": package, "DCAT: the catalogue's checksums": catalog,
}.items():
    try:
        print(f"{name} ({check()})|green", flush=True)
    except Exception as error:  # What a client does not take is what is to be shown.
        why = f"{type(error).__name__}: {error}".replace("\n", " ").replace("|", "/")
        print(f"{name}|red|{why[:300]}", flush=True)

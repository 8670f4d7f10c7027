"""LibreOffice Calc opens the CSV from the web: letters, numbers as numbers, periods as they are."""

import os
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

sys.path.append(str(pathlib.Path(__file__).parent))

from cells import ask_json, cell, equal, expect  # noqa: E402

BASE = sys.argv[1]
FIELDS = "indicator,area,areaCode,areaName,period,value,excerpt"
ASKED = f"/v1/observations?period=2024..&fields={FIELDS}"
# Comma, quotes, UTF-8, from line 1; the code and the period, columns 7 and 10, are text.
FILTER = "Text - txt - csv (StarCalc):44,34,76,1,7/2/10/2"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def opened(url):
    """The rows of the first sheet: cells of (type, value)."""
    home = pathlib.Path.cwd()
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless",
         f"--infilter={FILTER}", "--convert-to", "fods", "--outdir", str(home / "out"), url],
        check=True, timeout=200, stdout=sys.stderr)
    made = list((home / "out").iterdir())
    equal(len(made), 1, "the number of files")
    for row in xml.etree.ElementTree.parse(made[0]).iter(TABLE + "table-row"):
        cells = []
        for each in row.findall(TABLE + "table-cell"):
            kind = each.get(OFFICE + "value-type")
            text = "\n".join("".join(line.itertext()) for line in each)
            value = each.get(OFFICE + "value") if kind == "float" else text
            cells += [(kind, value)] * int(each.get(TABLE + "number-columns-repeated", "1"))
        if any(kind for kind, _ in cells):
            yield cells


os.environ.setdefault("HOME", os.getcwd())
rows = []
with cell("CSV from the web"):
    rows = list(opened(f"{BASE}{ASKED}&format=csv"))
    head = [value for _, value in rows[0]]
    rows = [dict(zip(head, row)) for row in rows[1:]]
    data = ask_json(BASE + ASKED)["data"]
    equal(len(rows), len(data), "the number of rows")

if rows:
    with cell("letters"):
        for row, wanted in zip(rows, data):
            equal(row["areaNameVi"][1], wanted["areaName"]["vi"], "a name")
    with cell("numbers"):
        for row, wanted in zip(rows, data):
            if wanted["value"] is not None:
                equal(row["value"][0], "float", f"the type of {wanted['value']}")
                equal(float(row["value"][1]), float(wanted["value"]), "a value")
    with cell("codes and periods stay as they are"):
        for row, wanted in zip(rows, data):
            equal(row["areaCode"][1] or None, wanted["areaCode"], "a code")
            equal(row["period"][1] or None, wanted["period"], "a period")
            expect(row["period"][0] in ("string", None), f"{row['period']} is not text")
    with cell("days are days"):
        starts = [row["periodStart"] for row in rows if row["periodStart"][1]]
        expect(starts and all(kind == "date" for kind, _ in starts), "a start is not a day")
    with cell("no formulas"):
        with open(next(pathlib.Path("out").iterdir()), encoding="utf-8") as file:
            expect("table:formula" not in file.read(), "there is a formula")

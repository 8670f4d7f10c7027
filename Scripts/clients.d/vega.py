"""Vega-Lite draws charts whose data are addresses of the server, as on a page or in Observable."""

import pathlib
import sys
import xml.etree.ElementTree

sys.path.append(str(pathlib.Path(__file__).parent))

import altair  # noqa: E402
import vl_convert  # noqa: E402

from cells import ask_json, cell, equal, expect  # noqa: E402

BASE = sys.argv[1]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(spec):
    """The labels of the marks: what each of them says to a screen reader."""
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[BASE + "/"])
    paths = xml.etree.ElementTree.fromstring(svg).iter(SVG + "path")
    return [path.get("aria-label") for path in paths if path.get("aria-label")]


with cell("bars from CSV"):
    marks = drawn({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"url": f"{BASE}/v1/indicators/dti/ranking?period=2024&limit=10&format=csv",
                 "format": {"type": "csv"}},
        "mark": "bar",
        "encoding": {"x": {"field": "value", "type": "quantitative"},
                     "y": {"field": "areaNameVi", "type": "nominal", "sort": "-x"}}})
    rows = ask_json(f"{BASE}/v1/indicators/dti/ranking?period=2024&limit=10")["data"]
    for row in rows:
        expect(any(row["areaName"]["vi"] in mark and row["value"] in mark for mark in marks),
               f"{row['areaName']['vi']}, {row['value']} is not drawn")

with cell("lines from JSON"):
    marks = drawn({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"url": f"{BASE}/v1/observations?indicator=dti&area=48-2008,79-2008",
                 "format": {"type": "json", "property": "data"}},
        "mark": {"type": "line", "point": True},
        "encoding": {"x": {"field": "period", "type": "ordinal"},
                     "y": {"field": "value", "type": "quantitative"},
                     "color": {"field": "areaName.vi", "type": "nominal"}}})
    expect(any("Đà Nẵng" in mark for mark in marks), "Đà Nẵng is not drawn")

with cell("Altair, periods as days"):
    chart = altair.Chart(
        altair.UrlData(
            f"{BASE}/v1/observations?indicator=digital-economy-gdp-share-gso&format=csv",
            format=altair.CsvDataFormat(type="csv"))
    ).mark_point().encode(x="periodEnd:T", y="value:Q")
    rows = ask_json(f"{BASE}/v1/observations?indicator=digital-economy-gdp-share-gso")["data"]
    equal(len([mark for mark in drawn(chart.to_dict()) if "value" in mark]), len(rows), "points")

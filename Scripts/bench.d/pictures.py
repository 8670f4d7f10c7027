"""What people look at: pages, beside the same bytes as a file of nginx, and charts never drawn
before."""

import contextlib
import random

import servers
from client import Load, Rounds, ask
from machine import HERE, Unavailable
from table import Row

SCRIPT = HERE / "pictures.lua"
# As a browser asks; curl and programs are not given pages.
BROWSER = ["Accept: text/html,*/*;q=0.8", "Accept-Encoding: br"]
PAGES = {"front page": "/", "province page": "/provinces/48", "data dictionary": "/docs/data"}
CITIES = "province=da-nang,ha-noi,hue,can-tho,hai-phong,ho-chi-minh"
CHARTS = {
    "one line": "/v1/indicators/egdi-value/observations/chart.svg?area=VN",
    "six lines": f"/v1/indicators/dti/observations/chart.svg?{CITIES}",
    "34 bars": "/v1/indicators/dti/ranking/chart.svg?boundaries=2025-07-01",
    "63 bars": "/v1/indicators/dti/ranking/chart.svg?boundaries=2008-08-01",
    "map of 34": "/v1/indicators/dti/ranking/map.svg?boundaries=2025-07-01",
    "map of 63": "/v1/indicators/dti/ranking/map.svg?boundaries=2008-08-01",
    "all targets": "/v1/targets/chart.svg",
}


def measure(bench):
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(servers.thuocdo(bench.binary, bench.bundled))
        return _pages(bench, ours) + _charts(bench, ours)


def _pages(bench, ours):
    rows = []
    for name, target in PAGES.items():
        head, body = ask(ours, target, BROWSER)
        if b"text/html" not in head or b"content-encoding: br" not in head.lower():
            raise Unavailable(f"{target} is no compressed page")
        # The bytes that are sent, as a file; its name only has to be another one.
        file = f"/{name.replace(' ', '-')}"
        with servers.nginx(file, body) as nginx:
            rounds = Rounds(
                [Load("ours", ours, target, fields=BROWSER), Load("nginx", nginx, file)], bench)
        rows.append(Row(
            f"F. {name}, {len(body) / 1000:.1f} kB compressed", rounds.text("ours"),
            f"nginx: {rounds.text('nginx')}", rounds.ratio("ours", "nginx"), wanted=("≤", 1.5)))
    return rows


def _charts(bench, ours):
    def load(name, target):
        words = [str(random.randrange(10**9)), target]
        return Load(name, ours, script=SCRIPT, arguments=words)

    plain = Load("repeated", ours, "/v1/provinces/48")
    rounds = Rounds([plain] + [load(*chart) for chart in CHARTS.items()], bench)
    return [
        Row(
            f"F. chart never drawn before: {name} ({len(ask(ours, target)[1]) / 1000:.0f} kB)",
            rounds.text(name), f"a repeated question: {rounds.text('repeated')}",
            rounds.median(name), "{:.0f} µs")
        for name, target in CHARTS.items()]

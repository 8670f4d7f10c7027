"""What a row costs in each format, beside JSON: of one question of many rows, and of the store."""

import statistics

import client
import servers
from folders import Folder
from machine import Unavailable, cpu_seconds, memory
from table import Row

OBSERVATIONS = 1_000_000
# Of the synthetic data: some 20,000 rows of few indicators, which is a cube without gaps.
QUESTION = "/v1/observations?indicator={}&period=2021-01.."
ROWS = 20_000


def measure(bench):
    folder = Folder(OBSERVATIONS)
    rows = []
    with servers.thuocdo(bench.binary, folder.path, wait=300) as server:
        question, key = _question(server, folder)
        rows += _formats(
            bench, server, "{:,} rows", {
                "json": question, "csv": f"{question}&format=csv",
                "ndjson": f"{question}&format=ndjson", "jsonstat": f"{question}&format=jsonstat"}
            | _sdmx(f"{key}?startPeriod=2021-01&"))
        # JSON and JSON-stat are not given of more rows than a bound.
        before = memory(server.pid)["VmHWM"]
        rows += _formats(
            bench, server, "the whole store", {
                "ndjson": "/v1/observations?format=ndjson", "csv": "/v1/observations?format=csv",
                "export.ndjson": "/v1/export.ndjson"} | _sdmx("?"))
        peak = memory(server.pid)["VmHWM"]
    return rows + [
        Row(
            "E. peak memory with the whole store in each of these", f"{peak / 2**20:.1f} MiB",
            f"before them: {before / 2**20:.1f} MiB", peak / before)]


def _sdmx(rest):
    """The same figures of SDMX, which has them on the map on which they were published."""
    return {
        name: f"/sdmx/2.1/data/DIGITAL{rest}format={name}"
        for name in ("sdmx", "sdmxgeneric", "sdmxcsv")}


def _question(server, folder):
    """One indicator more until there are enough rows; the same as a key of SDMX."""
    for count in range(1, folder.indicators + 1):
        names = ",".join(f"synthetic-{number:02}" for number in range(1, count + 1))
        target = QUESTION.format(names)
        head, _ = client.ask(server, f"{target}&limit=1", ["Connection: close"])
        if (_total(head) or 0) >= ROWS:
            return target, f"/.{names.replace(',', '+')}."
    raise Unavailable(f"the synthetic data have no question of {ROWS:,} rows")


def _total(head):
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"x-total-count":
            return int(value)
    # SDMX does not count its rows.
    return None


def _formats(bench, server, label, targets):
    """Each format in turn, several rounds; the first is what the others are compared with."""
    costs = {name: [] for name in targets}
    ratios = {name: [] for name in targets}
    counts = {}
    for _ in range(bench.rounds):
        for name, target in targets.items():
            bench.progress(f"{label.format(ROWS)} as {name}")
            counts[name], cost = _once(server, target, bench)
            costs[name].append(cost)
        first = costs[next(iter(costs))][-1]
        for name in targets:
            ratios[name].append(costs[name][-1] / first)
    plain = next(iter(targets))
    rows = counts[plain]
    texts = {
        name: f"{statistics.median(each) / rows * 1e6:.2f} µs a row"
        for name, each in costs.items()}
    return [
        Row(
            f"E. {label.format(rows)} as {name}", texts[name], f"{plain}: {texts[plain]}",
            statistics.median(ratios[name]))
        for name in targets]


def _once(server, target, bench):
    """Rows, and the server's CPU seconds for one answer; small ones are asked for several times."""
    times = 1 if "indicator" not in target else 10
    before = cpu_seconds(server.pid)
    for _ in range(times):
        with client.Connection(server) as connection:
            connection.socket.sendall(client.request(target, ["Connection: close"]))
            start = b""
            while piece := connection.socket.recv(1 << 20):
                start = start if b"\r\n\r\n" in start else start + piece
    cost = (cpu_seconds(server.pid) - before) / times
    if not start.startswith(b"HTTP/1.1 200"):
        raise Unavailable(f"{target}: {start[:40]}")
    return _total(start.partition(b"\r\n\r\n")[0]), cost

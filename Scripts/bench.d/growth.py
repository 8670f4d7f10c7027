"""What happens as the data grows: a question's cost, memory, and the time to load."""

import contextlib
import os
import random
import shutil
import subprocess
import time

import peers
import servers
from client import Load, Rounds
from folders import Folder
from fresh import SCRIPT
from machine import SERVER_CORE, WORK, Unavailable, memory, on_core, output
from table import Row

SIZES = [10_000, 100_000, 1_000_000]
LARGE = 10_000_000
LARGE_DISK = 3e9

ORJSON = """
import orjson, pathlib, sys, time
begun = time.process_time()
for path in pathlib.Path(sys.argv[1]).glob("*.json"):
    orjson.loads(path.read_bytes())
print(time.process_time() - begun)
"""


def measure(bench):
    rows = []
    sizes = list(SIZES)
    if bench.large:
        if shutil.disk_usage(WORK).free < LARGE_DISK:
            rows.append(Row(f"3. {LARGE:,} observations", why="3 GB of disk are not free"))
        else:
            sizes.append(LARGE)
    folders = []
    for size in sizes:
        bench.progress(f"{size:,} observations are written")
        folders.append(Folder(size))
    rows += _questions(bench, folders)
    for folder in folders[2:]:
        rows += _memory(bench, folder)
        rows += _loading(bench, folder)
    return rows


def _questions(bench, folders):
    with contextlib.ExitStack() as stack:
        loads = []
        for folder in folders:
            bench.progress(f"{folder.observations:,} observations are loaded")
            server = stack.enter_context(servers.thuocdo(bench.binary, folder.path, wait=300))
            words = folder.arguments("selection", random.randrange(10**9))
            loads.append(Load(folder.observations, server, script=SCRIPT, arguments=words))
        rounds = Rounds(loads, bench)
    least = folders[0].observations
    return [
        Row(
            f"3. a selection out of {folder.observations:,}", rounds.text(folder.observations),
            f"out of {least:,}: {rounds.text(least)}", rounds.ratio(folder.observations, least),
            wanted=("≤", 2))
        for folder in folders[1:]]


def _memory(bench, folder):
    bench.progress(f"memory of {folder.observations:,} observations")
    with servers.thuocdo(bench.binary, folder.without_observations()) as server:
        empty = memory(server.pid)
    with servers.thuocdo(bench.binary, folder.path, core=None, wait=300) as server:
        full = memory(server.pid)
    each = (full["VmRSS"] - empty["VmRSS"]) / folder.observations
    stays = full["RssAnon"]
    peak = full["VmHWM"] - full["RssFile"] - full.get("RssShmem", 0)
    label = f"{folder.observations:,} observations"
    return [
        Row(
            f"3. memory, {label}", f"{full['VmRSS'] / 2**20:.0f} MiB",
            f"without observations: {empty['VmRSS'] / 2**20:.0f} MiB", each,
            "{:.1f} bytes each", ("≤", 24)),
        Row(
            f"3. peak while loading, {label}", f"{peak / 2**20:.0f} MiB",
            f"what stays: {stays / 2**20:.0f} MiB", peak / stays, wanted=("≤", 2)),
    ]


def _loading(bench, folder):
    megabytes = folder.bytes / 1e6
    command = [bench.binary, "check", "--data", folder.path]
    bench.progress(f"loading {megabytes:.0f} MB")
    one = min(_seconds(on_core(SERVER_CORE, command))[1] for _ in range(3))
    wall, used = min(_seconds(command) for _ in range(3))
    label = f"{megabytes:.0f} MB"
    try:
        python = peers.python("orjson")
        theirs = min(
            float(output(*on_core(SERVER_CORE, [python, "-c", ORJSON, folder.path])))
            for _ in range(3))
        peer = f"orjson, reading only: {megabytes / theirs:.0f} MB/s"
    except Unavailable as unavailable:
        peer = f"orjson: {unavailable}"
    return [
        Row(
            f"3. loading and checking {label}, one core", f"{one:.2f} s of CPU", peer,
            megabytes / one, "{:.0f} MB/s", ("≥", 150)),
        Row(
            f"3. loading and checking {label}, all cores", f"{wall:.2f} s",
            f"{used / wall:.1f} cores busy", megabytes / wall, "{:.0f} MB/s"),
    ]


def _seconds(command):
    """How long a command takes, and its CPU time."""
    command = [str(word) for word in command]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - begun
    # Waited for already.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Unavailable(f"{' '.join(command)} failed")
    return took, used.ru_utime + used.ru_stime

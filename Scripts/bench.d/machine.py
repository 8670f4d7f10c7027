"""This machine: what it is, its two cores for measuring, and what a process has used of it."""

import os
import platform
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = pathlib.Path(__file__).resolve().parent
# Everything that the benchmark makes lies here, and may be deleted.
WORK = ROOT / ".build" / "bench"

_cores = sorted(os.sched_getaffinity(0))
# The server has a core of its own, the clients another, where there are two.
SERVER_CORE, CLIENT_CORE = _cores[0], _cores[-1]
# Whoever else works here makes everything slower, the kernel's share most.
_load_before = os.getloadavg()[0]


class Unavailable(Exception):
    """Something cannot be measured here; says why."""


def on_core(core, command):
    return ["taskset", "-c", str(core)] + [str(word) for word in command]


def output(*command, **options):
    """What a command prints; a failure is Unavailable with its last words."""
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if run.returncode != 0:
        words = (run.stderr.strip() or run.stdout.strip()).splitlines()[-1:]
        raise Unavailable(f"{pathlib.Path(command[0]).name} failed: {' '.join(words)[:120]}")
    return run.stdout


def family(pid):
    """A process and all below it."""
    found = [pid]
    for tasks in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (tasks / "children").read_text().split():
            found += family(int(child))
    return found


def cpu_seconds(pid):
    """User and system time of a process, its threads and its children since they began.

    The scheduler's own count, in nanoseconds; utime + stime of /proc/PID/stat are the same in
    hundredths of a second, and stand in where there is no such count.
    """
    total = 0.0
    for member in family(pid):
        for task in pathlib.Path(f"/proc/{member}/task").iterdir():
            try:
                total += int((task / "schedstat").read_text().split()[0]) / 1e9
            except OSError:
                fields = (task / "stat").read_text().rpartition(")")[2].split()
                total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def memory(pid):
    """The lines of /proc/PID/status that are sizes, in bytes: VmRSS, VmHWM, RssAnon, …"""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return {key: int(size) * 1024 for key, size in re.findall(r"^(\w+):\s+(\d+) kB$", text, re.M)}


def _first(pattern, text, default="unknown"):
    found = re.search(pattern, text, re.M)
    return found.group(1).strip() if found else default


def _version(command, pattern):
    if shutil.which(command[0]) is None:
        return None
    run = subprocess.run(command, capture_output=True, text=True)
    return _first(pattern, run.stdout + run.stderr)


def describe():
    """One line on the machine and what was measured with."""
    processor = _first(r"^model name\s*:(.*)$", pathlib.Path("/proc/cpuinfo").read_text())
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = {
        "Swift": _version(["swift", "--version"], r"Swift version (\S+)"),
        "nginx": _version(["nginx", "-v"], r"nginx/(\S+)"),
        "wrk": _version(["wrk", "-v"], r"wrk \D*([\d.]+)"),
        "valgrind": _version(["valgrind", "--version"], r"valgrind-(\S+)"),
        "Python": platform.python_version(),
    }
    tools = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
    return (
        f"{processor}, {len(_cores)} cores, {gigabytes:.0f} GiB, "
        f"Linux {platform.release()}; {tools}; load average before {_load_before:.1f}"
    )

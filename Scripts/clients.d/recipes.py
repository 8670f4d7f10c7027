"""The recipes of the README, taken from its own text: each is run as it stands there, and must say
what stands below it ("…" stands for anything)."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).parent))

from cells import cell, expect  # noqa: E402

BASE = sys.argv[1]
README = pathlib.Path(__file__).resolve().parent.parent.parent / "README.md"
# Where the README says that the server is.
WRITTEN = "http://127.0.0.1:8080"
SECONDS = 120
# What runs a block of each language; it reads the block from its standard input.
RUNNERS = {
    "sh": ["bash", "-eo", "pipefail"],
    "js": ["node", "--input-type=module"],
    "python": [sys.executable, "-P", "-"],
    "r": ["Rscript", "-"],
    "json": [sys.executable, "-P", "-c", """
import json, re, sys, vl_convert
spec = json.load(sys.stdin)
base = re.match("https?://[^/]*/", spec["data"]["url"]).group()
svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[base])
print(*re.findall('<path aria-label="([^"]*)"', svg), sep="\\n")
"""],
}


def recipes():
    """Name, language, text and what it says, of each recipe."""
    text = README.read_text().partition("\n## Clients\n")[2].partition("\n## ")[0]
    for name, rest in re.findall(r"^\*\*([^*]+?)\.?\*\*(.*?)(?=^\*\*|\Z)", text, re.M | re.S):
        blocks = re.findall(r"^```(\w+)\n(.*?)^```$", rest, re.M | re.S)
        expect(len(blocks) % 2 == 0, f"{name}: a block without what it says")
        for (language, code), (_, said) in zip(blocks[::2], blocks[1::2]):
            yield name, language, code, said


def missing(language, code):
    """What is needed to run it and is not here; None if all is."""
    needed = {RUNNERS[language][0]}
    if language == "sh":
        needed |= set(re.findall(r"(?:^|\| *)(\w+)", code.replace("\\\n", " "), re.M))
    for program in sorted(needed):
        if not shutil.which(program):
            return program
    for package in re.findall(r"^library\((\w+)\)", code, re.M) if language == "r" else []:
        asked = ["Rscript", "-e", f"library({package})"]
        if subprocess.run(asked, capture_output=True).returncode != 0:
            return f"R's {package}"
    return None


def run(language, code, said):
    home = pathlib.Path.cwd() / str(time.monotonic_ns())
    home.mkdir()
    done = subprocess.run(
        RUNNERS[language], input=code.replace(WRITTEN, BASE), capture_output=True, text=True,
        cwd=home, timeout=SECONDS,
        # Tables that are as wide everywhere.
        env={**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"})
    print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
    expect(done.returncode == 0, f"exit {done.returncode}: {done.stderr.strip()[-200:]}")
    lines = "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())
    # Blanks before the first word are part of a table.
    pattern = ".*".join(re.escape(piece) for piece in said.rstrip().split("…"))
    expect(re.fullmatch(pattern, lines, re.S), f"it says {lines[:200]!r}")


def main():
    found = list(recipes())
    with cell(f"{len(found)} recipes in the README"):
        expect(len(found) >= 6, "there are too few")
    for name, language, code, said in found:
        if lacking := missing(language, code):
            print(f"{name}|cannot be installed here|{lacking}", flush=True)
            continue
        with cell(name):
            run(language, code, said)


main()

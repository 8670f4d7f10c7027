"""Whether /openapi.json is a valid OpenAPI document, and whether the server does what it says.

    openapi.py BASE_URL    prints a line for each: name|green or name|red|why

schemathesis asks what the document allows and what it does not, with all its checks; its warnings
are failures. What it is told beside is in schemathesis.toml. The questions are the same each time.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from openapi_spec_validator import validate

# Python runs this file without looking beside it.
sys.path.append(str(pathlib.Path(__file__).resolve().parent))

from cells import ask, cell, expect  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ADDRESS = sys.argv[1].rstrip("/") + "/openapi.json"
# Some more than schemathesis.toml gives to the questions.
SECONDS = 270


def behave():
    # It looks for its hooks, and leaves its notes, where it is run.
    with tempfile.TemporaryDirectory() as folder:
        for name in ("schemathesis.toml", "schemathesis_checks.py"):
            shutil.copy(HERE / name, folder)
        words = [pathlib.Path(sys.executable).parent / "st", "run", ADDRESS, "--checks", "all"]
        run = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, cwd=folder)
    print(run.stdout, run.stderr, file=sys.stderr)
    found = re.findall(r"^(?:- |\s+- |⚠|❌).*$", run.stdout, re.MULTILINE)
    expect(run.returncode == 0, "; ".join(line.strip() for line in found) or run.stdout[-200:])


with cell("openapi-spec-validator"):
    validate(json.loads(ask(ADDRESS)))
with cell("schemathesis"):
    behave()

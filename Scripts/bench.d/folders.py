"""Folders of synthetic data of several sizes, and the same rows in SQLite."""

import json
import os
import shutil
import sqlite3

from machine import ROOT, WORK, Unavailable, output


class Folder:
    """What Scripts/generate wrote, kept for the next time."""

    def __init__(self, observations):
        self.observations = observations
        self.path = WORK / f"data-{observations}"
        script = ROOT / "Scripts" / "generate"
        if not script.exists():
            raise Unavailable("there is no Scripts/generate")
        if not (self.path / "done").exists() or self._age("done") < script.stat().st_mtime:
            shutil.rmtree(self.path, ignore_errors=True)
            output(script, "--observations", observations, "--out", self.path)
            (self.path / "done").touch()
        self.files = sorted(self.path.glob("*.json"))
        self.bytes = sum(file.stat().st_size for file in self.files)
        self.indicators = self._count("indicators")
        self.units = self._count("provinces")

    def _age(self, name):
        return (self.path / name).stat().st_mtime

    def _count(self, name):
        return len(json.loads((self.path / f"synthetic-{name}.json").read_text())[name])

    def observation_files(self):
        return [file for file in self.files if "observations" in file.name]

    def without_observations(self):
        """A folder of links to everything else."""
        path = WORK / f"data-{self.observations}-empty"
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        for file in self.files:
            if "observations" not in file.name:
                os.symlink(file, path / file.name)
        return path

    def arguments(self, kind, seed, *more):
        """What questions.lua wants to know."""
        return [kind, str(seed), str(self.indicators), str(self.units), *more]

    def sqlite(self):
        """The same observations as a table with an index, for Datasette."""
        path = WORK / f"data-{self.observations}.sqlite"
        if path.exists() and path.stat().st_mtime > self._age("done"):
            return path
        path.unlink(missing_ok=True)
        keys = ["indicator", "area", "period", "value", "status", "source"]
        with sqlite3.connect(path) as database:
            database.execute(f"create table observations ({', '.join(keys)})")
            for file in self.observation_files():
                rows = json.loads(file.read_text())["observations"]
                database.executemany(
                    f"insert into observations values ({', '.join('?' * len(keys))})",
                    ([row.get(key) for key in keys] for row in rows))
            database.execute("create index selection on observations (indicator, area, period)")
        database.close()
        return path

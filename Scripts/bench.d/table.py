"""The table: what was wanted and what came of it, and its place in the README."""

import dataclasses
import datetime
import operator

from machine import ROOT, describe

START = "<!-- what Scripts/bench wrote -->"
END = "<!-- end of what Scripts/bench wrote -->"
COMPARISONS = {"≤": operator.le, "≥": operator.ge}


@dataclasses.dataclass
class Row:
    """One thing measured: a figure, what stands beside it, and the bound that it is to keep."""

    goal: str
    ours: str = ""
    peer: str = ""
    # What is judged, and how it is written: {:.2f} and the like.
    figure: float = None
    form: str = "{:.2f} ×"
    # A comparison and a number, such as ("≤", 1.15); None where nothing was set.
    wanted: tuple = None
    # Why there is no figure.
    why: str = None

    def verdict(self):
        if self.why:
            return f"not measured: {self.why}"
        if self.wanted is None:
            return "–"
        return "met" if COMPARISONS[self.wanted[0]](self.figure, self.wanted[1]) else "**not met**"

    def cells(self):
        figure = "" if self.figure is None else self.form.format(self.figure)
        bound = ""
        if self.wanted:
            bound = f"{self.wanted[0]} {self.form.format(self.wanted[1])}"
        return [self.goal, self.ours, self.peer, figure, bound, self.verdict()]


HEADS = ["what", "ours", "beside it", "judged", "wanted", ""]


def plain(rows):
    """For a terminal."""
    lines = [HEADS] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
        for line in lines)


def markdown(rows):
    lines = [HEADS, ["---"] * len(HEADS)] + [row.cells() for row in rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    day = datetime.date.today().isoformat()
    return f"{table}\n\nMeasured on {day}: {describe()}."


def write_readme(rows):
    """Puts the table between its two marks; False where the README has them not."""
    path = ROOT / "README.md"
    text = path.read_text()
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        return False
    path.write_text(f"{before}{START}\n{markdown(rows)}\n{END}{after}")
    return True

"""One row of the table: what was done to a server, and what came of it."""

import dataclasses


@dataclasses.dataclass
class Outcome:
    """What one server did under one attack."""

    # The figure, as it is shown.
    words: str
    # What is compared with nginx's: less is better. None where there is nothing to compare.
    figure: float = None
    # What it may exceed nginx's by, which is noise of this machine.
    slack: float = 0.0
    # What was promised and not kept, whatever the other one does.
    broken: list = dataclasses.field(default_factory=list)


class Skipped(Exception):
    """A case cannot be run; says why."""


def percent(part, whole):
    return 100 * part / whole if whole else 0.0


def plural(count, what):
    return f"{count:,} {what}" + ("" if count == 1 else "s")

"""What an answer to a question that the document allows may be refused for."""

import re

import schemathesis

# By code: the parameters that may be to blame; None: any.
REASONS = {
    # Parameters that exclude each other.
    "conflict": None,
    # Names that nobody bears on the map that the answer stands on.
    "notOnThisMap": None,
    # A span whose first end is after its last.
    "outOfRange": {"period", "due"},
    # More rows or cells than are given at once, more lines, points or bars than are drawn.
    "tooMany": {"limit", "sort", "format", "area", "period", "status"},
    # The document says explode: false, and yet schemathesis may write a list of periods as several
    # parameters, since a list is only one of the two things that the parameter may be.
    "repeated": {"period"},
    # A field that only vintages=all has.
    "unknownValue": {"fields"},
}
SPAN = "&quot;startPeriod&quot; must be no later than"


def is_stated(error, path):
    # The front page takes them for who asks for HTML; who is led on takes nothing along.
    if path == "/" and error["code"] == "notHere":
        return True
    if error["code"] not in REASONS:
        return False
    if error["code"] == "unknownValue" and error["value"] != "vintage":
        return False
    return REASONS[error["code"]] is None or error["parameter"] in REASONS[error["code"]]


@schemathesis.check
def refused_for_what_cannot_be_described(ctx, response, case):
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if response.status_code == 400 and case.path.startswith("/sdmx/"):
        # An error message of SDMX names the parameter in its text. A span that ends first, again.
        errors = re.findall('<com:Text xml:lang="en">(.*?)</com:Text>', response.text)
        assert errors and all(error.startswith(SPAN) for error in errors), response.text
    elif response.status_code == 400:
        errors = response.json().get("errors", [])
        stated = all(is_stated(error, case.path) for error in errors)
        assert errors and stated, f"refused: {response.text}"
    if response.status_code == 406:
        query = case.query or {}
        both = query.get("format") == "jsonstat" and query.get("vintages") == "all"
        assert both, f"refused: {response.text}"

"""REDbot on each kind of answer: every address of the README in every format that it offers, by
name and by Accept, by GET and HEAD, coded, unchanged and refused. It may have nothing to warn of,
neither of the answer nor of those that it asks for beside it (coded, conditional, in ranges)."""

import configparser
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

sys.path.append(str(pathlib.Path(__file__).parent))

import thor  # noqa: E402
from httplint.note import levels  # noqa: E402
from redbot.resource import HttpResource  # noqa: E402

from cells import ask_json, cell, expect  # noqa: E402

BASE = sys.argv[1]
README = pathlib.Path(__file__).resolve().parent.parent.parent / "README.md"
# How many are looked at side by side; more would only make each wait.
TOGETHER = 8
# What fills a blank of an address; else the first row of the collection before it.
FILLING = {"{code}": "48", "{set}": "5-5-5-2024", "{item}": "khong-3"}
SDMX = {
    "{flow}": "DIGITAL", "{key}": "A.dti.", "{provider}": "all", "{component}": "REF_AREA",
    "{resource}": "dataflow", "{agency}": "THUOCDO", "{id}": "DIGITAL", "{version}": "latest"}
NEEDED = {
    "/v1/search": "q=da+nang", "/v1/observations/chart.svg": "indicator=dti&province=48",
    "/v1/indicators/{id}/observations/chart.svg": "area=VN"}
SDMX_TABLE = "application/vnd.sdmx.data+csv"
# The whole store is more than a cube may hold.
CUBES = {"/v1/observations": "/v1/observations?indicator=dti"}
# Answers that are the same in several formats.
SMALL = {
    "/v1/observations?indicator=dti": ("json", "csv", "ndjson", "jsonstat"),
    "/sdmx/2.1/data/DIGITAL/A.dti.": ("sdmx", "sdmxgeneric", "sdmxcsv"),
    "/sdmx/2.1/codelist/THUOCDO/CL_AREA": ("sdmxstructure",)}
REFUSED = {
    404: ["/v1/nothing", "/v1/provinces/no-such", "/sdmx/2.1/data/NOTHING",
          "/sdmx/2.1/dataflow/THUOCDO/NOTHING"],
    400: ["/v1/provinces?no=such", "/v1/search", "/sdmx/2.1/data/DIGITAL?no=such",
          "/sdmx/2.1/data/DIGITAL/A.nothing.VN"]}


def addresses():
    """Every address of the README as it stands there, and with its blanks filled."""
    text = README.read_text().partition("\n## Addresses\n")[2].partition("\n## ")[0]
    found = {}
    for pattern in re.findall(r"^\| `(/[^`]*)` \|", text, re.MULTILINE):
        words = []
        filling = SDMX if pattern.startswith("/sdmx/") else FILLING
        for word in pattern.split("/"):
            if word in filling:
                word = filling[word]
            elif word.startswith("{"):
                rows = ask_json(f"{BASE}{'/'.join(words)}?fields=id&limit=1")["data"]
                word = urllib.parse.quote(rows[0]["id"])
            words.append(word)
        address = "/".join(words)
        found[pattern] = address + ("?" + NEEDED[pattern] if pattern in NEEDED else "")
    expect(len(found) > 30, "the README has no addresses")
    return found


class Offer:
    """What /openapi.json offers at an address."""

    def __init__(self, document, pattern):
        operation = document["paths"].get(pattern, {}).get("get", {})
        named = [each for each in operation.get("parameters", []) if each.get("name") == "format"]
        self.formats = named[0]["schema"]["enum"] if named else []
        content = operation.get("responses", {}).get("200", {}).get("content", {})
        # A range would be no media type, and a parameter is not what it is asked for.
        self.media_types = [media_type.partition(";")[0] for media_type in content]


def tag_of(target, coding):
    """None where there is none, as there is of nothing that fails."""
    fields = {"Accept-Encoding": coding}
    try:
        request = urllib.request.Request(BASE + target, headers=fields)
        with urllib.request.urlopen(request) as answer:
            return answer.headers["ETag"]
    except urllib.error.HTTPError:
        return None


class Question:
    """A request, and what REDbot thinks of its answer."""

    config = configparser.ConfigParser()
    config.read_dict({"redbot": {"enable_local_access": "True"}})

    def __init__(self, target, *allowed, method="GET", **fields):
        self.allowed = allowed
        self.words = f"{method} {target}{''.join(f' {v}' for v in fields.values())}"
        self.resource = HttpResource(self.config["redbot"])
        fields = [(name.replace("_", "-"), value) for name, value in fields.items()]
        self.resource.set_request(BASE + target, method, fields)

    @property
    def status(self):
        """The answer's status, 0 where none came."""
        return int(self.resource.response.status_code or 0)

    def complaints(self):
        if self.resource.fetch_error:
            yield f"{self.words}: {self.resource.fetch_error}"
        for asked in (self.resource, *self.resource.subreqs.values()):
            for note in asked.response.notes:
                # That a 400 is a 400 is no news.
                if type(note).__name__ == "STATUS_BAD_REQUEST" and self.status == 400:
                    continue
                if note.level in (levels.WARN, levels.BAD):
                    yield f"{self.words} ({asked.check_name}): {note.summary}"


def look(questions):
    """Has REDbot look at all of them; its loop runs only once."""
    waiting = list(questions)
    under_way = set()

    def begin():
        while waiting and len(under_way) < TOGETHER:
            question = waiting.pop(0)
            under_way.add(question)
            question.resource.once("check_done", lambda question=question: done(question))
            question.resource.check()

    def done(question):
        under_way.discard(question)
        # Not from inside the event, where the resource is not quite done.
        thor.schedule(0, begin if waiting or under_way else thor.stop)

    thor.schedule(0, begin)
    thor.run()


def judge(questions):
    """Raises where an answer has another status, or where REDbot has something to warn of."""
    expect(questions, "nothing was asked")
    for question in questions:
        expect(question.status in question.allowed, f"{question.words}: {question.status}")
    complaints = [complaint for question in questions for complaint in question.complaints()]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    expect(not complaints, f"{len(complaints)}: {'; '.join(complaints[:3])}")


def formatted(target, name):
    return f"{target}{'&' if '?' in target else '?'}format={name}"


def by_format(offers):
    """Each format, at every address that offers it and refused by those that offer others."""
    names = sorted({name for offer in offers.values() for name in offer.formats})
    expect(len(names) > 7, f"there are only the formats {names}")
    for name in names:
        asked = []
        for target, offer in offers.items():
            if name == "jsonstat" and name in offer.formats:
                target = CUBES.get(target, target)
            allowed = [200] if name in offer.formats else [400, 406]
            asked.append(Question(formatted(target, name), *allowed))
        yield f"format={name}", asked


def by_accept(offers):
    """The same by media type."""
    for media_type in sorted({each for offer in offers.values() for each in offer.media_types}):
        asked = []
        for target, offer in offers.items():
            # The tables of SDMX answer to the common name too.
            is_table = media_type == "text/csv" and SDMX_TABLE in offer.media_types
            is_offered = media_type in offer.media_types or is_table
            asked.append(Question(target, 200 if is_offered else 406, accept=media_type))
        yield f"Accept: {media_type}", asked


def main():
    found = addresses()
    everything = list(found.values())
    # The first leads to the second, and is the only one without a representation of its own.
    expect(everything[0] == "/", "the first address is not /")
    document = ask_json(f"{BASE}/openapi.json")
    offers = {target: Offer(document, pattern) for pattern, target in found.items()}
    # Where a format can be chosen.
    offers = {target: offer for target, offer in offers.items() if offer.formats}
    expect(len(offers) > 40, f"only {len(offers)} addresses offer formats")
    rest = everything[1:]
    # One small answer of each format.
    small = [formatted(target, name) for target, names in SMALL.items() for name in names]
    questions = {
        "all addresses": [Question(target, 200) for target in rest], "/": [Question("/", 303)],
        **dict(by_format(offers)), **dict(by_accept(offers)),
        "HEAD": [Question(target, 200, method="HEAD") for target in [*rest, *small]]}
    for coding in ("gzip", "br"):
        questions[coding] = [Question(target, 200, accept_encoding=coding) for target in small]
    questions["304"] = []
    for target in [*rest, *small]:
        for coding in ("identity", "gzip", "br"):
            # What nobody may keep has none.
            if tag := tag_of(target, coding):
                questions["304"].append(
                    Question(target, 304, accept_encoding=coding, if_none_match=tag))
    expect(len(questions["304"]) > 2 * len(offers), "hardly anything has a tag")
    for status, targets in REFUSED.items():
        questions[str(status)] = [Question(target, status) for target in targets]
    questions["405"] = [
        Question(target, 405, method="DELETE")
        for target in ("/v1/provinces", "/sdmx/2.1/dataflow")]
    questions["406"] = [Question(target, 406, accept="image/png") for target in offers]

    look([question for asked in questions.values() for question in asked])
    for name, asked in questions.items():
        with cell(f"{name} ({len(asked)})"):
            judge(asked)


main()

"""REDbot on each kind of answer: every address of the README in every format, by GET and HEAD,
coded, unchanged and refused. It may have nothing to warn of, neither of the answer nor of those
that it asks for beside it (coded, conditional, in ranges)."""

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
NEEDED = {"/v1/search": "q=da+nang"}


def addresses():
    """Every address of the README, its blanks filled."""
    text = README.read_text().partition("\n## Addresses\n")[2].partition("\n## ")[0]
    found = []
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
        found.append(address + ("?" + NEEDED[address] if address in NEEDED else ""))
    expect(len(found) > 30, "the README has no addresses")
    return found


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

    def __init__(self, target, method="GET", **fields):
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


def judge(questions, *allowed):
    """Raises where an answer has another status, or where REDbot has something to warn of."""
    expect(questions, "nothing was asked")
    for question in questions:
        expect(question.status in allowed, f"{question.words}: {question.status}")
    complaints = [complaint for question in questions for complaint in question.complaints()]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    expect(not complaints, f"{len(complaints)}: {'; '.join(complaints[:3])}")


def formatted(target, name):
    return f"{target}{'&' if '?' in target else '?'}format={name}"


def main():
    everything = addresses()
    # The first leads to the second, and is the only one without a representation of its own.
    expect(everything[0] == "/", "the first address is not /")
    data = [target for target in everything if target.startswith("/v1")]
    formats = [row["id"] for row in ask_json(f"{BASE}/v1")["data"]["formats"]]
    table = "/v1/observations?indicator=dti&format="
    questions = {"all addresses": ([Question(target) for target in everything[1:]], 200)}
    questions["/"] = ([Question("/")], 303)
    for name in formats:
        # Whether an address has a format, the answer to a question without it cannot say.
        asked = [Question(formatted(target, name)) for target in data]
        questions[f"format={name}"] = (asked, 200, 400, 406)
    asked = [Question(table + name, "HEAD") for name in formats]
    questions["HEAD"] = (asked + [Question(target, "HEAD") for target in everything[1:]], 200)
    for coding in ("gzip", "br"):
        asked = [Question(table + name, accept_encoding=coding) for name in formats]
        questions[coding] = (asked, 200)
    asked = []
    for target in [*everything[1:], *(table + name for name in formats)]:
        for coding in ("identity", "gzip", "br"):
            # What nobody may keep has none.
            if tag := tag_of(target, coding):
                asked.append(Question(target, accept_encoding=coding, if_none_match=tag))
    expect(len(asked) > len(data), "hardly anything has a tag")
    questions["304"] = (asked, 304)
    questions["404"] = ([Question("/v1/nothing"), Question("/v1/provinces/no-such")], 404)
    questions["400"] = ([Question("/v1/provinces?no=such"), Question("/v1/search")], 400)
    questions["405"] = ([Question("/v1/provinces", "DELETE")], 405)
    questions["406"] = (
        [Question("/v1/provinces", accept="image/png"),
         Question(formatted("/v1/provinces/48", "csv"))], 406)

    look([question for asked, *_ in questions.values() for question in asked])
    for name, (asked, *allowed) in questions.items():
        with cell(f"{name} ({len(asked)})"):
            judge(asked, *allowed)
            expect(any(question.status == allowed[0] for question in asked), "none has it")


main()

"""What the clients' programs share: cells of the matrix, and plain questions to the server."""

import contextlib
import json
import traceback
import urllib.request


@contextlib.contextmanager
def cell(name):
    """Prints that what was tried is green, or red where anything is raised."""
    try:
        yield
    except Exception as error:  # Whatever a client raises, it could not read the answer.
        traceback.print_exc()
        words = " ".join(f"{type(error).__name__}: {error}".replace("|", "/").split())
        print(f"{name}|red|{words[:300]}", flush=True)
    else:
        print(f"{name}|green", flush=True)


def expect(truth, words="it is not so"):
    if not truth:
        raise AssertionError(words)


def equal(found, expected, what="it"):
    expect(found == expected, f"{what} is {found!r:.200}, not {expected!r:.200}")


def ask(url, **fields):
    """The text of an answer."""
    request = urllib.request.Request(url, headers=fields)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode("utf-8")


def ask_json(url):
    """An answer with every number as it is written, so that none is rounded."""
    return json.loads(ask(url), parse_float=str, parse_int=str)

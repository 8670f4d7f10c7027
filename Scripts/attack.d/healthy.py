"""A client that does nothing wrong, in a process of its own: how long it waits, what it misses.

    healthy.py PORT TARGET    asks every four milliseconds until its input ends, then says so
"""

import json
import pathlib
import subprocess
import sys
import threading
import time


class Healthy:
    """The client, from `with` to its end; then `count`, `failed` and the times are known."""

    def __init__(self, server, target=None):
        self.words = [sys.executable, "-B", pathlib.Path(__file__).resolve(), str(server.port),
                      target or server.small]

    def __enter__(self):
        self.process = subprocess.Popen(
            self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # Its first answer has come: what Python needs to start is not measured.
        if self.process.stdout.readline() != "asking\n":
            raise RuntimeError("the healthy client got no answer")
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        found = json.loads(self.process.stdout.read() or "{}")
        self.process.wait(30)
        self.count, self.failed = found.get("count", 0), found.get("failed", 1)
        self.p50, self.p99 = found.get("p50", 1e9), found.get("p99", 1e9)
        self.most = found.get("most", 1e9)
        # What went wrong last.
        self.why = found.get("why", "the client itself failed")


def main(port, target):
    import wires  # Beside this file.

    over = threading.Event()

    def listen():
        sys.stdin.read()
        over.set()

    times, failed, kept, why = [], 0, None, ""
    number = 0
    while not over.is_set():
        began = time.monotonic()
        try:
            # Every eighth on a connection of its own, as newcomers do.
            if number % 8 == 7:
                answer = wires.ask(port, target, 5.0)
            else:
                if kept is None:
                    kept = wires.connect(port, 5.0)
                kept.sendall(wires.get(target))
                answer = wires.receive(kept)
            good = answer is not None and answer[0] == 200
            if not good:
                why = "cut" if answer is None else f"status {answer[0]}"
            if kept and answer and b"\r\nconnection: close" in answer[1].lower():
                kept.close()
                kept = None
        except OSError as error:
            good, why = False, str(error)
        if not good:
            failed += 1
            if kept:
                kept.close()
            kept = None
        if number == 0:
            print("asking", flush=True)
            threading.Thread(target=listen, daemon=True).start()
        else:
            times.append((time.monotonic() - began) * 1000)
        number += 1
        time.sleep(max(0, 0.004 - (time.monotonic() - began)))
    times.sort()
    print(json.dumps({
        "count": number, "failed": failed, "p50": times[len(times) // 2],
        "p99": times[len(times) * 99 // 100], "most": times[-1], "why": why}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])

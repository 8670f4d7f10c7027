"""Load that looks at every answer, in a process of its own.

    load.py PORT CONNECTIONS FILE [tls]    asks without a pause, until its input ends or nobody
                                           listens

FILE is JSON: for each target the SHA-256 of the bodies that it may have. It prints, as JSON, how
many requests were answered, and how many were lost (sent on a connection that stood, and not
answered whole), wrong (a body that none of the digests has) or answered with another status.
"""

import collections
import hashlib
import json
import pathlib
import select
import socket
import ssl
import subprocess
import sys
import time


class Load:
    """The load, from `with` to its end, or until `result` is asked for."""

    def __init__(self, port, bodies, work, connections=16, processes=1, tls=False):
        """`bodies`: for each target the bodies that it may have, as bytes; `tls`: what the port
        speaks."""
        digests = {
            target: [hashlib.sha256(body).hexdigest() for body in some]
            for target, some in bodies.items()}
        file = work / f"load-{port}.json"
        file.write_text(json.dumps(digests))
        self.words = [sys.executable, "-B", str(pathlib.Path(__file__).resolve()), str(port),
                      str(connections), str(file)] + ["tls"] * tls
        self.count = processes

    def __enter__(self):
        self.processes = [
            subprocess.Popen(self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for _ in range(self.count)]
        for process in self.processes:
            if process.stdout.readline() != "asking\n":
                raise RuntimeError("the load got no answer")
        return self

    def __exit__(self, *_):
        self.total = collections.Counter()
        self.examples = []
        for process in self.processes:
            process.stdin.close()
        for process in self.processes:
            found = json.loads(process.stdout.read() or '{"crashed": 1}')
            process.wait(30)
            self.examples += found.pop("examples", [])
            self.total.update(found)


class Client:
    """One connection that asks, waits for the answer, and asks again."""

    def __init__(self, wire, number):
        self.wire, self.number = wire, number
        self.answers = None
        self.asked = 0
        self.target = None


class Asking:
    """All connections of one process, and what became of what they asked."""

    # A connection ends after so many answers, so that there are newcomers all the time.
    PER_CONNECTION = 40

    def __init__(self, wires, port, connections, digests, tls):
        self.wires, self.port, self.connections, self.digests = wires, port, connections, digests
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if tls else None
        if self.context:
            self.context.check_hostname = False
            self.context.verify_mode = ssl.CERT_NONE
        self.targets = sorted(digests)
        self.poll = select.epoll()
        self.clients, self.total, self.examples = {}, collections.Counter(), []
        self.number = 0
        self.over = None

    def begin(self):
        self.number += 1
        client = Client(self.wires.connecting(self.port), self.number)
        client.answers = self.wires.Answers()
        self.clients[client.wire.fileno()] = client
        self.poll.register(client.wire.fileno(), select.EPOLLOUT)

    def end(self, client):
        self.poll.unregister(client.wire.fileno())
        del self.clients[client.wire.fileno()]
        client.wire.close()

    def lose(self, client, why):
        self.total["lost"] += 1
        self.tell(f"{client.target}, request {client.asked} of its connection: {why}")
        self.end(client)

    def tell(self, words):
        if len(self.examples) < 5:
            self.examples.append(words)

    def connected(self, client):
        if client.wire.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0:
            self.total["refused"] += 1
            self.end(client)
            return
        client.wire.setblocking(True)
        if self.context and not self.shake(client):
            return
        self.poll.modify(client.wire.fileno(), select.EPOLLIN)
        self.send(client)

    def shake(self, client):
        """Does the handshake, waiting for it; whether it came to an end."""
        number, plain = client.wire.fileno(), client.wire
        plain.settimeout(10)
        self.poll.unregister(number)
        del self.clients[number]
        try:
            client.wire = self.context.wrap_socket(plain)
        except OSError:
            self.total["refused"] += 1
            plain.close()
            return False
        self.clients[number] = client
        self.poll.register(number, select.EPOLLOUT)
        return True

    def send(self, client):
        client.target = self.targets[(client.number + client.asked) % len(self.targets)]
        client.asked += 1
        self.total["sent"] += 1
        try:
            client.wire.sendall(self.wires.get(client.target))
        except OSError as error:
            self.lose(client, f"sending: {error}")

    def take(self, client):
        try:
            more = client.wire.recv(1 << 18)
        except OSError as error:
            return self.lose(client, f"receiving: {error}")
        if not more:
            began = client.answers.head is not None or client.answers.buffer
            why = "cut within the answer" if began else "closed without an answer"
            return self.lose(client, why)
        for status, head, body in client.answers.feed(more):
            self.judge(client, status, body)
            is_last = client.asked >= self.PER_CONNECTION or self.over
            if is_last or b"\r\nconnection: close" in head.lower():
                self.end(client)
            else:
                self.send(client)
            return None
        return None

    def judge(self, client, status, body):
        if status != 200:
            self.total[f"status {status}"] += 1
        elif hashlib.sha256(body).hexdigest() not in self.digests[client.target]:
            self.total["wrong"] += 1
            self.tell(f"{client.target}: {len(body)} bytes of another kind")
        else:
            self.total["answered"] += 1

    def turn(self):
        """One look at who is ready; False once it is over."""
        for ready, events in self.poll.poll(0.05):
            client = self.clients.get(ready)
            if ready == sys.stdin.fileno():
                self.over = time.monotonic() + 5
                self.poll.unregister(ready)
            elif client is not None and client.asked == 0:
                self.connected(client)
            elif client is not None:
                self.take(client)
        if self.over is None:
            for _ in range(self.connections - len(self.clients)):
                self.begin()
            return True
        for client in [client for client in self.clients.values() if client.asked == 0]:
            self.end(client)
        return bool(self.clients) and time.monotonic() < self.over


def main(port, connections, digests, tls):
    import wires  # Beside this file.

    asking = Asking(wires, port, connections, digests, tls)
    while asking.total["answered"] == 0 and asking.total["refused"] < 1000:
        asking.turn()
    print("asking", flush=True)
    asking.poll.register(sys.stdin.fileno(), select.EPOLLIN | select.EPOLLHUP)
    while asking.turn():
        pass
    asking.total["unanswered"] += len(asking.clients)
    print(json.dumps({**asking.total, "examples": asking.examples}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), json.loads(pathlib.Path(sys.argv[3]).read_text()),
         sys.argv[4:] == ["tls"])

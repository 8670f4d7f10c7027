"""Connections of clients, friendly and not: opened by thousands, dripped into, reset."""

import collections
import itertools
import re
import resource
import select
import socket
import struct
import time

# Each address of our own has ports of its own, so that no attack runs out of them.
_sources = itertools.cycle([f"127.0.0.{number}" for number in range(2, 32)])
IP_BIND_ADDRESS_NO_PORT = 24


def raise_descriptors(wanted):
    """Lets this process, and those that it starts, open so many descriptors; what it may then."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for most in (max(wanted, hard), hard):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, most), most))
            break
        except (ValueError, OSError):
            continue
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def get(target, fields="", method="GET"):
    return f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n{fields}\r\n".encode()


def _socket():
    """A socket of one of many addresses of this machine."""
    wire = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    wire.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
    wire.bind((next(_sources), 0))
    return wire


def connect(port, timeout=10.0, receive_buffer=None):
    """A connection, blocking with a time-out."""
    wire = _socket()
    try:
        wire.settimeout(timeout)
        if receive_buffer:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        wire.connect(("127.0.0.1", port))
    except OSError:
        wire.close()
        raise
    return wire


def connecting(port):
    """A connection that has only begun, not blocking."""
    wire = _socket()
    wire.setblocking(False)
    wire.connect_ex(("127.0.0.1", port))
    return wire


def reset(wire):
    """Ends a connection by a reset, as a client does that dies."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.close()


class Answers:
    """Takes apart what a server sends: whole answers, one after another."""

    def __init__(self):
        self.buffer = b""
        self.head = None
        self.body = None

    def feed(self, more):
        """Each whole answer that there is now: status, head, body."""
        self.buffer += more
        while True:
            if self.head is None:
                head, found, rest = self.buffer.partition(b"\r\n\r\n")
                if not found:
                    return
                self.head, self.buffer, self.body = head, rest, b""
            if not self._is_whole():
                return
            status = int(self.head.split(b" ", 2)[1])
            answer = (status, self.head, self.body)
            self.head = None
            if status >= 200:
                yield answer

    def _is_whole(self):
        status = int(self.head.split(b" ", 2)[1])
        if status < 200 or status in (204, 304):
            return True
        length = re.search(rb"\r\ncontent-length: *(\d+)", self.head, re.I)
        if length:
            size = int(length.group(1))
            if len(self.buffer) < size:
                return False
            self.body, self.buffer = self.buffer[:size], self.buffer[size:]
            return True
        return self._take_chunks()

    def _take_chunks(self):
        while True:
            line, found, rest = self.buffer.partition(b"\r\n")
            if not found:
                return False
            size = int(line.split(b";")[0], 16)
            if len(rest) < size + 2:
                return False
            self.body += rest[:size]
            self.buffer = rest[size + 2:]
            if size == 0:
                return True


def ask(port, target, timeout=10.0, fields=""):
    """One answer on a connection of its own: status, head, body; None where it is cut."""
    with connect(port, timeout) as wire:
        wire.sendall(get(target, fields))
        return receive(wire)


def receive(wire):
    """The next answer on a blocking connection; None where the connection ends before it."""
    answers = Answers()
    while True:
        more = wire.recv(1 << 18)
        if not more:
            return None
        for answer in answers.feed(more):
            return answer


class Drip:
    """Many connections that each send an opening, then one byte after another."""

    def __init__(self, port, count, opening, byte=b"a", gap=1.0):
        self.byte, self.gap = byte, gap
        self.poll = select.epoll()
        self.wires, self.began, self.cut = {}, {}, []
        self.statuses = collections.Counter()
        self.due = collections.deque()
        for _ in range(count):
            wire = connect(port)
            wire.sendall(opening)
            wire.setblocking(False)
            now = time.monotonic()
            self.wires[wire.fileno()] = wire
            self.began[wire.fileno()] = now
            self.poll.register(wire.fileno(), select.EPOLLIN)
            self.due.append((now + gap, wire.fileno()))
            self._look(0)

    def run(self, until):
        """Goes on until all are cut or a moment has come; how many are left."""
        while self.wires and time.monotonic() < until:
            wait = self.due[0][0] - time.monotonic() if self.due else 0.1
            self._look(max(0.0, min(wait, 0.1)))
            while self.due and self.due[0][0] <= time.monotonic():
                due, number = self.due.popleft()
                if number in self.wires:
                    try:
                        self.wires[number].send(self.byte)
                    except BlockingIOError:
                        pass
                    except OSError:
                        self._cut(number)
                        continue
                    self.due.append((due + self.gap, number))
        return len(self.wires)

    def _look(self, seconds):
        for number, _ in self.poll.poll(seconds):
            wire = self.wires.get(number)
            if wire is None:
                continue
            try:
                more = wire.recv(65536)
                if more.startswith(b"HTTP/1.1 "):
                    self.statuses[int(more[9:12])] += 1
            except BlockingIOError:
                continue
            except OSError:
                pass
            # An answer here is a refusal, and after it nothing is taken any more.
            self._cut(number)

    def _cut(self, number):
        self.cut.append(time.monotonic() - self.began.pop(number))
        self.poll.unregister(number)
        self.wires.pop(number).close()

    def close(self):
        for wire in self.wires.values():
            wire.close()
        self.wires = {}
        self.poll.close()

"""TLS: handshakes that stall, and garbage instead of them."""

import contextlib
import os
import shutil
import ssl
import subprocess
import time

import wires
from case import Outcome, Skipped, plural
from healthy import Healthy
from targets import PATIENCE, WORK, Unavailable


def certificate(attack):
    """Makes the files that both servers are started with."""
    words = subprocess.run(
        [attack.binary, "serve", "--help"], capture_output=True, text=True).stdout
    if "--tls-cert" not in words:
        raise Skipped("this program has no TLS")
    if shutil.which("openssl") is None:
        raise Unavailable("cannot be installed here: openssl, to make a certificate with")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", WORK / "key.pem",
         "-out", WORK / "cert.pem"], check=True, capture_output=True)


def any_certificate():
    """What a client needs that believes every server."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _hello():
    """What a client says first."""
    outgoing = ssl.MemoryBIO()
    client = any_certificate().wrap_bio(ssl.MemoryBIO(), outgoing)
    with contextlib.suppress(ssl.SSLWantReadError):
        client.do_handshake()
    return outgoing.read()


def _asks(server):
    """Whether a client that does nothing wrong is answered over TLS."""
    try:
        with wires.connect(server.tls_port) as plain:
            with any_certificate().wrap_socket(plain) as wire:
                wire.sendall(wires.get(server.small))
                return wires.receive(wire)[0] == 200
    except OSError:
        return False


def stalled(attack, start):
    count = 200 if attack.quick else 1000
    certificate(attack)
    hello = _hello()
    with start(tls=True) as server:
        served = all(_asks(server) for _ in range(20))
        memory, before = server.memory(), server.descriptors()
        with Healthy(server) as healthy:
            drip = wires.Drip(server.tls_port, count, hello[:100], gap=1e6)
            grown = server.memory() - memory
            held = max(1, server.descriptors() - before)
            served = served and _asks(server)
            left = drip.run(time.monotonic() + PATIENCE + 3)
            drip.close()
            refused = 0
            end = time.monotonic() + (2 if attack.quick else 6)
            while time.monotonic() < end:
                with contextlib.suppress(OSError), wires.connect(server.tls_port) as wire:
                    wire.sendall(os.urandom(300))
                    wire.recv(1000)
                refused += 1
        served = served and _asks(server)
        over, _ = server.settled_descriptors(before, 5)
        outcome = Outcome(
            f"{grown / 1024 / held:.1f} kB each of {held:,}; {refused:,} of garbage; "
            f"p99 {healthy.p99:.2f} ms", grown / 1024 / held, 1.0)
        if left:
            outcome.broken.append(f"{left} of {count} still there after {PATIENCE + 3} s")
        if healthy.failed or not served:
            outcome.broken.append(f"{healthy.failed} healthy failed, over TLS: {served}")
        if over > before:
            outcome.broken.append(f"{plural(over - before, 'descriptor')} leaked")
        return outcome

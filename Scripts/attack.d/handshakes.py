"""TLS: garbage instead of a handshake, and handshakes that stall."""

import os
import shutil
import subprocess
import time

import wires
from case import Outcome, Skipped
from healthy import Healthy
from targets import WORK


def garbage(attack, start):
    arguments = ("--tls-cert", WORK / "cert.pem", "--tls-key", WORK / "key.pem")
    _certificate(attack)
    with start(arguments=arguments, tls=True) as server:
        raise Skipped(f"not written yet for {server.name}")


def _certificate(attack):
    words = subprocess.run(
        [attack.binary, "serve", "--help"], capture_output=True, text=True).stdout
    if "--tls-cert" not in words:
        raise Skipped("this program has no TLS")
    if shutil.which("openssl") is None:
        raise Skipped("there is no openssl to make a certificate with")

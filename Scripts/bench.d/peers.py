"""What is measured against, and with: brought by apt and pip, or built here."""

import os
import shutil
import subprocess
import sys

from machine import HERE, ROOT, WORK, Unavailable, output


def tool(name, package=None):
    """The path of a command, installed by apt where it is missing and may be."""
    if shutil.which(name) is None:
        _install(name, package or name)
    return shutil.which(name)


def _install(name, package):
    if shutil.which("apt-get") is None:
        raise Unavailable(f"cannot be installed here: {name} (no apt-get)")
    sudo = []
    if os.geteuid() != 0:
        sudo = ["sudo", "-n"]
        if subprocess.run(sudo + ["true"], capture_output=True).returncode != 0:
            raise Unavailable(f"cannot be installed here: {name} (not root)")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for words in (["update", "-q"], ["install", "-y", "--no-install-recommends", package]):
        subprocess.run(sudo + ["apt-get"] + words, env=environment, capture_output=True)
    if shutil.which(name) is None:
        raise Unavailable(f"cannot be installed here: {name} (apt has no {package})")


def responder():
    """The bare responder, built."""
    binary = WORK / "responder"
    source = HERE / "responder.c"
    if not binary.exists() or binary.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("cc") or shutil.which("clang")
        if compiler is None:
            raise Unavailable("no C compiler is here")
        output(compiler, "-O2", "-o", binary, source)
    return binary


def empty_program():
    """A Swift program that says "listening on nothing" and ends, linked statically."""
    binary = WORK / "empty"
    if not binary.exists():
        source = WORK / "empty.swift"
        source.write_text('print("listening on nothing")\n')
        output("swiftc", "-O", "-static-stdlib", source, "-o", binary, cwd=WORK)
    return binary


def thuocdo():
    """The program, built in release."""
    sys.stderr.write("building thuocdo in release …\n")
    output(ROOT / "Scripts" / "setup")
    output("swift", "build", "-c", "release", "--product", "thuocdo", cwd=ROOT)
    return ROOT / ".build" / "release" / "thuocdo"


def thuocdo_static():
    """The same without Swift's shared libraries."""
    script = ROOT / "Scripts" / "build"
    if not script.exists():
        raise Unavailable("there is no Scripts/build")
    printed = output(script, "--static", cwd=ROOT).split()
    for word in printed:
        if word.endswith("/thuocdo"):
            return ROOT / word
    raise Unavailable("Scripts/build --static names no binary")


def python(package):
    """The Python of a virtual environment that has a package from PyPI."""
    folder = WORK / "venv"
    binary = folder / "bin" / "python"
    if not binary.exists():
        output(sys.executable, "-m", "venv", folder)
    found = subprocess.run([binary, "-c", f"import {package}"], capture_output=True)
    if found.returncode != 0:
        output(binary, "-m", "pip", "install", "-q", "--disable-pip-version-check", package)
    return binary

"""Servers under measurement: started on a free port and one core, and always ended."""

import contextlib
import os
import re
import selectors
import signal
import socket
import subprocess
import time

import peers
from machine import SERVER_CORE, WORK, Unavailable, on_core


class Server:
    """A running server."""

    def __init__(self, name, process, port, pid=None, scheme="http"):
        self.name = name
        self.process = process
        self.port = port
        self.scheme = scheme
        # The server's own process, where something else runs it.
        self.pid = pid or process.pid

    def url(self, target):
        return f"{self.scheme}://127.0.0.1:{self.port}{target}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end(process):
    """Stops a process that was started here, and waits for it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def thuocdo(binary, data, threads=1, core=SERVER_CORE, prefix=(), wait=60, pair=None,
            options=()):
    """Ours. `prefix` is a command that runs it, `core` None for all of them; with `pair`, the files
    of a certificate and its key, over TLS; `options` are more words for it."""
    words = [
        *prefix, binary, "serve", "--port", "0", "--threads", threads, "--data", data, *options]
    if pair:
        words += ["--tls-cert", pair[0], "--tls-key", pair[1]]
    words = [str(word) for word in words]
    log = open(WORK / "thuocdo.log", "w")
    process = subprocess.Popen(
        words if core is None else on_core(core, words),
        stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        yield Server(
            "thuocdo", process, _announced_port(process, wait),
            scheme="https" if pair else "http")
    finally:
        end(process)
        process.stdout.close()
        log.close()


def _announced_port(process, seconds):
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        line = process.stdout.readline() if selector.select(seconds) else ""
    found = re.match(r"listening on https?://.*:(\d+)$", line)
    if found is None:
        raise Unavailable(f"thuocdo does not listen: {line.strip() or 'no line came'}")
    return int(found.group(1))


def _wait_for(process, port, seconds=30):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise Unavailable(f"{process.args[3]} does not listen")


@contextlib.contextmanager
def _started(name, command, port, log, scheme="http"):
    with open(WORK / log, "w") as file:
        process = subprocess.Popen(on_core(SERVER_CORE, command), stdout=file, stderr=file)
        try:
            _wait_for(process, port)
            yield Server(name, process, port, scheme=scheme)
        finally:
            end(process)


@contextlib.contextmanager
def responder(answer):
    """The bare responder, which answers with these bytes."""
    file = WORK / "answer"
    file.write_bytes(answer)
    port = free_port()
    with _started("responder", [peers.responder(), port, file], port, "responder.log") as server:
        yield server


NGINX = """
daemon off;
{user}
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/nginx-error.log;
events {{ worker_connections 2048; }}
http {{
  access_log off;
  sendfile on;
  tcp_nodelay on;
  open_file_cache max=100;
  keepalive_requests 1000000000;
  keepalive_timeout 60;
  default_type application/json;
  client_body_temp_path {work}/nginx-client;
  proxy_temp_path {work}/nginx-proxy;
  fastcgi_temp_path {work}/nginx-fastcgi;
  uwsgi_temp_path {work}/nginx-uwsgi;
  scgi_temp_path {work}/nginx-scgi;
  server {{ listen 127.0.0.1:{port} {tls} root {work}/static; }}
}}
"""


@contextlib.contextmanager
def nginx(target, body, pair=None):
    """nginx with one worker and one static file, which it keeps open; with `pair`, over TLS."""
    file = WORK / "static" / target.strip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    tls = ";" if pair is None else (
        f"ssl; ssl_certificate {pair[0]}; ssl_certificate_key {pair[1]}; "
        "ssl_protocols TLSv1.2 TLSv1.3;")
    (WORK / "nginx.conf").write_text(NGINX.format(work=WORK, port=port, user=user, tls=tls))
    command = [peers.tool("nginx"), "-p", WORK, "-c", WORK / "nginx.conf"]
    scheme = "https" if pair else "http"
    with _started("nginx", command, port, "nginx.log", scheme) as server:
        yield server


@contextlib.contextmanager
def datasette(database):
    """Datasette over one SQLite file."""
    python = peers.python("datasette")
    port = free_port()
    command = [python, "-m", "datasette", "serve", "--immutable", database, "--port", port]
    with _started("datasette", command, port, "datasette.log") as server:
        yield server

"""What is attacked: ours and nginx, set up alike, and what can be seen of them from outside."""

import contextlib
import json
import os
import pathlib
import selectors
import shutil
import signal
import subprocess
import time

import peers
import wires
from machine import ROOT, Unavailable, cpu_seconds, family, memory
from servers import end, free_port

# Everything that the attacks make lies here, and may be deleted.
WORK = ROOT / ".build" / "attack"
SMALL = "/v1/provinces"
LARGE = "/v1/observations?limit=3000"
# The same for both: seconds for a head, a body's silence, a write's standstill.
PATIENCE = 10
# The same for both: seconds between requests, longer than it takes a crowd to gather.
REST = 300


class Target:
    """A server under attack."""

    small, large = SMALL, LARGE

    def __init__(self, name, process, port, reload_signal, stop_signal):
        self.name, self.process, self.port = name, process, port
        self.reload_signal, self.stop_signal = reload_signal, stop_signal
        # Where a body is taken in before anything is answered.
        self.body_target = SMALL

    def pids(self):
        return family(self.process.pid)

    def memory(self):
        """Resident memory of all its processes, in bytes."""
        return sum(memory(pid)["VmRSS"] for pid in self.pids())

    def descriptors(self):
        count = 0
        for pid in self.pids():
            with contextlib.suppress(FileNotFoundError):
                count += len(os.listdir(f"/proc/{pid}/fd"))
        return count

    def cpu(self):
        """Seconds, user and system."""
        return cpu_seconds(self.process.pid)

    def unsent(self):
        """The bytes that the kernel holds for its clients, who have not taken them."""
        port = f":{self.port:04X} "
        lines = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
        queues = [line.split()[4] for line in lines if port in line.partition(":")[2][:16]]
        return sum(int(queue.partition(":")[0], 16) for queue in queues)

    def settled_descriptors(self, wanted, seconds):
        """Waits until no more than so many are open; how many are, and how long it took."""
        began = time.monotonic()
        while True:
            count = self.descriptors()
            took = time.monotonic() - began
            if count <= wanted or took >= seconds:
                return count, took
            time.sleep(0.05)

    def reload(self):
        self.process.send_signal(self.reload_signal)

    def stop(self):
        self.process.send_signal(self.stop_signal)


@contextlib.contextmanager
def ours(attack, connections=12_000, data=None, tls=False, listener=None):
    """ThuocDo with two loops; `listener` is a listening socket that it inherits."""
    settings = WORK / "settings.json"
    settings.write_text(json.dumps({
        "connections": connections, "headSeconds": PATIENCE, "writingSeconds": PATIENCE,
        "idleSeconds": REST}))
    words = [attack.binary, "serve", "--port", "0", "--threads", "2", "--config", settings,
             "--data", data or ROOT / "Config" / "data"]
    if tls:
        words += ["--tls-cert", WORK / "cert.pem", "--tls-key", WORK / "key.pem", "--tls-port", "0"]
    if listener:
        # As a service manager does it: the first descriptor behind the standard streams.
        words = ["sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@" 3<&' + str(listener.fileno()),
                 "sh", *words]
    with open(WORK / "thuocdo.log", "w") as log:
        process = subprocess.Popen(
            [str(word) for word in words], stdout=subprocess.PIPE, stderr=log, text=True,
            pass_fds=[listener.fileno()] if listener else [])
        try:
            target = Target("ours", process, _announced_port(process),
                            signal.SIGHUP, signal.SIGTERM)
            if tls:
                target.tls_port = _port(process.stdout.readline())
            _wait_for(target)
            yield target
        finally:
            end(process)
            process.stdout.close()


def _announced_port(process):
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        return _port(process.stdout.readline() if selector.select(60) else "")


def _port(line):
    if not line.startswith("listening on "):
        raise Unavailable(f"thuocdo does not listen: {line.strip() or 'no line came'}")
    return int(line.strip().rpartition(":")[2])


NGINX = """
daemon off;
{user}
worker_processes 2;
worker_rlimit_nofile {descriptors};
pid {work}/nginx.pid;
error_log {work}/nginx-error.log crit;
events {{ worker_connections {connections}; }}
http {{
  access_log off;
  sendfile on;
  tcp_nodelay on;
  open_file_cache max=100;
  keepalive_requests 1000000000;
  keepalive_timeout {rest}s;
  client_header_timeout {patience}s;
  client_body_timeout {patience}s;
  send_timeout {patience}s;
  default_type application/json;
  client_body_temp_path {work}/nginx-client;
  proxy_temp_path {work}/nginx-proxy;
  fastcgi_temp_path {work}/nginx-fastcgi;
  uwsgi_temp_path {work}/nginx-uwsgi;
  scgi_temp_path {work}/nginx-scgi;
  server {{
    {tls}
    listen 127.0.0.1:{port} {reuse};
    root {work}/static;
    location = /taken {{ proxy_pass http://127.0.0.1:{behind}; }}
  }}
  server {{ listen 127.0.0.1:{behind}; return 204; }}
}}
"""


NGINX_TLS = """
    listen 127.0.0.1:{port} ssl {reuse};
    ssl_certificate {work}/cert.pem;
    ssl_certificate_key {work}/key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
"""


@contextlib.contextmanager
def nginx(attack, connections=12_000, reuse=False, tls=False, **_):
    """nginx with two workers and the same bodies as files."""
    binary = peers.tool("nginx")
    for target, body in attack.bodies().items():
        file = WORK / "static" / target.strip("/").partition("?")[0]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    port, behind, secure = free_port(), free_port(), free_port()
    reuse = "reuseport" if reuse else ""
    (WORK / "nginx.conf").write_text(NGINX.format(
        work=WORK, port=port, behind=behind, connections=connections, patience=PATIENCE,
        rest=REST, tls=NGINX_TLS.format(port=secure, work=WORK, reuse=reuse) if tls else "",
        user="user root;" if os.geteuid() == 0 else "", reuse=reuse,
        descriptors=attack.descriptors))
    process = subprocess.Popen(
        [binary, "-p", str(WORK), "-c", str(WORK / "nginx.conf")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        target = Target("nginx", process, port, signal.SIGHUP, signal.SIGQUIT)
        target.body_target = "/taken"
        target.tls_port = secure
        _wait_for(target)
        yield target
    finally:
        end(process)


def _wait_for(target):
    """Until it answers, and all its threads or workers have what they need and keep ready."""
    limit = time.monotonic() + 20
    while time.monotonic() < limit and target.process.poll() is None:
        with contextlib.suppress(OSError):
            if wires.ask(target.port, SMALL, 1.0):
                # Ours makes its search index beside the first questions; this one waits for it.
                wires.ask(target.port, "/v1/search?q=da+nang", 20.0)
                for _ in range(20):
                    wires.ask(target.port, SMALL)
                    wires.ask(target.port, LARGE)
                return
        time.sleep(0.02)
    raise Unavailable(f"{target.name} does not answer")


class Attack:
    """What the cases share: how long to go on, and what is attacked."""

    def __init__(self, binary, quick, descriptors):
        self.binary, self.quick, self.descriptors = binary, quick, descriptors
        self._bodies = None

    def bodies(self):
        """The answers that both give, for each target."""
        if self._bodies is None:
            with ours(self) as server:
                self._bodies = {
                    target: wires.ask(server.port, target)[2] for target in (SMALL, LARGE)}
        return self._bodies


def with_words(folder, prefix):
    """A copy of the bundled data in which every English word for people begins with something
    else: two such folders have hardly an answer in common."""
    target = WORK / folder
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "Config" / "data", target)
    for file in sorted(pathlib.Path(target).glob("*.json")):
        text = file.read_text()
        file.write_text(text.replace('"en":"', f'"en":"{prefix}'))
    return target

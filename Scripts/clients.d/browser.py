"""fetch in a real browser, from a page of another origin: what a dashboard may read."""

import http.server
import json
import pathlib
import queue
import subprocess
import sys
import threading

sys.path.append(str(pathlib.Path(__file__).parent))

from cells import cell, expect  # noqa: E402

BASE = sys.argv[1]
# The page tries each and sends what came of it home: a word, or an object that tells of a failure.
PAGE = """<!doctype html><meta charset="utf-8"><script type="module">
const base = BASE;
const told = {};
async function tell(name, trial) {
  try { told[name] = await trial() === true ? "" : "it is not so"; }
  catch (error) { told[name] = String(error); }
}
await tell("JSON of another origin", async () => {
  const answer = await fetch(`${base}/v1/provinces/da-nang`);
  return (await answer.json()).data.name.vi === "Đà Nẵng";
});
await tell("ETag, Link, X-Total-Count can be read", async () => {
  const answer = await fetch(`${base}/v1/provinces?limit=2`);
  return answer.headers.get("ETag").length > 2
    && answer.headers.get("Link").includes("next")
    && answer.headers.get("X-Total-Count") === "34";
});
await tell("If-None-Match after a preflight", async () => {
  const url = `${base}/v1/regions`;
  const tag = (await fetch(url, {cache: "no-store"})).headers.get("ETag");
  // A field that needs the server's word; the cache would answer 200 by itself.
  const again = await fetch(url, {cache: "no-store", headers: {"If-None-Match": tag}});
  return again.status === 304;
});
await tell("no-cache: revalidated", async () => {
  const url = `${base}/v1/pillars`;
  await (await fetch(url)).text();
  const again = await fetch(url, {cache: "no-cache"});
  return again.status === 200 && (await again.json()).data.length === 3;
});
await tell("problems", async () => {
  const answer = await fetch(`${base}/v1/provinces/49`, {headers: {"Accept-Language": "en"}});
  return answer.status === 404 && (await answer.json()).successors[0] === "48-2025";
});
await tell("CSV by Accept", async () => {
  const answer = await fetch(`${base}/v1/provinces`, {headers: {"Accept": "text/csv"}});
  return (await answer.text()).split("\\r\\n").length === 36;
});
await tell("NDJSON of all observations", async () => {
  const answer = await fetch(`${base}/v1/observations?format=ndjson`);
  const lines = (await answer.text()).split("\\n");
  return lines.length - 1 === Number(answer.headers.get("X-Total-Count"));
});
await fetch("/told", {method: "POST", body: JSON.stringify(told)});
</script>"""

told = queue.Queue()


class Dashboard(http.server.BaseHTTPRequestHandler):
    """The other origin: gives the page and hears what it tells."""

    def do_GET(self):
        body = PAGE.replace("BASE", json.dumps(BASE), 1).encode() if self.path == "/" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Dashboard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = subprocess.Popen(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         f"--user-data-dir={pathlib.Path.cwd() / 'profile'}", "--no-first-run",
         f"http://localhost:{server.server_port}/"],
        stdout=subprocess.DEVNULL, stderr=sys.stderr)
    try:
        results = told.get(timeout=100)
    except queue.Empty:
        results = {"the page is read": "the browser told nothing"}
    finally:
        browser.kill()
        browser.wait()
    for name, why in results.items():
        with cell(name):
            expect(not why, why)


main()

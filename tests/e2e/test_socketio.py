# SPDX-License-Identifier: GPL-3.0-or-later
"""Socket.IO as its clients have it: the official ones in Node, the document's own examples in a real browser, and what public
protocol suites ask of the reference server. The Node modules come by `npm ci` from node/package-lock.json."""
import http.client
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from support import pages
from support.engine import KEY, Engine, EngineTest, Home, until

NODE = pathlib.Path(__file__).parent / "node"
PAGE = pathlib.Path(__file__).parent / "page"
REFERENCE = os.environ.get("KULE_REFERENCE", "")
STEPS = """
import time
def boot(name):
    for percent in (10, 30, 50, 80):
        report_progress(percent, "step %d" % percent)
        time.sleep(0.12)
    return {"greeted": name}
"""
FAILS = "def boot(*_):\n    report_progress(10, 'trying')\n    raise ValueError('no such luck')"


def node(file, **env):
    return subprocess.run(["node", "--test", "--test-reporter=spec", file], cwd=NODE, env={**os.environ, **env}, capture_output=True, text=True, encoding="utf-8", timeout=150)


class Protocol(unittest.TestCase):
    def test_the_reference_server_takes_no_port_that_is_none(self):
        for port in ("abc", "", "-1", "65536", "80x"):
            refused = subprocess.run([REFERENCE, f"--port={port}"], capture_output=True, text=True, timeout=30)
            self.assertEqual((refused.returncode, refused.stdout), (2, ""), port)
            self.assertIn(f'"{port}" is no port', refused.stderr)

    def test_the_reference_server(self):
        server = subprocess.Popen([REFERENCE, "--port", "0"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        url = json.loads(server.stdout.readline())["url"]
        done = node("protocol.mjs", REFERENCE_URL=url)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


class Clients(EngineTest):
    environment = {"KULE_API_EIO3": "true"}

    def test_the_official_clients(self):
        self.home.script("steps.py", STEPS)
        self.home.script("fails.py", FAILS)
        done = node("clients.mjs", KULE_URL=self.engine.url, KULE_KEY=KEY)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        status = until(lambda: (lambda s: s if s["sockets"]["clients"] == 0 else None)(self.engine.call("GET", "/api/status").json["data"]), "all clients gone", 60)
        self.assertEqual(status["sockets"], {"clients": 0, "web_sockets": 0, "subscriptions": 0})


class BadClients(EngineTest):
    """What no library would send; after each the engine serves on."""

    def handshake(self, query="EIO=4&transport=websocket", headers=""):
        client = socket.create_connection((self.engine.address.hostname, self.engine.address.port), timeout=20)
        self.addCleanup(client.close)
        client.sendall(f"GET /socket.io/?{query} HTTP/1.1\r\nHost: {self.engine.address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                       f"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n{headers}\r\n".encode())
        return client

    @staticmethod
    def frame(text):
        data = text.encode()
        head = bytes([0x81, 0x80 | len(data)]) if len(data) < 126 else bytes([0x81, 0xFE]) + struct.pack(">H", len(data)) if len(data) < 65536 else \
            bytes([0x81, 0xFF]) + struct.pack(">Q", len(data))
        return head + b"\0\0\0\0" + data

    @staticmethod
    def status_of(client):
        return int(client.recv(4096).split()[1])

    def assertServes(self):
        self.assertEqual(self.engine.call("GET", "/livez").status, 200)

    def test_foreign_hosts_and_origins(self):
        self.assertEqual(self.status_of(self.handshake(headers="Origin: https://evil.example\r\n")), 403)
        self.assertEqual(self.status_of(self.handshake(headers="Origin: null\r\n")), 403)
        self.assertEqual(self.status_of(self.handshake(headers="Origin: http://localhost:8080\r\n")), 101)
        for method in ("GET", "POST"):
            answer = self.engine.call(method, "/socket.io/?EIO=4&transport=polling", key=None, headers={"Origin": "https://evil.example"})
            self.assertEqual(answer.status, 403)
            answer = self.engine.call(method, "/socket.io/?EIO=4&transport=polling", key=None, headers={"Host": "evil.example"})
            self.assertEqual(answer.status, 421)
        answer = self.engine.call("GET", "/socket.io/?EIO=4&transport=polling", key=None, headers={"Origin": "http://localhost:8080"})
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "http://localhost:8080")
        self.assertEqual(answer.headers["Access-Control-Allow-Credentials"], "true")

    def test_old_clients_are_refused_unless_allowed(self):
        answer = self.engine.call("GET", "/socket.io/?EIO=3&transport=polling", key=None)
        self.assertEqual((answer.status, answer.json), (400, {"code": 5, "message": "Unsupported protocol version"}))
        self.assertEqual(self.status_of(self.handshake("EIO=3&transport=websocket")), 400)

    def test_one_who_speaks_and_never_reads(self):
        greedy = self.handshake()
        self.assertEqual(self.status_of(greedy), 101)
        greedy.sendall(self.frame("40"))
        said = self.frame('421["job:subscribe","550e8400-e29b-41d4-a716-446655440000"]') * 200
        with self.assertRaises(OSError):
            greedy.settimeout(60)
            for _ in range(20_000):
                greedy.sendall(said)
        self.assertServes()

    def test_those_who_leave_within_an_upgrade(self):
        for said in (b"", self.frame("2probe"), self.frame("2probe") + self.frame("5"), b"\x81", b"\xff" * 20):
            answer = self.engine.call("GET", "/socket.io/?EIO=4&transport=polling", key=None)
            sid = json.loads(answer.body[1:])["sid"]
            client = self.handshake(f"EIO=4&transport=websocket&sid={sid}")
            self.assertEqual(self.status_of(client), 101)
            client.sendall(said)
            client.close()
            self.assertServes()

    def test_broken_handshakes(self):
        for key in ("", "Sec-WebSocket-Key: \r\n", "Sec-WebSocket-Version: 1\r\n"):
            client = socket.create_connection((self.engine.address.hostname, self.engine.address.port), timeout=20)
            self.addCleanup(client.close)
            client.sendall(f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {self.engine.address.netloc}\r\nUpgrade: websocket\r\n{key}\r\n".encode())
            client.recv(4096)
            self.assertServes()


class Waiting(EngineTest):
    """Clients whose polls are held count as Socket.IO's, by whichever way they came."""
    environment = {"KULE_API_MAX_CONNECTIONS": "3"}

    def test_they_keep_nobody_out(self):
        address = self.engine.address
        for _ in range(12):
            client = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
            self.addCleanup(client.close)
            client.request("GET", "/socket.io/?EIO=4&transport=polling")
            sid = json.loads(client.getresponse().read()[1:])["sid"]
            client.request("GET", f"/socket.io/?EIO=4&transport=polling&sid={sid}")
            until(lambda: self.engine.call("GET", "/livez").status == 200 or None, "a call beside those who wait")
        status = self.engine.call("GET", "/api/status").json["data"]
        self.assertEqual(status["sockets"]["clients"], 12)
        self.assertLessEqual(status["connections"], 3)


class Relay:
    """Stands where the document says that Kule is: a browser that is told to find localhost:3000 here comes to the engine. Only
    the port in Host is changed on the way."""

    def __init__(self, engine_address):
        self.target = (engine_address.hostname, engine_address.port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            engine = socket.create_connection(self.target)
            own_host = f"Host: localhost:{self.target[1]}\r\n".encode()
            for source, sink, change in ((client, engine, lambda data: data.replace(b"Host: localhost:3000\r\n", own_host)), (engine, client, lambda data: data)):
                threading.Thread(target=self.pump, args=(source, sink, change), daemon=True).start()

    @staticmethod
    def pump(source, sink, change):
        try:
            while data := source.recv(65536):
                sink.sendall(change(data))
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        source.close()

    def close(self):
        self.listener.close()


class Pages(unittest.TestCase):
    """The document's examples, unchanged, in pages of another origin."""

    @classmethod
    def setUpClass(cls):
        hook = subprocess.run(["node", "plain.mjs"], cwd=NODE, input=(PAGE / "useJobProgress.ts").read_text(), capture_output=True, text=True, check=True).stdout

        class Site(BaseHTTPRequestHandler):
            def do_GET(self):
                path = self.path.partition("?")[0].lstrip("/")
                file = NODE / "node_modules" / path.removeprefix("modules/") if path.startswith("modules/") else PAGE / path
                body = hook.encode() if path == "useJobProgress.js" else file.read_bytes() if file.is_file() else b""
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/javascript; charset=utf-8" if path.endswith(".js") else "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
        cls.addClassCleanup(site.server_close)
        cls.addClassCleanup(site.shutdown)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        cls.port = site.server_port
        cls.home = Home()
        cls.addClassCleanup(cls.home.close)
        cls.titles = pages.Pages()
        cls.addClassCleanup(cls.titles.close)
        # The key is the one that the example names.
        cls.engine = Engine(cls.home, env=cls.titles.environment(KULE_API_CORS_ORIGINS=f"http://allowed.test:{cls.port}"), key="your-api-key")
        cls.addClassCleanup(cls.engine.stop)
        cls.home.script("steps.py", STEPS)
        cls.home.script("fails.py", FAILS)
        relay = Relay(cls.engine.address)
        cls.addClassCleanup(relay.close)
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={cls.home.root}/browser",
                         f"--host-resolver-rules=MAP localhost:3000 127.0.0.1:{relay.port}, MAP allowed.test 127.0.0.1, MAP evil.test 127.0.0.1"):
            options.add_argument(argument)
        cls.browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        cls.addClassCleanup(cls.browser.quit)

    def setUp(self):
        self.engine.call("DELETE", "/api/titles/81616256?locale=tr")
        self.engine.call("DELETE", "/api/titles/cache")
        self.titles.rule = lambda path: (200, pages.page(), 0.5)  # long enough for the page to be seen under way

    def example(self, last):
        """What it says, until a line begins with last."""
        self.browser.get(f"http://allowed.test:{self.port}/document.html")
        return until(lambda: (lambda lines: lines if any(line.startswith(last) for line in lines) else None)(self.browser.execute_script("return window.said")), "the example's end")

    def title(self):
        accepted = self.engine.call("POST", "/api/getinfo/async", {"url": "https://www.netflix.com/tr/title/81616256"}, header="X-API-Key")
        return accepted.json["data"]["jobId"]

    def hook(self, job, key):
        """Its last state, once it holds something under key."""
        self.browser.get(f"http://allowed.test:{self.port}/hook.html?job={job}")
        return until(lambda: (lambda state: state if state and state[key] else None)(self.browser.execute_script("return window.states?.at(-1)")), f"the hook's {key}")

    def test_the_example_follows_a_title(self):
        said = self.example("Completed")
        self.assertTrue(said[0].startswith("Connected: "), said)
        self.assertIn("Progress: 50% - scraping_netflix", said)
        self.assertEqual(said[-2], "Progress: 100% - completed")
        self.assertEqual(json.loads(said[-1].removeprefix("Completed: ")), {
            "title": "Hayata Röveşata Çeken Adam", "year": 2022, "plot": "Huysuz bir adam.", "genres": ["18+", "Komedi"], "cast": ["Tom Hanks"],
            "backdrop": "https://img.example/1.jpg"})
        # From the cache it ends before the page can subscribe, and is told of it all the same.
        self.assertEqual(self.example("Completed")[-1], said[-1])

    def test_the_example_hears_of_an_error(self):
        self.titles.rule = lambda path: (403, b"no", 0.1)
        said = self.example("Error")
        self.assertEqual(json.loads(said[-1].removeprefix("Error: ")), {"code": "SCRAPE_ERROR", "message": "Failed to fetch Netflix page: 403"})

    def test_the_hook_follows_a_title(self):
        job = self.title()
        last = self.hook(job, "data")
        self.assertEqual((last["data"]["title"], last["data"]["year"], last["error"]), ("Hayata Röveşata Çeken Adam", 2022, None))
        self.assertEqual((last["progress"]["jobId"], last["progress"]["status"], last["progress"]["progress"]), (job, "completed", 100))

    def test_the_hook_hears_of_a_titles_error(self):
        self.titles.rule = lambda path: (404, b"", 0)
        self.assertEqual(self.hook(self.title(), "error")["error"]["code"], "NOT_FOUND")

    def test_a_page_that_is_not_allowed_hears_nothing(self):
        job = self.engine.started("packages/steps.py", args=["secret"])
        self.browser.get(f"http://evil.test:{self.port}/hook.html?job={job}")
        self.engine.ended(job)
        until(lambda: self.browser.execute_script("return performance.getEntriesByType('resource').some(e => e.name.includes('/socket.io/?'))"), "the page's tries")
        self.assertEqual(self.browser.execute_script("return window.states.at(-1)"), {"progress": None, "data": None, "error": None})
        notes = self.engine.call("GET", "/api/status").json["data"]["sockets"]
        self.assertEqual(notes["subscriptions"], 0)

    def test_the_hook_follows_a_script(self):
        job = self.engine.started("packages/steps.py", args=["hook"])
        last = self.hook(job, "data")
        self.assertEqual((last["data"], last["error"]), ({"greeted": "hook"}, None))
        self.assertEqual((last["progress"]["jobId"], last["progress"]["status"], last["progress"]["progress"]), (job, "completed", 100))

    def test_the_hook_hears_of_a_scripts_error(self):
        self.assertEqual(self.hook(self.engine.started("packages/fails.py"), "error")["error"]["message"], "no such luck")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Socket.IO as its clients have it: the official ones in Node, the document's own examples in a real browser, and what public
protocol suites ask of the reference server. The Node modules come by `npm ci` from node/package-lock.json."""
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

from support.engine import KEY, EngineTest, until

NODE = pathlib.Path(__file__).parent / "node"
REFERENCE = os.environ.get("KULE_REFERENCE", "")
STEPS = """
import time
def boot(name):
    for percent in (10, 30, 50, 80):
        report_progress(percent, "step %d" % percent)
        time.sleep(0.12)
    return {"greeted": name}
"""
FAILS = "def boot():\n    report_progress(10, 'trying')\n    raise ValueError('no such luck')"


def node(file, **env):
    return subprocess.run(["node", "--test", "--test-reporter=spec", file], cwd=NODE, env={**os.environ, **env}, capture_output=True, text=True, encoding="utf-8", timeout=150)


class Protocol(unittest.TestCase):
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

    def test_sessions_are_not_told_in_the_request_log(self):
        answer = self.engine.call("GET", "/socket.io/?EIO=4&transport=polling&t=planted", key=None)
        self.assertEqual(answer.status, 200)
        sid = json.loads(answer.body[1:])["sid"]
        self.engine.call("POST", f"/socket.io/?EIO=4&transport=polling&sid={sid}", b"1", key=None, headers={"Content-Type": "text/plain"})
        self.assertNotIn(sid.encode(), self.engine.call("GET", "/metrics").body)

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


# The document's example, word for word, and its React hook over the least of React that it needs.
DOCUMENT = (NODE / "document.js")


class Pages(EngineTest):
    environment = {"KULE_API_CORS_ORIGINS": "http://allowed.test", "KULE_API_PORT": "3000"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()


if __name__ == "__main__":
    unittest.main()

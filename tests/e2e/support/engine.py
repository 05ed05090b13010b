# SPDX-License-Identifier: GPL-3.0-or-later
"""A real `kule serve` in folders of its own, and the calls that tests make to it. Standard library only."""
import http.client
import json
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import uuid
from urllib.parse import urlsplit

PROGRAM = os.environ.get("KULE_PROGRAM", str(pathlib.Path(__file__).parents[3] / "build/dev/bin/kule"))
KEY = "e2e-key-" + "0123456789abcdef" * 4
OWN = object()  # the engine's own key
OPEN_STATES = ("queued", "running")


def until(condition, what, seconds=30):
    """Polls: what other processes do has no event that could be awaited here."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.02)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class Home:
    """The folders of one imagined user: data, packages, runtime, home. All gone with close()."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="kule-e2e-"))
        self.data, self.packages, self.runtime = (self.root / name for name in ("data", "packages", "runtime"))
        for folder in (self.packages, self.runtime):
            folder.mkdir(mode=0o700)
        self.key_file = self.root / "key"
        self.key_file.write_text(f"  {KEY}\n")
        self.mark = uuid.uuid4().hex

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def script(self, name, text):
        path = self.packages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return f"packages/{name}"

    def environment(self, extra=None):
        env = {name: value for name, value in os.environ.items() if not name.startswith(("KULE_", "HEROKU_", "XDG_", "DISPLAY", "WAYLAND_", "QT_QPA_"))}
        env.update(HOME=str(self.root), TMPDIR=str(self.root), XDG_RUNTIME_DIR=str(self.runtime), KULE_E2E_MARK=self.mark, KULE_PYTHON=sys.executable,
                   KULE_LANGUAGE="en")
        env.update(extra or {})
        return env

    def kule(self, *words, env=None, stdin=None, timeout=60):
        """Runs the program to its end."""
        return subprocess.run([PROGRAM, *map(str, words)], env=self.environment(env), cwd=self.root, stdin=stdin, capture_output=True, text=True,
                              encoding="utf-8", timeout=timeout)

    def popen(self, *words, env=None, **options):
        return subprocess.Popen([PROGRAM, *map(str, words)], env=self.environment(env), cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, encoding="utf-8", **options)

    def marked_processes(self, but=()):
        """Ids of the processes that were started from here, zombies left out."""
        found = []
        needle = f"KULE_E2E_MARK={self.mark}".encode()
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) in but:
                continue
            try:
                if needle in (entry / "environ").read_bytes().split(b"\0") and (entry / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                    found.append(int(entry.name))
            except OSError:
                pass
        return found


class Engine:
    def __init__(self, home, *words, env=None, port=0, key=KEY):
        self.home, self.key = home, key or KEY
        words = ["serve", "--data-dir", home.data, "--port", port, "--script-root", home.packages, *words]
        if key:
            if key != KEY:
                home.key_file.write_text(key)
            words += ["--key-file", home.key_file]
        self.process = home.popen(*words, env=env)
        self.said = []     # on stderr
        self.printed = []  # on stdout
        lines = queue.Queue()
        self.readers = [threading.Thread(target=self._read, args=(self.process.stdout, lines, self.printed), daemon=True),
                        threading.Thread(target=self._listen, daemon=True)]
        for reader in self.readers:
            reader.start()
        try:
            first = lines.get(timeout=30)
        except queue.Empty:
            self.kill()
            raise AssertionError("kule serve said nothing for 30 s: " + "".join(self.said)) from None
        if first is None:
            raise AssertionError(f"kule serve ended with {self.process.wait()}: " + "".join(self.said))
        self.ready = json.loads(first)
        self.url = self.ready["url"]
        self.address = urlsplit(self.url)

    @staticmethod
    def _read(stream, lines, kept):
        for line in stream:
            kept.append(line)
            lines.put(line)
        lines.put(None)

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line)

    def call(self, method, path, body=None, key=OWN, header="X-Auth-Hash", headers=None):
        key = self.key if key is OWN else key
        fields = {header: key} if key is not None else {}
        data = None
        if body is not None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        fields.update(headers or {})
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=30)
        try:
            connection.request(method, path, data, fields)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def run(self, file_path, process_id=None, **more):
        body = {"process_id": process_id or uuid.uuid4().hex, "file_path": file_path, **more}
        return self.call("POST", "/run", body)

    def started(self, file_path, **more):
        answer = self.run(file_path, **more)
        assert answer.status == 202, (answer.status, answer.body)
        return answer.json["job_id"]

    def job(self, job_id):
        answer = self.call("GET", f"/api/jobs/{job_id}")
        assert answer.status == 200, (answer.status, answer.body)
        return answer.json["data"]

    def ended(self, job_id, seconds=40):
        def look():
            job = self.job(job_id)
            return job if job["state"] not in OPEN_STATES else None
        return until(look, f"the end of job {job_id}", seconds)

    def done(self, file_path, **more):
        """Runs it to its end."""
        return self.ended(self.started(file_path, **more))

    def jobs(self):
        """All of them, page by page."""
        found, after = [], ""
        while True:
            page = self.call("GET", f"/api/jobs?limit=1000&after={after}").json["data"]
            found += page["items"]
            after = page.get("next")
            if not after:
                return found

    def log(self, job_id):
        return self.call("GET", f"/api/jobs/{job_id}/log?limit=1048576").json["data"]["text"]

    def stop(self, how=signal.SIGTERM, seconds=10):
        """Asks it to end; answers its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            threads = self._threads()
            self.kill()
            raise AssertionError(f"kule serve did not end within {seconds} s; its threads: {threads}; it said: " + "".join(self.said)) from None

    def _threads(self):
        """What each thread waits for, as far as the kernel tells."""
        told = []
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                told.append(f"{(task / 'comm').read_text().strip()} {(task / 'wchan').read_text()} {(task / 'syscall').read_text().split()[0]}")
            except OSError as gone:
                told.append(str(gone))
        return ", ".join(told)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for reader, stream in zip(self.readers, (self.process.stdout, self.process.stderr)):
            reader.join(5)  # what it left behind may still hold the stream
            if not reader.is_alive():
                stream.close()


class EngineTest(unittest.TestCase):
    """One engine for all tests of the class. What they need of its environment stands in `environment`."""
    environment = {}

    @classmethod
    def setUpClass(cls):
        cls.home = Home()
        cls.addClassCleanup(cls.home.close)
        cls.engine = Engine(cls.home, env=cls.environment)
        cls.addClassCleanup(cls.engine.stop)


class Receiver:
    """A local server that keeps what is posted to it; the first `refusals` posts of each path are answered with 503."""

    def __init__(self, refusals=0):
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        self.bodies = queue.Queue()
        counts = {}
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                counts[self.path] = counts.get(self.path, 0) + 1
                refused = counts[self.path] <= refusals
                if not refused:
                    receiver.bodies.put((self.path, json.loads(body)))
                self.send_response(503 if refused else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

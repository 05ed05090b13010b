# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret of each kind goes in and never comes out: not into a file, an answer, an event, a process's arguments or a line of
output, whoever says it and however it is written. What a job was given as an argument is kept as given, there and nowhere else."""
import base64
import json
import os
import pathlib
import re
import sqlite3
import threading
import unittest
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.engine import KEY, Engine, Home, until
from support.websocket import Listener

PASSPHRASE = "kanarya parolası 5d3e"
BOT = "812345678:AAkanarya_bot-4f1c9d2e7b6a"
SECRETS = {
    "pusher": "kanarya:8/d1f+Ağ \"c\" & 42-" + "x" * 8,
    "bot": BOT,
    "heroku": "kanarya-heroku/9b2d?=\\7",
    "redis": "kanarya-redis-77c1",
    "environment": "verilen-kanarya-0a61",
    "passphrase": PASSPHRASE,
    "key": KEY,
}
GIVEN = SECRETS["heroku"]  # what a client gives as an argument besides
AS_GIVEN = {("job", "args"), ("job", "callback_url"), ("callback", "url")}

# Reads them where no file of Kule's own lies, and says them in every way that it has.
LEAKS = """
import base64, json, os, sys, time, urllib.parse
def boot(mode, path, *given):
    secrets = json.load(open(path))
    if mode == "raise":
        text = " ".join(secrets)
        raise ValueError("refused " + text) from RuntimeError(base64.b64encode(b"user:" + text.encode()).decode())
    if mode == "die":
        os.write(2, ("Fatal Python error: " + secrets[0] + "\\n" + secrets[1]).encode())
        os._exit(3)
    for secret in secrets:
        half = len(secret) // 2
        sys.stdout.write("plain " + secret[:half]); sys.stdout.flush(); time.sleep(0.05)
        sys.stdout.write(secret[half:] + "\\n"); sys.stdout.flush()
        sys.stdout.write("." * (65536 - half) + secret + "\\n"); sys.stdout.flush()
        print(urllib.parse.quote(secret), urllib.parse.quote(secret, safe=""), urllib.parse.quote_plus(secret))
        print(json.dumps(secret), json.dumps(secret, ensure_ascii=False))
        for before in (b"", b"a", b"ab"):
            print(base64.b64encode(before + secret.encode()).decode(), base64.urlsafe_b64encode(before + secret.encode()).decode())
        os.write(2, secret.encode() + b"\\n")
        report_progress(50, "using " + secret)
        safe_trigger("channel", "event", {"token": secret, secret: 1})
        time.sleep(0.15)
    print("end of", given)
    return {"secrets": secrets, secrets[0]: 1, "text": base64.b64encode(secrets[1].encode()).decode()}
"""


def forms(secret):
    raw = secret.encode()
    found = {raw, json.dumps(secret)[1:-1].encode(), json.dumps(secret, ensure_ascii=False)[1:-1].encode()}
    found |= {urllib.parse.quote(secret, safe=safe).encode() for safe in ("", "/", ":/")} | {urllib.parse.quote_plus(secret).encode()}
    for before in (b"", b"a", b"ab"):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            found.add(encode(before + raw)[4 if before else 0:-4])  # without what depends on the neighbours
    return found


FORMS = {name: forms(secret) for name, secret in SECRETS.items()}


class Outside:
    """All that Kule calls: each answers with what it should not repeat."""

    def __init__(self):
        outside = self
        self.calls = []
        self.hasUpdate = True

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outside.calls.append(self.path)
                if self.path.startswith("/bot"):
                    return self.answer(*outside.telegram(self.path.rpartition("/")[2]))
                self.answer(400 if self.path.startswith("/apps/") else 503, f"no: {SECRETS['pusher']} {body[:200]!r} {self.path}")

            def do_GET(self):
                outside.calls.append(self.path)
                self.send_response(302)
                self.send_header("Location", "http://127.0.0.1:9/?token=" + urllib.parse.quote(SECRETS["redis"]))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def answer(self, status, body):
                data = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def telegram(self, method):
        if method == "getMe":
            return 200, {"ok": True, "result": {"id": 812345678, "is_bot": True, "first_name": "Kanarya", "username": "kanarya_bot"}}
        if method == "getWebhookInfo":
            return 200, {"ok": True, "result": {"url": "", "pending_update_count": 0}}
        if method == "getUpdates" and self.hasUpdate:
            self.hasUpdate = False
            chat = {"id": 5, "type": "private", "first_name": "A"}
            return 200, {"ok": True, "result": [{"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "text": "/start",
                                                                               "from": {"id": 5, "is_bot": False, "first_name": "A"}}}]}
        if method in ("getUpdates", "sendMessage"):
            return 400, {"ok": False, "error_code": 400, "description": f"Bad Request: {self.url}/bot{BOT}/{method} with {SECRETS['pusher']}"}
        return 200, {"ok": True, "result": True}

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Canary(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.outside = Outside()
        self.addCleanup(self.outside.close)
        self.engine = Engine(self.home, env={
            "KULE_SECRETS": "vault", "KULE_PUSHER_APP_ID": "3", "KULE_PUSHER_KEY": "key-of-the-app", "KULE_PUSHER_HOST": "127.0.0.1",
            "KULE_PUSHER_PORT": str(self.outside.port), "KULE_PUSHER_TLS": "false", "KULE_TELEGRAM_BASE_URL": self.outside.url,
            "KULE_TITLES_BASE_URL": self.outside.url, "KULE_TITLES_CACHE_URL": "redis://127.0.0.1:9/0", "KULE_TITLES_CACHE_PASSWORD": SECRETS["redis"],
            "KULE_SECRET_BOT_9_TOKEN": SECRETS["environment"]})
        self.addCleanup(self.engine.stop)

    def assertClean(self, content, where, but=()):
        for name, found in FORMS.items():
            for form in found if name not in but else ():
                at = content.find(form)
                self.assertEqual(at, -1, f"{name} in {where}: {content[max(0, at - 100):at + 100]!r}")

    def ok(self, method, path, body, status=200):
        answer = self.engine.call(method, path, body)
        self.assertEqual(answer.status, status, answer.body)
        self.assertClean(answer.body, path)
        return answer.json.get("data")

    def test_nowhere(self):
        outside = self.home.root / "outside.json"
        outside.write_text(json.dumps(list(SECRETS.values())))
        script = self.home.script("leaks.py", LEAKS)
        self.ok("POST", "/api/secrets/unlock", {"passphrase": PASSPHRASE})
        for name in ("pusher/secret", "heroku/kule/token"):
            self.ok("PUT", "/api/secrets/" + urllib.parse.quote(name, safe=""), {"value": SECRETS[name.partition("/")[0]]})
        listener = Listener(self.engine.address, KEY)
        self.addCleanup(listener.close)
        listener.subscribe("*")

        bot = self.ok("POST", "/api/bots", {"name": "kanarya", "kind": "introduction", "mode": "dev", "token": BOT, "enabled": True,
                                            "config": {"commands": [{"command": "start", "text": {"en": "Hi"}}]}}, 201)["id"]
        jobs = self.run_jobs(script, str(outside))
        title = self.ok("POST", "/api/getinfo/async", {"url": "https://www.netflix.com/title/81616256?t=" + urllib.parse.quote(SECRETS["environment"])}, 202)["jobId"]
        self.engine.ended(title)
        self.say_it_in_requests()
        until(lambda: any(path.endswith("/getUpdates") for path in self.outside.calls), "the bot's poll")
        until(lambda: self.engine.call("GET", f"/api/bots/{bot}/deliveries?state=failed").json["data"]["items"], "a refused message")
        until(lambda: self.engine.call("GET", "/api/callbacks").json["data"]["items"], "a callback")
        until(lambda: b"job:error" in listener.heard and b"job:completed" in listener.heard, "events")
        until(lambda: self.engine.call("GET", "/api/jobs?q=refused").json["data"].get("unsearched", 0) == 0, "search has read the logs")
        self.assertIn("***", self.engine.log(jobs[0]["id"]))
        self.assertIn("end", self.engine.log(jobs[0]["id"]))

        ids = {"jobs": [*(job["id"] for job in jobs), title], "bots": [bot], "fatals": [job["fatal_file"] for job in jobs if job.get("fatal_file")]}
        self.assertGreater(len(ids["fatals"]), 1)
        self.ask_for_everything(ids)
        self.ask_by_command(jobs)
        self.assertClean(listener.heard, "Socket.IO")
        self.assert_files_clean()
        self.assert_processes_clean()
        self.engine.stop()
        self.assert_files_clean()
        self.assertClean("".join(self.engine.said + self.engine.printed).encode(), "output")
        self.assert_rows_clean()

    def run_jobs(self, script, outside):
        target = f"{self.outside.url}/callback?token={urllib.parse.quote(GIVEN, safe='')}"
        jobs = [self.engine.done(script, args=[mode, outside, GIVEN], callback_url=target, label=f"{mode} {SECRETS['bot']}",
                                 process_id=f"{mode} {SECRETS['pusher']}") for mode in ("print", "raise", "die")]
        self.assertEqual([job["state"] for job in jobs], ["succeeded", "failed", "failed"])
        return jobs

    def say_it_in_requests(self):
        """By clients themselves: in addresses, filters and names."""
        secret = SECRETS["pusher"]
        quoted = urllib.parse.quote(secret, safe="")
        self.assertEqual(self.engine.call("GET", "/api/jobs/" + quoted).status, 404)
        self.engine.call("GET", "/api/settings?x=" + urllib.parse.quote_plus(secret))
        self.engine.call("GET", "/api/jobs?q=" + urllib.parse.quote(f'"{secret}"', safe=""))
        self.engine.call("DELETE", "/api/jobs?expected=0&q=" + urllib.parse.quote(SECRETS["redis"]))
        self.engine.call("DELETE", "/api/fatals?expected=0&q=" + urllib.parse.quote(SECRETS["redis"]))
        for body in ({"action": "cancel", "q": SECRETS["redis"], "expected": 0}, {"action": secret}):
            self.engine.call("POST", "/api/bulk", body)
        for token in (BOT, "1" + BOT):  # one that is run already, and one that Telegram does not know
            self.assertClean(self.engine.call("POST", "/api/bots/check", {"token": token}).body, "a check of a token")
        self.engine.call("POST", "/api/keys", {"name": "key " + SECRETS["redis"], "scope": "read"})
        self.engine.call("POST", "/api/titles/batches", {"urls": ["https://www.netflix.com/title/1"], "label": secret})
        self.engine.call("POST", "/run", {"process_id": secret, "file_path": "packages/" + secret})
        self.engine.call("PUT", "/api/settings/pusher.port", {"value": secret})

    def ask_for_everything(self, ids):
        paths = json.loads(self.engine.call("GET", "/openapi.json").body)["paths"]
        asked = 0
        for path, verbs in paths.items():
            if "get" not in verbs:
                continue
            kind = path.split("/")[2 if path.startswith("/api/") else 1] if path != "/" else ""
            wholes = [re.sub(r"{(id|filename)}", urllib.parse.quote(one, safe=""), path) for one in ids.get(kind, ["x"])] if "{" in path else [path]
            for whole in wholes:
                for query in ("", "?pattern=kanarya", "?format=jsonl", "?tail=100000", "?q=kanarya"):
                    answer = self.engine.call("GET", re.sub(r"{[^}]*}", "x", whole) + query)
                    self.assertLess(answer.status, 500, whole)
                    self.assertClean(answer.body + str(answer.headers).encode(), whole + query)
                    asked += 1
        self.assertGreater(asked, 150)

    def ask_by_command(self, jobs):
        for words in (("jobs",), ("jobs", jobs[1]["id"]), ("logs", jobs[0]["id"]), ("fatals",), ("fatals", jobs[1]["fatal_file"]), ("secrets",), ("bots", "list"),
                      ("keys",), ("doctor",), ("doctor", "--json"), ("jobs", "no-such-job")):
            run = self.home.kule(*words, "--data-dir", self.home.data)
            self.assertClean((run.stdout + run.stderr).encode(), words)

    def assert_files_clean(self):
        files = [path for path in (*self.home.data.rglob("*"), *self.home.runtime.rglob("*")) if path.is_file() or path.is_symlink()]
        self.assertGreater(len(files), 6)
        for path in files:
            self.assertClean(os.fsencode(path), "a file's name")
            isStore = path.name.startswith("kule.db")
            isDiscovery = path.name.startswith("engine-")  # holds a key of this computer's own, for its owner alone
            if isDiscovery:
                self.assertEqual((path.stat().st_mode & 0o077, path.parent.stat().st_mode & 0o077), (0, 0), path)
            try:
                content = path.read_bytes()
            except (FileNotFoundError, OSError):
                continue
            self.assertClean(content, path, but=("heroku",) if isStore else ())

    def assert_processes_clean(self):
        for pid in self.home.marked_processes():
            for name in ("cmdline", "environ"):
                try:
                    content = pathlib.Path(f"/proc/{pid}/{name}").read_bytes()
                except OSError:
                    continue
                self.assertClean(content, f"{name} of process {pid}")

    def assert_rows_clean(self):
        """The argument that was given stands where a re-run and the callback take it from, and in no other column."""
        seen = set()
        for file in self.home.data.glob("*.db"):
            database = sqlite3.connect(file)
            self.addCleanup(database.close)
            for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                rows = database.execute(f'SELECT * FROM "{table}"')
                names = [column[0] for column in rows.description]
                for row in rows:
                    for name, value in zip(names, row):
                        content = value if isinstance(value, bytes) else str(value).encode()
                        if any(form in content for form in FORMS["heroku"]):
                            seen.add((table, name))
        self.assertEqual(seen, AS_GIVEN)


class FirstKey(unittest.TestCase):
    def test_it_is_shown_once_and_kept_as_a_digest(self):
        home = Home()
        self.addCleanup(home.close)
        engine = Engine(home, key=False)
        self.addCleanup(engine.stop)
        key = until(lambda: re.search(r"shown only now: (\S+)", "".join(engine.said)), "the key")[1]
        made = engine.call("POST", "/api/keys", {"name": "another", "scope": "read"}, key=key).json["data"]["key"]
        self.assertEqual(engine.call("GET", "/api/jobs", key=made).status, 200)
        for path in ("/api/keys", "/api/requests", "/api/activity", "/api/settings"):
            content = engine.call("GET", path, key=key).body
            self.assertNotIn(key.encode(), content)
            self.assertNotIn(made.encode(), content)
        engine.stop()
        self.assertEqual("".join(engine.said + engine.printed).count(key), 1)
        for path in (*home.data.rglob("*"), *home.runtime.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                self.assertFalse(key.encode() in content or made.encode() in content, path)
        again = Engine(home, key=False)
        self.addCleanup(again.stop)
        self.assertEqual(again.call("GET", "/api/jobs", key=key).status, 200)
        again.stop()
        self.assertNotIn(key, "".join(again.said + again.printed))


if __name__ == "__main__":
    unittest.main()

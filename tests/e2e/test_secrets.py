# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret goes in and never comes out: not into a file, an answer, an event or a line of output, however it is written."""
import base64
import json
import pathlib
import subprocess
import unittest
import urllib.parse

from support.engine import PROGRAM, Engine, EngineTest, Home, Receiver, until

CANARY = "kanarya:8/d1f+Ağ \"c\" & 42-" + "x" * 8
GIVEN = "verilen-kanarya-77c1"
# Reads them where no file of Kule's own lies, and says them in every way that it has.
LEAKS = """
import base64, json, sys, time, urllib.parse
def boot(mode, path):
    for secret in json.load(open(path)):
        if mode == "raise":
            raise ValueError("token " + secret + " was refused") from RuntimeError(base64.b64encode(b"user:" + secret.encode()).decode())
        half = len(secret) // 2
        sys.stdout.write("plain " + secret[:half]); sys.stdout.flush(); time.sleep(0.05)
        sys.stdout.write(secret[half:] + "\\n"); sys.stdout.flush()
        print(urllib.parse.quote(secret), urllib.parse.quote_plus(secret), json.dumps(secret), json.dumps(secret, ensure_ascii=False))
        for before in (b"", b"a", b"ab"):
            print(base64.b64encode(before + secret.encode()).decode(), base64.urlsafe_b64encode(before + secret.encode()).decode())
        print(secret, file=sys.stderr)
        report_progress(50, "using " + secret)
        safe_trigger("channel", "event", {"token": secret, secret: 1})
    print("end")
    return {"token": secret, "list": [secret]}
"""


def forms(secret):
    raw = secret.encode()
    found = {raw, json.dumps(secret)[1:-1].encode(), json.dumps(secret, ensure_ascii=False)[1:-1].encode()}
    found |= {urllib.parse.quote(secret, safe=safe).encode() for safe in ("", "/", ":/")} | {urllib.parse.quote_plus(secret).encode()}
    for before in (b"", b"a", b"ab"):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            # Without what depends on the neighbours.
            found.add(encode(before + raw)[4 if before else 0:-4])
    return found


FORMS = forms(CANARY) | forms(GIVEN)


class Canary(EngineTest):
    environment = {"KULE_SECRETS": "vault", "KULE_PUSHER_APP_ID": "3", "KULE_PUSHER_KEY": "key-of-the-app", "KULE_PUSHER_HOST": "127.0.0.1",
                   "KULE_PUSHER_PORT": "9", "KULE_PUSHER_TLS": "false", "KULE_SECRET_BOT_9_TOKEN": GIVEN}

    def assertClean(self, content, where):
        for form in FORMS:
            self.assertNotIn(form, content, where)

    def test_a_canary_is_nowhere(self):
        outside = self.home.root / "outside.json"
        outside.write_text(json.dumps([GIVEN, CANARY]))
        script = self.home.script("leaks.py", LEAKS)
        self.assertEqual(self.engine.call("POST", "/api/secrets/unlock", {"passphrase": "doğru at pili"}).status, 200)
        kept = self.engine.call("PUT", "/api/secrets/pusher%2Fsecret", {"value": CANARY})
        self.assertEqual(kept.status, 200, kept.body)
        receiver = Receiver()
        self.addCleanup(receiver.close)
        jobs = [self.engine.done(script, args=[mode, str(outside)], callback_url=receiver.url) for mode in ("print", "raise")]
        self.assertEqual([job["state"] for job in jobs], ["succeeded", "failed"])
        self.assertIn("***", self.engine.log(jobs[0]["id"]))
        self.assertIn("end", self.engine.log(jobs[0]["id"]))
        callback = receiver.bodies.get(timeout=30)
        self.assertIn("***", json.dumps(callback, default=str))
        self.assertClean(json.dumps(callback, default=str).encode(), "callback")

        # Said by a client itself, in an address and in arguments.
        said = self.engine.call("GET", "/api/jobs/" + urllib.parse.quote(CANARY, safe=""))
        self.assertEqual(said.status, 404)
        self.engine.call("GET", "/api/settings?x=" + urllib.parse.quote_plus(CANARY))
        paths = ["/", "/fatals", "/api/jobs", "/api/jobs/counts", "/api/jobs/export", "/api/jobs/export?format=jsonl", "/api/fatals", "/api/fatals/groups",
                 "/api/fatals/export", "/api/callbacks", "/api/keys", "/api/settings", "/api/activity", "/api/activity/export", "/api/status",
                 "/api/overview", "/api/secrets", "/api/undo", "/api/scripts", "/metrics", "/openapi.json", f"/fatals/{jobs[1]['fatal_file']}"]
        for job in jobs:
            paths += [f"/api/jobs/{job['id']}" + rest for rest in ("", "/log", "/log/export", "/log/search?pattern=kanarya")]
        for path in paths:
            answer = self.engine.call("GET", path)
            self.assertEqual(answer.status, 200, path)
            self.assertClean(answer.body if isinstance(answer.body, bytes) else str(answer.body).encode(), path)
        state = self.engine.call("GET", "/api/secrets").json["data"]
        self.assertEqual((state["backend"], state["is_well"], state["is_decided"]), ("vault", True, True))
        self.assertIn("pusher/secret", [one["name"] for one in state["secrets"]])
        for words in (("jobs",), ("jobs", jobs[1]["id"]), ("logs", jobs[0]["id"]), ("fatals",), ("fatals", jobs[1]["fatal_file"]), ("secrets",), ("doctor",)):
            run = self.home.kule(*words, "--data-dir", self.home.data)
            self.assertClean((run.stdout + run.stderr).encode(), words)

        until(lambda: self.engine.call("GET", "/api/jobs?q=refused").json["data"].get("unsearched", 0) == 0, "search has read the logs")
        self.assert_files_clean()
        self.engine.stop()
        self.assert_files_clean()

    def assert_files_clean(self):
        files = [path for path in pathlib.Path(self.home.data).rglob("*") if path.is_file()]
        self.assertGreater(len(files), 4)
        for path in files:
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            self.assertClean(content, path)


class Places(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def engine(self, **environment):
        # No bus here, so no keychain, whatever the computer of this test has.
        engine = Engine(self.home, env={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus", **environment})
        self.addCleanup(engine.stop)
        return engine

    def state(self, engine):
        return until(lambda: (now := engine.call("GET", "/api/secrets").json["data"])["is_probed"] and now, "the probe")

    def test_without_a_keychain_it_says_so_and_a_vault_does(self):
        engine = self.engine()
        state = self.state(engine)
        self.assertEqual((state["backend"], state["is_well"], state["problem"]["code"]), ("keychain", False, "secrets.absent"))
        self.assertEqual(engine.call("PUT", "/api/secrets/pusher%2Fsecret", {"value": "12345678"}).status, 503)
        self.assertEqual(engine.call("POST", "/api/secrets/backend", {"backend": "elsewhere"}).status, 400)
        moved = engine.call("POST", "/api/secrets/backend", {"backend": "vault", "passphrase": "doğru at pili"})
        self.assertEqual(moved.json["data"]["backend"], "vault", moved.body)
        self.assertEqual(engine.call("PUT", "/api/secrets/pusher%2Fsecret", {"value": "12345678"}).status, 200)
        self.assertEqual(engine.call("GET", "/api/secrets/pusher%2Fsecret").status, 405)
        engine.stop()

        passphrase = self.home.root / "passphrase"
        passphrase.write_text("doğru at pili\n")
        engine = self.engine(KULE_SECRETS_PASSPHRASE_FILE=str(passphrase))
        state = self.state(engine)
        self.assertEqual((state["backend"], state["is_well"], [one["name"] for one in state["secrets"]]), ("vault", True, ["pusher/secret"]))
        engine.stop()

        engine = self.engine()
        self.assertEqual(self.state(engine)["problem"]["code"], "secrets.locked")
        self.assertEqual(engine.call("POST", "/api/secrets/unlock", {"passphrase": "yanlış at pili"}).status, 403)
        self.assertEqual(engine.call("POST", "/api/secrets/unlock", {"passphrase": "doğru at pili"}).json["data"]["is_well"], True)
        changed = engine.call("POST", "/api/secrets/passphrase", {"former": "doğru at pili", "passphrase": "yepyeni söz"})
        self.assertEqual(changed.status, 200, changed.body)

    def kule(self, *words, said=""):
        return subprocess.run([PROGRAM, *words, "--data-dir", str(self.home.data)], env=self.home.environment({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}),
                              input=said, capture_output=True, text=True, encoding="utf-8", timeout=60)

    def test_the_command_line_asks_and_never_tells(self):
        doctor = json.loads(self.kule("doctor", "--json").stdout)
        self.assertEqual([one["health"] for one in doctor if one["check"] == "secrets"], ["poor"])
        engine = self.engine()
        self.state(engine)
        self.assertEqual(self.kule("secrets", "set", "pusher/secret", said="12345678\n").returncode, 69)
        self.assertEqual(self.kule("secrets", "move", "vault", said="").returncode, 2)
        moved = self.kule("secrets", "move", "vault", said="doğru at pili\n")
        self.assertEqual(moved.returncode, 0, moved.stderr)
        self.assertEqual(self.kule("secrets", "set", "pusher/secret", said="gizli-değer\n").returncode, 0)
        listed = self.kule("secrets")
        self.assertIn("pusher/secret", listed.stdout)
        self.assertNotIn("gizli", listed.stdout + listed.stderr)
        self.assertEqual(self.kule("secrets", "passphrase", said="yanlış at pili\nyepyeni söz\n").returncode, 4)
        self.assertEqual(self.kule("secrets", "passphrase", said="doğru at pili\nyepyeni söz\n").returncode, 0)
        self.assertEqual(self.kule("secrets", "unlock", said="yepyeni söz\n").returncode, 0)
        self.assertEqual(self.kule("secrets", "remove", "pusher/secret").returncode, 0)
        self.assertEqual(self.kule("secrets", "shout").returncode, 2)
        doctor = json.loads(self.kule("doctor", "--json").stdout)
        self.assertEqual([one["health"] for one in doctor if one["check"] == "secrets"], ["ok"])

    def test_only_an_admin_looks(self):
        engine = self.engine()
        key = engine.call("POST", "/api/keys", {"name": "runner", "scope": "run"}).json["data"]["key"]
        self.assertEqual(engine.call("GET", "/api/secrets", key=key).status, 403)

    def test_jobs_do_not_inherit_secrets(self):
        engine = self.engine(KULE_SECRET_BOT_1_TOKEN="verilen-1", KULE_PUSHER_SECRET="verilen-2")
        script = self.home.script("environment.py", "import os\ndef boot():\n    return sorted(name for name in os.environ if name.startswith(('KULE_SECRET', 'KULE_PUSHER')))\n")
        job = engine.done(script)
        self.assertEqual(job["attempts"][0]["result"], [])

    def test_the_settings_file_gives_its_secret_away(self):
        settings = pathlib.Path(self.home.data) / "settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"pusher.secret": "from-the-file", "pusher.cluster": "eu"}))
        engine = self.engine()
        self.state(engine)
        self.assertIn("from-the-file", settings.read_text())
        engine.call("POST", "/api/secrets/backend", {"backend": "vault", "passphrase": "doğru at pili"})
        self.assertEqual(json.loads(settings.read_text()), {"pusher.cluster": "eu", "secrets.place": "vault"})


if __name__ == "__main__":
    unittest.main()

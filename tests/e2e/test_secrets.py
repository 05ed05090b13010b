# SPDX-License-Identifier: GPL-3.0-or-later
"""Where secrets live, and what is said of that: by the API, on the command line, after restarts."""
import json
import pathlib
import subprocess
import unittest

from support.engine import PROGRAM, Engine, Home, until


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

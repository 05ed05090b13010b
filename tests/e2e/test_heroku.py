# SPDX-License-Identifier: GPL-3.0-or-later
"""Apps on Heroku as users have them: by the API and by `kule heroku`, against a local stand-in."""
import json
import unittest

from support.engine import Engine, EngineTest, Home
from support.heroku import Heroku


class HerokuTest(EngineTest):
    @classmethod
    def setUpClass(cls):
        cls.heroku = Heroku()
        cls.addClassCleanup(cls.heroku.close)
        cls.environment = {"KULE_HEROKU_BASE_URL": cls.heroku.url, "KULE_SECRETS": "session", "HEROKU_APP_NAME": cls.heroku.add("given-app"), "HEROKU_AUTH_TOKEN": Heroku.token}
        super().setUpClass()

    def kule(self, *words, **options):
        return self.home.kule("heroku", *words, "--data-dir", self.home.data, **options)

    def app(self, name, workers=1):
        self.heroku.add(name, workers)
        answer = self.engine.call("PUT", "/api/heroku/apps", {"name": name, "token": Heroku.token})
        self.assertEqual(answer.status, 200, answer.body)
        return f"/api/heroku/apps/{name}"


class OverTheApi(HerokuTest):
    def test_an_app_is_seen_scaled_and_stopped(self):
        app = self.app("tanitim-app")
        data = self.engine.call("GET", app + "/dynos").json["data"]
        self.assertEqual([one["name"] for one in data["dynos"]], ["worker.1"])
        self.assertEqual(data["app"]["requests_left"], 4321)
        self.assertEqual(data["offered_schedule"]["cron"], "0 4 * * *")
        refused = self.engine.call("PUT", app + "/formation/worker", {"quantity": 2})
        self.assertEqual((refused.status, refused.json["error"]["code"]), (409, "heroku.unconfirmed"))
        details = refused.json["error"]["details"]
        self.assertIn("from 1 to 2", details["effect"])
        self.assertEqual(self.heroku.apps["tanitim-app"]["quantity"], 1)
        done = self.engine.call("PUT", app + "/formation/worker", {"quantity": 2, "expected": details["expected"]})
        self.assertEqual(done.status, 200, done.body)
        self.assertEqual(self.engine.call("GET", app + "/formation").json["data"]["formation"][0]["quantity"], 2)
        again = self.engine.call("POST", app + "/stop", {"type": "worker", "expected": details["expected"]})
        self.assertEqual((again.status, again.json["error"]["code"]), (409, "heroku.changed"))
        self.assertEqual(self.engine.call("POST", app + "/stop", {"type": "worker", "expected": again.json["error"]["details"]["expected"]}).status, 200)
        self.assertEqual(self.heroku.apps["tanitim-app"]["quantity"], 0)

    def test_one_dyno_or_all_are_restarted(self):
        app = self.app("iki-app", 2)
        before = [one["id"] for one in self.heroku.apps["iki-app"]["dynos"]]
        preview = self.engine.call("GET", app + "/preview?deed=restart&dyno=worker.2").json["data"]
        self.assertEqual(self.engine.call("POST", app + "/restart", {"dyno": "worker.2", "expected": preview["expected"]}).status, 200)
        after = [one["id"] for one in self.heroku.apps["iki-app"]["dynos"]]
        self.assertEqual((before[0] == after[0], before[1] == after[1]), (True, False))
        for words in ({}, {"type": "worker"}):
            asked = self.engine.call("POST", app + "/restart", words)
            self.assertEqual(self.engine.call("POST", app + "/restart", {**words, "expected": asked.json["error"]["details"]["expected"]}).status, 200)
        self.assertEqual([one[:2] for one in self.heroku.asked if one[0] == "DELETE"][-3:],
                         [("DELETE", "/apps/iki-app/dynos/worker.2"), ("DELETE", "/apps/iki-app/dynos"), ("DELETE", "/apps/iki-app/formations/worker")])

    def test_a_schedule_is_kept(self):
        app = self.app("saatli-app")
        wanted = {"name": "saatli-app", "restart_schedule": {"cron": "0 4 * * *", "timezone": "Europe/Istanbul"}, "restart_type": "worker"}
        self.assertEqual(self.engine.call("PUT", "/api/heroku/apps", wanted).status, 200)
        before = next(one for one in self.engine.call("GET", "/api/heroku/apps").json["data"] if one["name"] == "saatli-app")
        self.assertTrue(before["next_restart_at"])
        self.assertEqual(before["restart_schedule"], {"cron": "0 4 * * *", "timezone": "Europe/Istanbul", "jitter_s": 0})
        self.assertEqual(self.engine.call("PUT", "/api/heroku/apps", {"name": "saatli-app", "restart_schedule": {"cron": "60 4 * * *"}}).status, 400)
        self.assertTrue(self.engine.call("GET", app + "/dynos").json["data"]["offered_schedule"] is None)

    def test_no_token_leaves(self):
        app = self.app("sessiz-app")
        texts = [self.engine.call("GET", path).body for path in ("/api/heroku/apps", app + "/dynos", app + "/formation", app + "/logs", "/api/activity", "/api/secrets", "/metrics")]
        log = json.loads(texts[3])["data"]
        self.assertEqual([line["text"] for line in log["lines"]], ["Merhaba, şimdi", "token ***"])
        self.assertEqual([one[2] for one in self.heroku.asked if one[1] == "/canary-of-the-log"], [None])
        self.heroku.apps.pop("sessiz-app")
        texts.append(self.engine.call("GET", app + "/dynos").body)
        self.assertFalse([text for text in texts if b"canary" in text])
        self.assertFalse([file for file in self.home.data.rglob("*") if file.is_file() and b"canary" in file.read_bytes()])

    def test_the_environment_gives_an_app(self):
        given = next(one for one in self.engine.call("GET", "/api/heroku/apps").json["data"] if one["is_given"])
        self.assertEqual(given["name"], "given-app")
        self.assertEqual(self.engine.call("GET", "/api/heroku/apps/given-app/dynos").status, 200)
        script = self.home.script("looks.py", "import os\ndef boot():\n    return os.environ.get('HEROKU_AUTH_TOKEN', 'none')\n")
        self.assertEqual(self.engine.done(script)["attempts"][-1]["result"], "none")

    def test_wrong_words_are_refused(self):
        for verb, path, body in (("PUT", "/api/heroku/apps", {"name": "an-app"}), ("PUT", "/api/heroku/apps", {"name": "Bad Name", "token": Heroku.token}), ("PUT", "/api/heroku/apps", []),
                                 ("PUT", "/api/heroku/apps", {"name": "an-app", "token": 7}), ("PUT", "/api/heroku/apps", {"name": "given-app", "restart_type": 7}), ("DELETE", "/api/heroku/apps", None),
                                 ("PUT", "/api/heroku/apps/given-app/formation/worker", {"quantity": "2"}), ("PUT", "/api/heroku/apps/given-app/formation/worker", {"quantity": -1}),
                                 ("POST", "/api/heroku/apps/given-app/stop", {}), ("POST", "/api/heroku/apps/given-app/restart", {"dyno": "a", "type": "b"}), ("POST", "/api/heroku/apps/given-app/restart", []),
                                 ("POST", "/api/heroku/apps/given-app/restart", {"expected": 7}), ("GET", "/api/heroku/apps/given-app/preview?deed=dance", None),
                                 ("GET", "/api/heroku/apps/given-app/preview?deed=scale&type=worker", None), ("GET", "/api/heroku/apps/given-app/logs?lines=0", None)):
            self.assertEqual(self.engine.call(verb, path, body).status, 400, (verb, path, body))
        for path in ("/api/heroku/apps/nobody/dynos", "/api/heroku/apps/nobody/logs", "/api/heroku/apps/..%2F..%2Faccount/dynos"):
            self.assertEqual(self.engine.call("GET", path).status, 404, path)


class AcrossAKill(unittest.TestCase):
    def test_a_schedule_outlives_the_engine_and_a_preview_does_nothing(self):
        heroku = Heroku()
        self.addCleanup(heroku.close)
        home = Home()
        self.addCleanup(home.close)
        environment = {"KULE_HEROKU_BASE_URL": heroku.url, "KULE_SECRETS": "session", "HEROKU_APP_NAME": heroku.add("given-app"), "HEROKU_AUTH_TOKEN": Heroku.token}
        engine = Engine(home, env=environment)
        self.addCleanup(lambda: engine.kill())
        wanted = {"name": "given-app", "restart_schedule": {"cron": "0 4 * * *", "timezone": "Europe/Istanbul"}}
        planned = engine.call("PUT", "/api/heroku/apps", wanted).json["data"]["next_restart_at"]
        expected = engine.call("GET", "/api/heroku/apps/given-app/preview?deed=restart").json["data"]["expected"]
        engine.kill()
        engine = Engine(home, env=environment)
        self.assertEqual(engine.call("GET", "/api/heroku/apps").json["data"][0]["next_restart_at"], planned)
        self.assertFalse([one for one in heroku.asked if one[0] != "GET"])
        # What was confirmed is still so, and is done once.
        self.assertEqual(engine.call("POST", "/api/heroku/apps/given-app/restart", {"expected": expected}).status, 200)
        self.assertEqual(engine.call("POST", "/api/heroku/apps/given-app/restart", {"expected": expected}).status, 409)
        self.assertEqual(len([one for one in heroku.asked if one[0] == "DELETE"]), 1)
        engine.stop()


class OnTheCommandLine(HerokuTest):
    def test_what_runs_is_told_and_changed_once_it_is_confirmed(self):
        self.app("komut-app")
        self.assertIn("komut-app", self.kule("apps").stdout)
        self.assertIn("worker.1", self.kule("dynos", "komut-app").stdout)
        asked = self.kule("scale", "komut-app", "worker", "3")
        self.assertEqual(asked.returncode, 2)
        self.assertIn("from 1 to 3", asked.stderr)
        self.assertEqual(self.heroku.apps["komut-app"]["quantity"], 1)
        expected = asked.stderr.split("--expected ")[1].split()[0]
        self.assertEqual(self.kule("scale", "komut-app", "worker", "3", "--expected", expected).returncode, 0)
        self.assertEqual(self.heroku.apps["komut-app"]["quantity"], 3)
        self.assertEqual(self.kule("scale", "komut-app", "worker", "2", "--expected", expected).returncode, 5)
        self.assertEqual(self.kule("restart", "komut-app", "worker.2", "--yes").returncode, 0)
        self.assertEqual(self.kule("restart", "komut-app", "--yes").returncode, 0)
        self.assertEqual(self.kule("stop", "komut-app", "worker.1", "--yes").returncode, 5)
        self.assertEqual(self.kule("stop", "komut-app", "worker", "--yes").returncode, 0)
        self.assertEqual(self.heroku.apps["komut-app"]["quantity"], 0)
        self.assertEqual(self.kule("stop", "komut-app", "worker", "--yes").returncode, 5)
        self.assertIn("[worker.1]: Merhaba", self.kule("logs", "komut-app", "--lines", "5").stdout)
        self.assertEqual(json.loads(self.kule("dynos", "komut-app", "--json").stdout)["dynos"], [])

    def test_an_app_comes_and_goes_and_has_its_hour(self):
        self.heroku.add("gelen-app")
        (self.home.root / "token").write_text(Heroku.token + "\n")
        with open(self.home.root / "token") as token:
            added = self.kule("add", "gelen-app", stdin=token)
        self.assertEqual(added.returncode, 0, added.stderr)
        self.assertNotIn("canary", added.stdout + added.stderr)
        self.assertIn("0 4 * * * Europe/Istanbul", self.kule("schedule", "gelen-app", "0 4 * * *", "--timezone", "Europe/Istanbul").stdout)
        self.assertNotIn("0 4 * * *", self.kule("schedule", "gelen-app", "none").stdout)
        self.assertEqual(self.kule("schedule", "gelen-app", "whenever").returncode, 2)
        self.assertEqual(self.kule("remove", "gelen-app").returncode, 0)
        self.assertEqual(self.kule("dynos", "gelen-app").returncode, 3)
        for words in (("dance",), ("dynos",), ("scale", "gelen-app", "worker"), ("scale", "gelen-app", "worker", "many"), ("stop", "gelen-app")):
            self.assertEqual(self.kule(*words).returncode, 2, words)


if __name__ == "__main__":
    unittest.main()

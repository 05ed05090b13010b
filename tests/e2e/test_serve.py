# SPDX-License-Identifier: GPL-3.0-or-later
"""kule serve as a process: start, ports, keys, folders, discovery, the end."""
import json
import signal
import socket
import stat
import time
import unittest

from support.engine import KEY, Engine, Home, until

WAITS = "import time\ndef boot():\n    print('here', flush=True)\n    time.sleep(300)"


class ServeTest(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def engine(self, *words, **options):
        engine = Engine(self.home, *words, **options)
        self.addCleanup(engine.kill)
        return engine


class StartAndEnd(ServeTest):
    def test_says_url_and_pid(self):
        engine = self.engine()
        self.assertEqual(engine.ready["pid"], engine.process.pid)
        self.assertRegex(engine.url, r"^http://127\.0\.0\.1:\d+$")
        self.assertEqual(engine.call("GET", "/livez", key=None).status, 200)

    def test_ends_cleanly_by_each_signal_while_a_job_runs(self):
        path = self.home.script("waits.py", WAITS)
        for how in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(how=how):
                engine = self.engine()
                job = engine.started(path)
                until(lambda: "here" in engine.log(job), "the job's first line")
                begun = time.monotonic()
                self.assertEqual(engine.stop(how), 0)
                self.assertLess(time.monotonic() - begun, 10)
                until(lambda: not self.home.marked_processes(), "all processes gone", 5)
                again = self.engine()
                self.assertEqual(again.job(job)["state"], "interrupted")
                again.stop()

    def test_ends_at_once_when_idle_and_twice_asked(self):
        engine = self.engine()
        engine.process.send_signal(signal.SIGTERM)
        self.assertEqual(engine.stop(signal.SIGTERM), 0)

    def test_keeps_everything_over_a_restart(self):
        engine = self.engine()
        job = engine.done(self.home.script("x.py", "def boot(): return 'kept'"))
        engine.stop()
        again = self.engine()
        self.assertEqual(again.job(job["id"])["attempts"][-1]["result"], "kept")

    def test_queued_jobs_run_after_a_restart(self):
        engine = self.engine(env={"KULE_JOBS_CONCURRENCY": "1"})
        first = engine.started(self.home.script("waits.py", WAITS))
        until(lambda: engine.job(first)["state"] == "running", "the first job running")
        second = engine.started(self.home.script("x.py", "def boot(): return 1"))
        engine.stop()
        again = self.engine()
        self.assertEqual(again.ended(second)["state"], "succeeded")
        self.assertEqual(again.job(first)["state"], "interrupted")


class Refusals(ServeTest):
    def ends(self, *words, status, env=None):
        done = self.home.kule("serve", *words, env=env)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertTrue(done.stderr.startswith("kule: "), done.stderr)
        return done.stderr

    def test_a_taken_port(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            sentence = self.ends("--data-dir", self.home.data, "--port", port, status=69)
            self.assertIn(str(port), sentence)
        self.assertEqual(self.home.marked_processes(), [])

    def test_a_second_engine_on_the_same_folder(self):
        engine = self.engine()
        sentence = self.ends("--data-dir", self.home.data, "--port", 0, status=5)
        self.assertIn(str(engine.process.pid), sentence)
        self.assertEqual(engine.call("GET", "/livez").status, 200)

    def test_key_files(self):
        for content in (b"", b" \n\t\n", b"two words", b"\x00\x01", "anahtarım".encode(), b"x" * 5000):
            with self.subTest(content=content[:20]):
                self.home.key_file.write_bytes(content)
                self.ends("--data-dir", self.home.data, "--port", 0, "--key-file", self.home.key_file, status=2)
        self.ends("--data-dir", self.home.data, "--port", 0, "--key-file", self.home.root / "none", status=2)
        self.ends("--data-dir", self.home.data, "--port", 0, "--key-file", self.home.root, status=2)

    def test_wrong_words(self):
        for words in (["--port", "x"], ["--port", "65536"], ["--port", "-1"], ["--port"], ["--no-such"], ["word"]):
            with self.subTest(words=words):
                self.ends("--data-dir", self.home.data, *words, status=2)
        self.ends("--data-dir", self.home.data, status=2, env={"KULE_API_PORT": "many"})

    def test_a_data_folder_that_cannot_be(self):
        (self.home.root / "file").write_text("")
        self.assertIn("file", self.ends("--data-dir", self.home.root / "file" / "data", "--port", 0, status=69))

    def test_a_database_that_is_none(self):
        self.home.data.mkdir()
        (self.home.data / "kule.db").write_bytes(b"this is no database" * 1000)
        self.ends("--data-dir", self.home.data, "--port", 0, status=69)
        self.assertEqual((self.home.data / "kule.db").read_bytes()[:19], b"this is no database")


class Keys(ServeTest):
    def test_the_first_start_shows_its_key_once(self):
        engine = self.engine(key=False)
        until(lambda: any("default" in line for line in engine.said), "the key on stderr")
        key = next(line for line in engine.said if "default" in line).split()[-1]
        self.assertEqual(engine.call("GET", "/api/keys", key=key).status, 200)
        engine.stop()
        again = self.engine(key=False)
        self.assertEqual(again.call("GET", "/", key=key).status, 200)
        again.stop()
        self.assertFalse(any("default" in line for line in again.said))
        self.assertNotIn(key.encode(), b"".join(file.read_bytes() for file in self.home.data.glob("kule.db*")))

    def test_from_the_environment_and_in_every_header(self):
        engine = self.engine(key=False, env={"KULE_API_KEY": f" {KEY}\n"})
        for header, value in (("X-Auth-Hash", KEY), ("X-API-Key", KEY), ("Authorization", f"Bearer {KEY}")):
            self.assertEqual(engine.call("GET", "/", key=value, header=header).status, 200)
        for value in (KEY[:-1], KEY + "x", KEY.upper(), ""):
            self.assertEqual(engine.call("GET", "/", key=value).status, 401)

    def test_jobs_do_not_inherit_the_engines_secrets(self):
        engine = self.engine(key=False, env={"KULE_API_KEY": KEY, "KULE_PUSHER_SECRET": "canary-secret"})
        path = self.home.script("spies.py", f"import os\ndef boot():\n    return [n for n, v in os.environ.items() if {KEY!r} in v or 'canary' in v]")
        self.assertEqual(engine.done(path)["attempts"][-1]["result"], [])

    def test_an_empty_variable_opens_nothing(self):
        engine = self.engine(key=False, env={"KULE_API_KEY": ""})
        for key in (None, ""):
            self.assertEqual(engine.call("GET", "/", key=key).status, 401)

    def test_strangers_in_the_browser_are_refused_before_the_key(self):
        engine = self.engine()
        self.assertEqual(engine.call("GET", "/", headers={"Host": "evil.example"}).status, 421)
        self.assertEqual(engine.call("GET", "/", headers={"Origin": "https://evil.example"}).status, 403)
        self.assertEqual(engine.call("POST", "/run", b"{}", headers={"Content-Type": "text/plain"}).status, 415)


class Discovery(ServeTest):
    def files(self):
        return list(self.home.runtime.rglob("engine-*.json"))

    def test_is_there_while_it_listens_and_for_its_owner_alone(self):
        engine = self.engine()
        [file] = self.files()
        found = json.loads(file.read_text())
        self.assertEqual((found["pid"], found["url"]), (engine.process.pid, engine.url))
        self.assertTrue(found["version"])
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        engine.stop()
        self.assertEqual(self.files(), [])

    def test_other_commands_find_the_engine_by_it(self):
        self.engine(key=False)
        done = self.home.kule("jobs", "--data-dir", self.home.data, "--json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["items"]), (0, []))

    def test_a_stale_one_is_ignored(self):
        engine = self.engine()
        [file] = self.files()
        engine.kill()
        self.assertTrue(file.exists())
        done = self.home.kule("jobs", "--data-dir", self.home.data)
        self.assertEqual(done.returncode, 69)
        self.assertIn("kule serve", done.stderr)
        self.engine()
        self.assertEqual(len(self.files()), 1)


if __name__ == "__main__":
    unittest.main()

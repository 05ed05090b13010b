# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command of kule against a running engine: what it writes where, and its exit code."""
import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import threading
import unittest

from support.engine import PROGRAM, Engine, EngineTest, Home, until

WAITS = "import time\ndef boot(*a):\n    print('here', flush=True)\n    time.sleep(300)"


class CliTest(EngineTest):
    def kule(self, *words, status=0, **options):
        done = self.home.kule(*words, "--data-dir", self.home.data, "--key-file", self.home.key_file, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def data(self, *words, status=0, **options):
        return json.loads(self.kule(*words, "--json", status=status, **options).stdout)


class Run(CliTest):
    def test_succeeds_with_its_result_on_stdout(self):
        path = self.home.script("sum.py", "def boot(*a, **k): return {'args': a, 'kwargs': k}")
        done = self.kule("run", path, "--arg", "1", "--arg", '"iki"', "--kwarg", "x=[3]", "--process-id", "p1", "--label", "gece")
        self.assertEqual(json.loads(done.stdout), {"args": [1, "iki"], "kwargs": {"x": [3]}})
        [job] = self.data("jobs", "id:p1")["items"]
        self.assertEqual((job["process_id"], job["label"], job["state"]), ("p1", "gece", "succeeded"))

    def test_fails_with_one(self):
        path = self.home.script("fails.py", "def boot(): raise ValueError('olmadı')")
        done = self.kule("run", path, status=1)
        self.assertEqual(done.stdout, "")
        self.assertIn("olmadı", done.stderr)
        self.assertIn("kule fatals show", done.stderr)
        self.assertEqual(self.data("run", path, status=1)["state"], "failed")

    def test_each_end_has_its_code(self):
        waits = self.home.script("waits.py", WAITS)
        self.kule("run", waits, "--timeout", "0.5", status=124)
        self.kule("run", "packages/none.py", status=3)
        self.kule("run", self.home.key_file, status=2)

    def test_a_file_is_meant_from_where_one_stands(self):
        self.home.script("near.py", "def boot(): return 'near'")
        done = subprocess.run([PROGRAM, "run", "near.py", "--data-dir", self.home.data, "--key-file", self.home.key_file], cwd=self.home.packages,
                              env=self.home.environment(), capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (0, '"near"\n'))

    def test_follow_writes_the_log(self):
        path = self.home.script("talks.py", "def boot():\n    print('bir'); print('iki')\n    return 3")
        done = self.kule("run", path, "-f")
        self.assertEqual(done.stdout, "bir\niki\n")
        self.assertIn("3", done.stderr)

    def test_detach_and_conflict(self):
        waits = self.home.script("waits.py", WAITS)
        job = self.kule("run", waits, "--detach", "--process-id", "one").stdout.strip()
        self.assertEqual(self.data("run", waits, "--detach", "--process-id", "one")["job_id"], job)
        self.kule("run", waits, "--detach", "--process-id", "one", "--arg", "2", status=5)
        self.kule("jobs", "rerun", job, status=5)
        self.kule("jobs", "cancel", job)
        self.engine.ended(job)
        self.kule("jobs", "cancel", job, status=5)

    def test_usage(self):
        for words in ([], ["a.py", "b.py"], ["a.py", "--arg", "text"], ["a.py", "--kwarg", "x"], ["a.py", "--kwarg", "=1"], ["a.py", "--timeout", "soon"],
                      ["a.py", "--timeout", "-1"], ["a.py", "--timeout", "nan"], ["a.py", "--nothing"]):
            with self.subTest(words=words):
                self.assertEqual(self.kule("run", *words, status=2).stdout, "")

    def test_ctrl_c_cancels(self):
        waits = self.home.script("waits.py", WAITS)
        process = self.home.popen("run", waits, "--process-id", "interrupted", "--data-dir", self.home.data, "--key-file", self.home.key_file)
        self.addCleanup(process.kill)
        until(lambda: [job for job in self.engine.jobs() if job["process_id"] == "interrupted" and job["state"] == "running"], "the job running")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        [job] = [job for job in self.engine.jobs() if job["process_id"] == "interrupted"]
        self.assertEqual(job["state"], "cancelled")

    def test_a_terminal_sees_progress_and_nothing_harmful(self):
        gate = self.home.root / "seen"
        path = self.home.script("evil.py", "import os, time\ndef boot():\n    report_progress(50, '\\x1b]0;owned\\x07half')\n    print('\\x1b[31mred\\x1b[0m \\x1b]0;owned\\x07 \\x9b2J')\n"
                                f"    while not os.path.exists({str(gate)!r}): time.sleep(0.01)")
        master, slave = pty.openpty()
        process = subprocess.Popen([PROGRAM, "run", path, "-f", "--data-dir", self.home.data, "--key-file", self.home.key_file], env=self.home.environment({"TERM": "xterm"}),
                                   stdin=slave, stdout=slave, stderr=slave, close_fds=True)
        os.close(slave)
        seen = b""
        try:
            while chunk := os.read(master, 65536):
                seen += chunk
                if b" 50%" in seen:
                    gate.touch()
        except OSError:  # how Linux says that the last writer left
            pass
        os.close(master)
        self.assertEqual(process.wait(20), 0)
        self.assertIn(b" 50%", seen)
        self.assertIn(b"\x1b[31mred", seen)
        self.assertNotIn(b"\x1b]", seen)
        self.assertNotIn(b"\x07", seen)
        self.assertNotIn("\x9b".encode(), seen)


class Words(CliTest):
    def test_misuse_is_said_in_one_language(self):
        for words, said in ((["--no-such"], "--no-such diye bir seçenek yok."), (["-x"], "-x diye bir seçenek yok."), (["--json=1"], "--json değer almaz."),
                            (["--label"], "--label bir değer ister."), (["-f", "--timeout"], "--timeout bir değer ister.")):
            with self.subTest(words=words):
                done = self.home.kule("run", "x.py", *words, env={"KULE_LANGUAGE": "tr"})
                self.assertEqual((done.returncode, done.stderr.split(" \"", 1)[0]), (2, "kule: " + said))

    def test_help_is_said_in_one_language(self):
        done = self.home.kule("jobs", "--help", env={"KULE_LANGUAGE": "tr"})
        self.assertEqual(done.returncode, 0)
        self.assertIn("\nSeçenekler:\n  -h, --help ", done.stdout)
        self.assertNotIn("ptions", done.stdout)


class Jobs(CliTest):
    def test_list_show_rerun(self):
        self.assertIn("No job", self.kule("jobs").stderr)
        job = self.data("run", self.home.script("x.py", "def boot(): return 7"))
        self.assertIn(job["id"], self.kule("jobs", "state:succeeded").stdout)
        self.assertEqual(self.data("jobs", "state:failed")["items"], [])
        self.assertIn("succeeded", self.kule("jobs", "show", job["id"]).stdout)
        self.assertEqual(self.data("jobs", "show", job["id"])["attempts"][-1]["result"], 7)
        self.kule("jobs", "rerun", job["id"])
        self.assertEqual(self.engine.ended(job["id"])["attempt"], 2)
        page = self.data("jobs", "--limit", "1")
        self.assertEqual(len(page["items"]), 1)

    def test_words_and_filters(self):
        path = self.home.script("says.py", "def boot(word): print('İZLENEN', word)")
        jobs = [self.data("run", path, "--arg", f'"{word}"', "--label", f"gece {word}")["id"] for word in ("elma", "armut")]
        found = lambda *words: [job["id"] for job in self.data("jobs", *words)["items"]]
        # The log is in the index once it has caught up; the rest is found at once.
        self.assertEqual(found("ELMA"), jobs[:1])
        self.assertEqual(found("file:says", "-label:elma"), jobs[1:])
        self.assertEqual(found("label:gece armut"), jobs[1:])
        self.assertEqual(found("-armut", "file:says", "since:1h", "duration:<1h"), jobs[:1])
        until(lambda: found("log:izlenen", "armut") == jobs[1:], "the log in the index")
        wrong = self.kule("jobs", "state:succeeded", "colour:red", status=2).stderr.splitlines()
        self.assertEqual(wrong[:2], ["state:succeeded colour:red", " " * 16 + "^^^^^^^"])
        answer = self.data("jobs", "state:nope", status=2)
        self.assertEqual((answer["error"]["code"], answer["error"]["details"]), ("filter.bad_value", {"position": 0, "length": 10}))
        self.kule("jobs", '"open', status=2)
        self.kule("fatals", "state:failed", status=2)

    def test_refusals(self):
        for words, status in ((["show", "none"], 3), (["cancel", "none"], 3), (["rerun", "none"], 3), (["show"], 2), (["show", "a", "b"], 2), (["state:wrong"], 2),
                              (["--limit", "0"], 2), (["--limit", "x"], 2)):
            with self.subTest(words=words):
                self.kule("jobs", *words, status=status)


class Logs(CliTest):
    def test_writes_and_follows(self):
        job = self.data("run", self.home.script("x.py", "def boot(): print('satır')"))["id"]
        self.assertEqual(self.kule("logs", job, "--time", "off").stdout, "satır\n")
        self.assertRegex(self.kule("logs", job, "--time", "utc").stdout, r"^\d{4}-\d\d-\d\dT[\d:.]+Z satır\n$")
        self.assertRegex(self.kule("logs", job).stdout, r"^\d{4}-\d\d-\d\d [\d:.]+ satır\n$")
        self.assertEqual(self.data("logs", job, "-f")["text"], "satır")
        self.kule("logs", "none", status=3)
        self.kule("logs", job, "--attempt", "9", status=3)
        for words in ([], [job, "--time", "soon"], [job, "--attempt", "0"]):
            self.kule("logs", *words, status=2)

    def test_follows_to_the_end(self):
        gate = self.home.root / "gate"
        path = self.home.script("gated.py", f"import os, time\ndef boot():\n    print('one', flush=True)\n    while not os.path.exists({str(gate)!r}): time.sleep(0.01)\n    print('two')")
        job = self.kule("run", path, "--detach").stdout.strip()
        process = self.home.popen("logs", job, "-f", "--time", "off", "--data-dir", self.home.data, "--key-file", self.home.key_file)
        self.assertEqual(process.stdout.readline(), "one\n")
        gate.touch()
        self.assertEqual(process.communicate(timeout=20)[0], "two\n")
        self.assertEqual(process.returncode, 0)


class Fatals(CliTest):
    def test_list_show_delete(self):
        self.kule("run", self.home.script("bad.py", "def boot(): raise KeyError('ş')"), "--process-id", "f1", status=1)
        self.assertIn("f1.txt", self.kule("fatals").stdout)
        self.assertIn("KeyError", self.kule("fatals", "type:KeyError").stdout)
        self.assertNotIn("f1.txt", self.kule("fatals", "type:ValueError").stdout)
        self.assertIn("raise KeyError", self.kule("fatals", "show", "f1.txt").stdout)
        self.assertEqual(self.data("fatals", "show", "f1.txt")["process_id"], "f1")
        self.kule("fatals", "delete", "f1.txt")
        self.kule("fatals", "show", "f1.txt", status=3)
        self.kule("fatals", "delete", "f1.txt", status=3)
        self.kule("fatals", "show", status=2)


class Keys(CliTest):
    def test_create_use_revoke(self):
        key = self.data("keys", "create", "okur", "--scope", "read")
        self.assertEqual(self.kule("keys", "create", "bare").stdout.count("\n"), 1)
        self.assertIn("okur", self.kule("keys", "list").stdout)
        secret = self.home.root / "reader"
        secret.write_text(key["key"])
        base = ("--url", self.engine.url, "--key-file", secret)
        self.assertEqual(self.home.kule("jobs", *base).returncode, 0)
        self.assertEqual(self.home.kule("keys", *base).returncode, 4)
        self.assertEqual(self.home.kule("run", self.home.script("x.py", "def boot(): pass"), *base).returncode, 4)
        self.kule("keys", "revoke", key["id"])
        self.assertEqual(self.home.kule("jobs", *base).returncode, 4)
        self.kule("keys", "revoke", "none", status=3)
        self.kule("keys", "create", "", status=2)
        self.kule("keys", "create", "x", "--scope", "god", status=2)
        self.kule("keys", "burn", status=2)


class WithoutEngine(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def test_says_how_to_start_one(self):
        for words in (["run", "x.py"], ["jobs"], ["logs", "x"], ["fatals"], ["keys"]):
            with self.subTest(words=words):
                done = self.home.kule(*words, "--data-dir", self.home.data)
                self.assertEqual((done.returncode, done.stdout), (69, ""))
                self.assertIn("kule serve", done.stderr)
        self.assertEqual(self.home.kule("jobs", "--url", "http://127.0.0.1:9").returncode, 69)
        self.assertEqual(self.home.kule("jobs", "--url", "nonsense").returncode, 2)

    def test_speaks_turkish(self):
        for env in ({"KULE_LANGUAGE": "tr"}, {"KULE_LANGUAGE": "", "LC_ALL": "tr_TR.UTF-8"}):
            self.assertIn("Kullanım", self.home.kule("help", env=env).stdout)
        self.assertIn("Usage", self.home.kule("help", env={"KULE_LANGUAGE": "en", "LC_ALL": "tr_TR.UTF-8"}).stdout)
        self.assertIn("Kullanım", self.home.kule("help", "--language", "tr").stdout)

    def test_help_and_version(self):
        self.assertRegex(self.home.kule("--version").stdout, r"^kule \d+\.\d+\.\d+\n$")
        self.assertIn("doctor", self.home.kule("help").stdout)
        for command in ("serve", "run", "jobs", "logs", "fatals", "keys", "doctor", "demo"):
            done = self.home.kule(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(f"kule {command}", done.stdout)
        self.assertEqual(self.home.kule("nonsense").returncode, 2)

    def test_alone_it_opens_the_console_that_stands_beside_it(self):
        kule = shutil.copy(PROGRAM, self.home.root / "kule")
        def alone(**env):
            return subprocess.run([kule], env=self.home.environment(env), capture_output=True, text=True, timeout=30)
        self.assertIn("doctor", alone(DISPLAY=":0").stdout)
        console = self.home.root / "kule-console"
        console.write_text("#!/bin/sh\necho console; exit 7\n")
        console.chmod(0o755)
        opened = alone(DISPLAY=":0")
        self.assertEqual((opened.returncode, opened.stdout), (7, "console\n"))
        self.assertIn("doctor", alone().stdout)

    def test_doctor(self):
        done = self.home.kule("doctor", "--data-dir", self.home.data, "--json", env={"KULE_API_PORT": "0"})
        self.assertEqual(done.returncode, 0, done.stdout)
        findings = {finding["check"]: finding for finding in json.loads(done.stdout)}
        self.assertEqual(set(findings), {"data-folder", "disk-space", "port", "python", "selenium", "browser", "secrets", "clock", "titles-site", "titles-cache", "titles-database"})
        self.assertFalse(self.home.data.exists())
        broken = self.home.kule("doctor", "--data-dir", self.home.data, "--json", env={"KULE_PYTHON": "/nonexistent", "KULE_API_PORT": "0"})
        self.assertEqual(broken.returncode, 69)
        [python] = [finding for finding in json.loads(broken.stdout) if finding["check"] == "python"]
        self.assertEqual(python["health"], "bad")
        self.assertTrue(python["fix"])

    def test_doctor_looks_at_what_titles_need(self):
        urls = {"KULE_TITLES_CACHE_URL": "redis://:secret-word@127.0.0.1:1/0", "KULE_DATABASE_URL": "postgresql://kule:secret-word@127.0.0.1:1/kule",
                "KULE_TITLES_BASE_URL": "netflix", "KULE_API_PORT": "0"}
        done = self.home.kule("doctor", "--data-dir", self.home.data, "--json", env=urls)
        self.assertEqual(done.returncode, 69)
        findings = {finding["check"]: finding for finding in json.loads(done.stdout)}
        self.assertEqual([findings[f"titles-{what}"]["health"] for what in ("site", "cache", "database")], ["bad", "poor", "bad"])
        self.assertIn("Start Redis there", findings["titles-cache"]["fix"])
        self.assertIn("Start PostgreSQL there", findings["titles-database"]["fix"])
        self.assertNotIn("secret-word", done.stdout + done.stderr)
        with socket.create_server(("127.0.0.1", 0)) as deaf:  # something listens there, and is neither
            threading.Thread(target=lambda: [deaf.accept()[0].close() for _ in range(20)], daemon=True).start()
            there = f"127.0.0.1:{deaf.getsockname()[1]}"
            done = self.home.kule("doctor", "--data-dir", self.home.data, env={**urls, "KULE_TITLES_CACHE_URL": f"redis://:secret-word@{there}/0",
                                                                               "KULE_DATABASE_URL": f"postgresql://kule:secret-word@{there}/kule"})
            self.assertIn("correct the password, KULE_TITLES_CACHE_PASSWORD", done.stdout)
            self.assertIn("correct user and name in KULE_DATABASE_URL", done.stdout)
            self.assertNotIn("secret-word", done.stdout + done.stderr)

    def test_doctor_sees_a_taken_port_and_our_own_engine(self):
        engine = Engine(self.home)
        self.addCleanup(engine.kill)
        env = {"KULE_API_PORT": str(engine.address.port)}
        elsewhere = self.home.kule("doctor", "--data-dir", self.home.root / "other", env=env)
        self.assertEqual(elsewhere.returncode, 69)
        self.assertIn("bad   port", elsewhere.stdout)
        self.assertEqual(self.home.kule("doctor", "--data-dir", self.home.data, env=env).returncode, 0)

    def test_demo_leaves_nothing(self):
        done = self.home.kule("demo", timeout=120)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for text in ("POST /run", "succeeded", "failed", "GET /fatals", "DELETE /fatals/"):
            self.assertIn(text, done.stdout)
        self.assertEqual([entry.name for entry in self.home.root.iterdir() if entry.name not in ("packages", "runtime", "key")], [])
        self.assertEqual(list(self.home.runtime.iterdir()), [])
        until(lambda: not self.home.marked_processes(), "no process left", 5)
        steps = json.loads(self.home.kule("demo", "--json", timeout=120).stdout)
        self.assertGreater(len(steps), 5)


if __name__ == "__main__":
    unittest.main()

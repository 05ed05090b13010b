# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs of every kind, good and bad, in real processes."""
import os
import shutil
import signal
import threading
import unittest

from support.engine import EngineTest, Receiver, until

WAITS = "import time\ndef boot(*a, **k):\n    print('here', flush=True)\n    time.sleep(300)"


class Ends(EngineTest):
    def end(self, text, **more):
        name = f"{self._testMethodName}.py"
        return self.engine.done(self.home.script(name, text), **more)

    def assertFatal(self, job, **fields):
        self.assertTrue(job["fatal_file"], job)
        report = self.engine.call("GET", f"/fatals/{job['fatal_file']}").json
        for key, value in fields.items():
            self.assertEqual(report[key], value, report)
        return report

    def test_async_boot_is_awaited(self):
        job = self.end("import asyncio\nasync def boot(n):\n    await asyncio.sleep(0)\n    return n + 1", args=[41])
        self.assertEqual((job["state"], job["attempts"][-1]["result"]), ("succeeded", 42))

    def test_what_json_cannot_hold_is_kept_as_its_repr(self):
        job = self.end("def boot(): return {1, 2} and object")
        self.assertEqual(job["state"], "succeeded")
        self.assertEqual(job["attempts"][-1]["result"], "<class 'object'>")

    def test_progress_is_seen(self):
        job = self.end("def boot():\n    report_progress(40, 'kırk')\n    report_progress(100, 'bitti')")
        self.assertEqual((job["state"], job["progress"]), ("succeeded", 100))

    def test_no_boot(self):
        self.assertFatal(self.end("x = 1"))

    def test_syntax_error(self):
        self.assertEqual(self.assertFatal(self.end("def boot(:"))["type"], "SyntaxError")

    def test_import_error(self):
        self.assertEqual(self.assertFatal(self.end("import nothing_of_that_name"))["type"], "ModuleNotFoundError")

    def test_system_exit(self):
        self.assertEqual(self.end("import sys\ndef boot(): sys.exit(0)")["state"], "succeeded")
        self.assertEqual(self.end("import sys\ndef boot(): sys.exit(3)")["state"], "failed")

    def test_os_exit(self):
        self.assertFatal(self.end("import os\ndef boot(): os._exit(7)"), exit_code=7)

    def test_segmentation_fault(self):
        report = self.assertFatal(self.end("import ctypes\ndef boot(): ctypes.string_at(0)"))
        self.assertEqual(report["signal"], "SIGSEGV")

    def test_replaced_and_closed_streams(self):
        self.assertEqual(self.end("import sys\ndef boot():\n    sys.stdout = None\n    return 1")["state"], "succeeded")
        self.assertEqual(self.end("import os\ndef boot():\n    os.close(1); os.close(2)\n    return 1")["state"], "succeeded")

    def test_output_of_c_code_is_in_the_log(self):
        job = self.end("import os\ndef boot():\n    os.write(1, b'raw out\\n'); os.write(2, b'raw err\\n'); os.system('echo from a child')")
        log = self.engine.log(job["id"])
        for text in ("raw out", "raw err", "from a child"):
            self.assertIn(text, log)

    def test_nothing_is_left_for_the_next_job(self):
        self.end("import sys, builtins\nbuiltins.left = 1\nsys.modules['left'] = sys")
        job = self.end("import sys, builtins\ndef boot(): return [hasattr(builtins, 'left'), 'left' in sys.modules]")
        self.assertEqual(job["attempts"][-1]["result"], [False, False])


class Stopping(EngineTest):
    def waiting(self, text=WAITS, **more):
        job = self.engine.started(self.home.script(f"{self._testMethodName}.py", text), **more)
        until(lambda: "here" in self.engine.log(job), "the first line of the job")
        return job

    def test_cancel(self):
        job = self.waiting()
        self.assertEqual(self.engine.call("POST", f"/api/jobs/{job}/cancel").status, 200)
        self.assertEqual(self.engine.ended(job)["state"], "cancelled")
        self.assertEqual(self.engine.call("POST", f"/api/jobs/{job}/cancel").status, 409)

    def test_cancel_takes_the_whole_group(self):
        job = self.waiting("import subprocess, time\ndef boot():\n    p = subprocess.Popen(['sleep', '301'])\n    print('here', p.pid, flush=True)\n    time.sleep(300)")
        child = int(self.engine.log(job).split("here ")[1].split()[0])
        self.engine.call("POST", f"/api/jobs/{job}/cancel")
        self.engine.ended(job)
        until(lambda: not alive(child), "the end of the job's child", 15)

    def test_one_that_ignores_the_polite_signal(self):
        job = self.waiting("import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + WAITS)
        self.engine.call("POST", f"/api/jobs/{job}/cancel")
        self.assertEqual(self.engine.ended(job)["state"], "cancelled")

    def test_timeout(self):
        job = self.engine.ended(self.waiting(timeout_s=1))
        self.assertEqual(job["state"], "timed_out")
        self.assertTrue(job["fatal_file"])

    def test_killed_from_outside(self):
        job = self.waiting("import os, time\ndef boot():\n    print('here', os.getpid(), flush=True)\n    time.sleep(300)")
        os.kill(int(self.engine.log(job).split("here ")[1].split()[0]), signal.SIGKILL)
        ended = self.engine.ended(job)
        self.assertEqual((ended["state"], ended["attempts"][-1]["signal"]), ("failed", "SIGKILL"))

    def test_run_again_is_a_new_attempt_with_a_log_of_its_own(self):
        path = self.home.script("twice.py", "def boot(n): print('attempt says', n); return n")
        first = self.engine.done(path, args=[5])
        self.assertEqual(self.engine.call("POST", f"/api/jobs/{first['id']}/rerun").status, 202)
        again = self.engine.ended(first["id"])
        self.assertEqual((again["attempt"], len(again["attempts"]), again["attempts"][-1]["result"]), (2, 2, 5))
        for attempt in (1, 2):
            text = self.engine.call("GET", f"/api/jobs/{first['id']}/log?attempt={attempt}").json["data"]["text"]
            self.assertEqual(text.count("attempt says 5"), 1)

    def test_no_connection_shows_what_a_write_has_changed(self):
        path = self.home.script("fails.py", "def boot(): raise ValueError('x')")
        job = self.engine.done(path)["id"]
        for attempt in range(1, 11):
            named = [self.engine.job(job)["fatal_file"] for _ in range(4)]  # each on a connection of its own, so on each thread
            self.assertTrue(named[0])
            self.assertEqual(set(named), {named[0]})
            self.assertEqual(self.engine.call("DELETE", f"/fatals/{named[0]}").status, 200)
            self.assertEqual([self.engine.job(job)["fatal_file"] for _ in range(4)], [None] * 4)
            self.assertEqual(self.engine.call("POST", f"/api/jobs/{job}/rerun").status, 202)
            self.assertEqual({self.engine.job(job)["attempt"] for _ in range(4)}, {attempt + 1})
            self.engine.ended(job)


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Idempotent(EngineTest):
    def test_the_same_request_is_the_same_job(self):
        path = self.home.script("same.py", WAITS)
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(self.engine.run(path, process_id="same", args=[1]))) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual({answer.status for answer in answers}, {202})
        self.assertEqual(len({answer.json["job_id"] for answer in answers}), 1)
        self.assertEqual(self.engine.run(path, process_id="same", args=[2]).status, 409)
        job = answers[0].json["job_id"]
        self.engine.call("POST", f"/api/jobs/{job}/cancel")
        self.engine.ended(job)
        self.assertNotEqual(self.engine.done(self.home.script("quick.py", "def boot(): pass"), process_id="same")["id"], job)


class Crowded(EngineTest):
    environment = {"KULE_JOBS_CONCURRENCY": "1", "KULE_JOBS_QUEUE_LIMIT": "2", "KULE_JOBS_LOG_CAP": "65536"}

    def test_queue_position_reason_and_limit(self):
        path = self.home.script("slow.py", WAITS)
        running = self.engine.started(path)
        until(lambda: self.engine.job(running)["state"] == "running", "the first one running")
        queued = [self.engine.started(path) for _ in range(2)]
        self.assertEqual([self.engine.job(job)["position"] for job in queued], [1, 2])
        self.assertTrue(self.engine.job(queued[0])["waiting"])
        full = self.engine.run(path)
        self.assertEqual(full.status, 429)
        self.assertGreaterEqual(int(full.headers["Retry-After"]), 1)
        for job in (*queued, running):
            self.engine.call("POST", f"/api/jobs/{job}/cancel")
        self.assertEqual([self.engine.ended(job)["state"] for job in (running, *queued)], ["cancelled"] * 3)

    def test_a_long_log_keeps_head_and_tail(self):
        job = self.engine.done(self.home.script("loud.py", "def boot():\n    for i in range(40000): print('line', i)"))
        tail = self.engine.call("GET", f"/api/jobs/{job['id']}/log?tail=2000").json["data"]
        self.assertIn("line 39999", tail["text"])
        self.assertIn("line 0", self.engine.call("GET", f"/api/jobs/{job['id']}/log").json["data"]["text"])
        size = sum(file.stat().st_size for file in (self.home.data / "logs").rglob("*") if file.is_file())
        self.assertLess(size, 4 * 65536)


class RefusedFolder(EngineTest):
    def test_a_report_that_waits_for_its_folder_needs_no_restart(self):
        receiver = Receiver()
        self.addCleanup(receiver.close)
        folder = self.home.data / "fatals"
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_text("in the way")  # a mode would not stop root
        job = self.engine.done(self.home.script("fails.py", "def boot(): raise ValueError('x')"), process_id="pending", callback_url=receiver.url)
        self.assertEqual((job["state"], job["fatal_file"]), ("failed", None))
        self.assertEqual(receiver.bodies.get(timeout=30)[1]["process_id"], "pending")
        folder.unlink()
        [delivery] = until(lambda: self.engine.call("GET", "/api/callbacks?state=delivered").json["data"]["items"], "the record of the delivery")
        self.assertEqual(self.engine.call("POST", f"/api/callbacks/{delivery['id']}/redeliver").status, 202)
        until((folder / "pending.txt").exists, "the report in its folder")
        self.assertEqual(until(lambda: self.engine.job(job["id"])["fatal_file"], "the job naming its report"), "pending.txt")


class Spawned(EngineTest):
    """What Windows runs, and anybody who sets it."""
    environment = {"KULE_PYTHON_WORKERS": "spawn", "KULE_PYTHON_WARM": "2"}

    def test_runs_fails_and_cancels(self):
        good = self.engine.done(self.home.script("good.py", "def boot(a, b=0): return a + b"), args=[1], kwargs={"b": 2})
        self.assertEqual((good["state"], good["attempts"][-1]["result"]), ("succeeded", 3))
        self.assertEqual(self.engine.done(self.home.script("bad.py", "def boot(): raise KeyError('x')"))["state"], "failed")
        job = self.engine.started(self.home.script("waits.py", WAITS))
        until(lambda: "here" in self.engine.log(job), "the first line of the job")
        self.engine.call("POST", f"/api/jobs/{job}/cancel")
        self.assertEqual(self.engine.ended(job)["state"], "cancelled")


if __name__ == "__main__":
    unittest.main()

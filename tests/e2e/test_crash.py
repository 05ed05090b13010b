# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine is killed with SIGKILL at many random moments. Afterwards: each job that was accepted is accounted for, no
fatal and no callback is lost, and no process is left over once the next engine stands. KULE_E2E_SEED repeats a run."""
import http.client
import json
import os
import random
import threading
import time
import unittest

from support.engine import Engine, Home, Receiver, until

ROUNDS = int(os.environ.get("KULE_E2E_ROUNDS", "16"))
# Enough to keep it busy, few enough that all of them end soon on a slow machine too.
WORKERS = 3
JOBS_EACH = 15
QUICK = "def boot(n): return n"
FAILS = "def boot(n): raise RuntimeError(f'round {n}')"
SLOW = "import subprocess, time\ndef boot(n):\n    subprocess.Popen(['sleep', '600'])\n    time.sleep(0.4)\n    return n"
STUCK = "import signal, time\ndef boot(n):\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    time.sleep(600)"


class Crash(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)
        self.scripts = [self.home.script(name, text) for name, text in (("quick.py", QUICK), ("fails.py", FAILS), ("slow.py", SLOW))]
        self.accepted = {}  # process_id -> (script, job id)
        self.news = threading.Condition()

    def submit(self, engine, random_, worker, round_):
        for number in range(JOBS_EACH):
            process_id = f"{round_}-{worker}-{number}"
            script = random_.choice(self.scripts)
            try:
                answer = engine.run(script, process_id=process_id, args=[round_], callback_url=f"{self.receiver.url}/{process_id}")
            except (OSError, http.client.HTTPException):
                return  # killed under our hands; what got no answer promised nothing
            if answer.status != 202:
                raise AssertionError(f"{answer.status} {answer.body}")
            with self.news:
                self.accepted[process_id] = (script, answer.json["job_id"])
                self.news.notify()

    def crash(self, engine, random_, round_):
        """Kills it a moment after so and so many were accepted: among requests and jobs on quick and slow machines alike."""
        goal = len(self.accepted) + random_.randint(0, WORKERS * JOBS_EACH)
        workers = [threading.Thread(target=self.submit, args=(engine, random.Random(random_.random()), number, round_)) for number in range(WORKERS)]
        for worker in workers:
            worker.start()
        with self.news:
            self.assertTrue(self.news.wait_for(lambda: len(self.accepted) >= goal, 30), f"{len(self.accepted)} of {goal} accepted")
        time.sleep(random_.uniform(0, 0.1))  # the moment is the subject
        engine.kill()
        for worker in workers:
            worker.join()

    def test_nothing_is_lost(self):
        seed = os.environ.get("KULE_E2E_SEED", "20261121")
        print(f"KULE_E2E_SEED={seed}", flush=True)
        random_ = random.Random(seed)
        keep_all = {"KULE_FATALS_GROUP_CAP": "1000000"}  # the cap is another test's subject
        for round_ in range(ROUNDS):
            engine = Engine(self.home, env={"KULE_E2E_ROUND": str(round_), "KULE_JOBS_CONCURRENCY": "4", **keep_all})
            self.addCleanup(engine.kill)
            self.crash(engine, random_, round_)
        engine = Engine(self.home, env={"KULE_E2E_ROUND": "last", "KULE_JOBS_CONCURRENCY": "16", **keep_all})
        self.addCleanup(engine.kill)
        self.assertGreater(len(self.accepted), ROUNDS)

        until(lambda: not self.older_processes(), "the end of the processes of dead engines", 20)
        jobs = until(lambda: self.settled(engine), "the end of every job", 90)
        by_process = {job["process_id"]: job for job in jobs}
        for process_id, (script, job_id) in self.accepted.items():
            with self.subTest(process_id=process_id):
                job = by_process.get(process_id)
                self.assertIsNotNone(job, "accepted and lost")
                self.assertEqual(job["id"], job_id)
                self.assertIn(job["state"], ("interrupted", "failed") if "fails" in script else ("interrupted", "succeeded"))

        failed = [job for job in jobs if job["state"] == "failed"]
        self.assertTrue(failed)
        reports = set(engine.call("GET", "/fatals").json["fatal_files"])
        for job in failed:
            with self.subTest(process_id=job["process_id"]):
                self.assertIn(job["fatal_file"], reports)
                report = json.loads((self.home.data / "fatals" / job["fatal_file"]).read_text(encoding="utf-8"))
                self.assertEqual(report["process_id"], job["process_id"])
        self.assertEqual(sorted(path.name for path in (self.home.data / "fatals").iterdir() if not path.name.endswith(".txt")), [])

        wanted = {"/" + job["process_id"] for job in failed}
        came = set()
        def all_came():
            while not self.receiver.bodies.empty():
                came.add(self.receiver.bodies.get()[0])
            return wanted <= came
        until(all_came, f"every callback ({len(wanted)})", 60)
        self.assertEqual(engine.stop(), 0)

    def test_a_job_that_ignores_signals_is_no_orphan(self):
        path = self.home.script("stuck.py", STUCK)
        engine = Engine(self.home, env={"KULE_E2E_ROUND": "first"})
        self.addCleanup(engine.kill)
        job = engine.started(path, args=[1])
        until(lambda: engine.job(job)["state"] == "running", "the job running")
        engine.kill()
        again = Engine(self.home, env={"KULE_E2E_ROUND": "last"})
        self.addCleanup(again.kill)
        until(lambda: not self.older_processes(), "the end of the stuck job", 20)
        self.assertEqual(again.job(job)["state"], "interrupted")
        self.assertEqual(again.stop(), 0)

    def older_processes(self):
        def is_older(pid):
            try:
                with open(f"/proc/{pid}/environ", "rb") as environ:
                    return b"KULE_E2E_ROUND=last" not in environ.read().split(b"\0")
            except OSError:
                return False
        return [pid for pid in self.home.marked_processes() if is_older(pid)]

    @staticmethod
    def settled(engine):
        jobs = engine.jobs()
        return jobs if all(job["state"] not in ("queued", "running") for job in jobs) else None


if __name__ == "__main__":
    unittest.main()

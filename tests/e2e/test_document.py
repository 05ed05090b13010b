# SPDX-License-Identifier: GPL-3.0-or-later
"""A client written against the job runner's document, against our engine: each promise of the document, word for word."""
import json
import unittest
import urllib.parse

from support.engine import EngineTest, Receiver, until

EXAMPLE = """
def boot(*args, **kwargs):
    print("args", args)
    return {"args": args, "kwargs": kwargs}
"""
FAILS = """
def boot(*args, **kwargs):
    raise ValueError("bozuk İstek: ığdır")
"""


class Authentication(EngineTest):
    calls = [("GET", "/", None), ("POST", "/run", {"process_id": "1", "file_path": "packages/x.py"}), ("GET", "/fatals", None),
             ("GET", "/fatals/1.txt", None), ("DELETE", "/fatals/1.txt", None)]

    def test_every_endpoint_needs_the_hash(self):
        for key in (None, "", "wrong"):
            for method, path, body in self.calls:
                with self.subTest(path=path, method=method, key=key):
                    answer = self.engine.call(method, path, body, key=key)
                    self.assertEqual(answer.status, 401)
                    self.assertTrue(answer.json["error"])

    def test_answers_are_json(self):
        for method, path, body in self.calls:
            self.assertIn("application/json", self.engine.call(method, path, body).headers["Content-Type"])


class Greeting(EngineTest):
    def test_says_that_it_runs(self):
        answer = self.engine.call("GET", "/")
        self.assertEqual((answer.status, answer.json), (200, "Merhaba, Flask uygulaması çalışıyor!"))

    def test_says_it_bare_when_asked(self):
        answer = self.engine.call("GET", "/", headers={"Accept": "text/plain"})
        self.assertEqual(answer.body.decode(), "Merhaba, Flask uygulaması çalışıyor!")


class Running(EngineTest):
    def setUp(self):
        self.example = self.home.script("example.py", EXAMPLE)

    def test_the_documents_example(self):
        answer = self.engine.call("POST", "/run", {"process_id": "12345", "file_path": "packages/example.py", "args": [1, 2, 3],
                                                   "kwargs": {"param1": "value1"}, "callback_url": "http://127.0.0.1:9/callback"})
        self.assertEqual(answer.status, 202)
        self.assertTrue(answer.json["message"])
        self.assertEqual(answer.json["process_id"], "12345")
        job = self.engine.ended(answer.json["job_id"])
        self.assertEqual(job["state"], "succeeded")
        self.assertEqual(job["attempts"][-1]["result"], {"args": [1, 2, 3], "kwargs": {"param1": "value1"}})
        self.assertIn("args (1, 2, 3)", self.engine.log(job["id"]))

    def test_a_number_comes_back_as_a_number(self):
        self.assertEqual(self.engine.run(self.example, process_id=12345).json["process_id"], 12345)

    def test_what_is_missing_or_wrong(self):
        for body in ({}, {"process_id": "1"}, {"file_path": "packages/example.py"}, {"process_id": [], "file_path": "packages/example.py"},
                     {"process_id": "1", "file_path": 5}, {"process_id": "1", "file_path": "packages/example.py", "args": {}},
                     {"process_id": "1", "file_path": "packages/example.py", "kwargs": []}, [], "text", b"{", b""):
            with self.subTest(body=body):
                answer = self.engine.call("POST", "/run", body)
                self.assertEqual(answer.status, 400, answer.body)
                self.assertTrue(answer.json["error"])

    def test_a_file_that_is_not_there(self):
        answer = self.engine.run("packages/none.py")
        self.assertEqual(answer.status, 404)
        self.assertTrue(answer.json["error"])

    def test_a_file_outside_the_roots(self):
        (self.home.root / "outside.py").write_text(EXAMPLE)
        (self.home.packages / "link.py").symlink_to(self.home.root / "outside.py")
        for path in ("packages/../outside.py", "../outside.py", str(self.home.root / "outside.py"), "packages/link.py"):
            with self.subTest(path=path):
                answer = self.engine.run(path)
                self.assertEqual((answer.status, answer.json.get("code")), (400, "job.path_outside_roots"))

    def test_is_asynchronous(self):
        gate = self.home.root / "gate"
        path = self.home.script("waits.py", f"import os, time\ndef boot():\n    while not os.path.exists({str(gate)!r}): time.sleep(0.01)\n    return 'through'")
        job = self.engine.started(path)
        self.assertIn(self.engine.job(job)["state"], ("queued", "running"))
        gate.touch()
        self.assertEqual(self.engine.ended(job)["attempts"][-1]["result"], "through")

    def test_turkish_file_names(self):
        path = self.home.script("Iğdır_İşçi.py", "def boot(): return __file__")
        self.assertTrue(self.engine.done(path)["attempts"][-1]["result"].endswith("Iğdır_İşçi.py"))


class InjectedNames(EngineTest):
    def test_safe_trigger_is_silent_without_pusher(self):
        path = self.home.script("pushes.py", """
def boot(*args, **kwargs):
    safe_trigger('my-channel', 'my-event', {'message': 'İşlem başladı'})
    safe_trigger('my-channel', 'process-completed', {'message': 'İşlem tamamlandı'})
    return 'ok'
""")
        job = self.engine.done(path)
        self.assertEqual((job["state"], job["attempts"][-1]["result"]), ("succeeded", "ok"))
        self.assertEqual([(event["channel"], event["event"]) for event in job["events"]],
                         [("my-channel", "my-event"), ("my-channel", "process-completed")])

    def test_names_are_there(self):
        path = self.home.script("names.py", "top = report_progress\ndef boot():\n    return [callable(get_selenium_driver), callable(safe_trigger), callable(top)]")
        self.assertEqual(self.engine.done(path)["attempts"][-1]["result"], [True, True, True])


class Fatals(EngineTest):
    def setUp(self):
        for name in self.engine.call("GET", "/fatals").json["fatal_files"]:
            self.engine.call("DELETE", "/fatals/" + urllib.parse.quote(name, safe=""))
        self.fails = self.home.script("fails.py", FAILS)

    def fail(self, process_id, **more):
        answer = self.engine.run(self.fails, process_id=process_id, **more)
        self.assertEqual(answer.status, 202)
        self.assertEqual(self.engine.ended(answer.json["job_id"])["state"], "failed")

    def test_none_at_first(self):
        answer = self.engine.call("GET", "/fatals")
        self.assertEqual((answer.status, answer.json["fatal_files"]), (200, []))

    def test_listed_shown_deleted(self):
        self.fail("12345", args=[1], kwargs={"a": "ı"})
        self.assertEqual(self.engine.call("GET", "/fatals").json["fatal_files"], ["12345.txt"])
        self.assertTrue((self.home.data / "fatals" / "12345.txt").is_file())

        report = self.engine.call("GET", "/fatals/12345.txt")
        self.assertEqual(list(report.json)[:5], ["process_id", "error", "file", "args", "kwargs"])
        self.assertEqual(report.status, 200)
        on_disk = json.loads((self.home.data / "fatals" / "12345.txt").read_text(encoding="utf-8"))
        self.assertEqual(list(on_disk)[:5], ["process_id", "error", "file", "args", "kwargs"])
        for key, value in {"process_id": "12345", "args": [1], "kwargs": {"a": "ı"}, "type": "ValueError"}.items():
            self.assertEqual(report.json[key], value)
        self.assertIn("bozuk İstek: ığdır", report.json["error"])
        self.assertIn("raise ValueError", report.json["traceback"])

        deleted = self.engine.call("DELETE", "/fatals/12345.txt")
        self.assertEqual(deleted.status, 200)
        self.assertTrue(deleted.json["message"])
        self.assertFalse((self.home.data / "fatals" / "12345.txt").exists())
        for method in ("GET", "DELETE"):
            gone = self.engine.call(method, "/fatals/12345.txt")
            self.assertEqual(gone.status, 404)
            self.assertTrue(gone.json["error"])

    def test_a_second_failure_overwrites_nothing(self):
        self.fail("twice")
        self.fail("twice")
        self.assertEqual(set(self.engine.call("GET", "/fatals").json["fatal_files"]), {"twice.txt", "twice~2.txt"})

    def test_names_that_no_file_may_have(self):
        self.fail("../a/b c:ş")
        [name] = self.engine.call("GET", "/fatals").json["fatal_files"]
        self.assertTrue((self.home.data / "fatals" / name).is_file())
        self.assertEqual(self.engine.call("GET", f"/fatals/{urllib.parse.quote(name)}").json["process_id"], "../a/b c:ş")

    def test_no_way_out_of_the_folder(self):
        for name in ("..%2f..%2fkey", "%2e%2e%2fkule.db", "..", "%00", "a%00.txt", "x" * 300 + ".txt", "%ff.txt", "..%5ckule.db"):
            with self.subTest(name=name):
                for method in ("GET", "DELETE"):
                    self.assertIn(self.engine.call(method, f"/fatals/{name}").status, (400, 404))
        self.assertTrue((self.home.data / "kule.db").exists())

    def test_a_file_put_there_by_hand(self):
        (self.home.data / "fatals" / "hand.txt").write_text('{"process_id": "hand", "error": "e", "file": "f", "args": [], "kwargs": {}}')
        self.assertEqual(self.engine.call("GET", "/fatals").json["fatal_files"], ["hand.txt"])
        self.assertEqual(self.engine.call("GET", "/fatals/hand.txt").json["process_id"], "hand")

    def test_one_that_is_no_json(self):
        (self.home.data / "fatals" / "broken.txt").write_text("{ not json")
        answer = self.engine.call("GET", "/fatals/broken.txt")
        self.assertEqual(answer.status, 500)
        self.assertTrue(answer.json["error"])


class Callback(EngineTest):
    def test_the_report_is_posted(self):
        receiver = Receiver()
        self.addCleanup(receiver.close)
        fails = self.home.script("fails.py", FAILS)
        self.engine.done(fails, process_id="called", callback_url=receiver.url + "/callback")
        path, report = receiver.bodies.get(timeout=20)
        self.assertEqual(path, "/callback")
        self.assertEqual((report["process_id"], report["type"]), ("called", "ValueError"))

    def test_success_posts_nothing_and_a_refused_one_comes_again(self):
        receiver = Receiver(refusals=1)
        self.addCleanup(receiver.close)
        self.engine.done(self.home.script("good.py", EXAMPLE), callback_url=receiver.url + "/good")
        self.engine.done(self.home.script("fails.py", FAILS), process_id="again", callback_url=receiver.url + "/again")
        path, _ = receiver.bodies.get(timeout=60)
        self.assertEqual(path, "/again")
        until(lambda: self.engine.call("GET", "/api/callbacks?state=delivered").json["data"]["items"], "the delivery in the list")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles as a client of the document has them, by HTTP and on the command line; and the engine killed in each stage."""
import json
import time
import unittest

from support.engine import until
from support.pages import page
from support.titlecase import TitleCase

URL = "https://www.netflix.com/tr/title/81616256"
FIELDS = {"title", "year", "plot", "genres", "cast", "backdrop"}


class Titles(TitleCase):
    def test_the_documents_calls(self):
        engine = self.engine()
        answer = engine.call("POST", "/api/getinfo", {"url": URL}, header="X-API-Key")
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(answer.json["success"], True)
        self.assertEqual(set(answer.json["data"]), FIELDS)
        self.assertEqual(answer.json["data"]["genres"], ["18+", "Komedi"])
        self.assertEqual(answer.json["data"]["year"], 2022)
        pending = engine.call("POST", "/api/getinfo/async", {"url": URL + "?s=a&trackId=1"}, header="X-API-Key")
        self.assertEqual((pending.status, pending.json["data"]["status"]), (202, "pending"))
        job = engine.ended(pending.json["data"]["jobId"])
        self.assertEqual((job["kind"], job["state"], job["progress"], job["step"]), ("title", "succeeded", 100, "completed"))
        self.assertEqual(job["attempts"][0]["result"]["source"], "cache")
        self.assertEqual(job["attempts"][0]["result"]["data"], answer.json["data"])
        self.assertEqual(engine.call("POST", "/api/getinfo", {"url": f"{URL}?trackId={'1' * 8000}#top"}).status, 200)
        self.assertEqual(dict(self.pages.asked), {"/tr/title/81616256": 1})
        self.assertEqual(engine.call("POST", "/api/getinfo", {"url": URL}, key="wrong").status, 403)
        self.assertEqual(engine.call("POST", "/api/getinfo", {"url": URL}, key=None).status, 401)
        bad = engine.call("POST", "/api/getinfo", {"url": "https://example.com/"})
        self.assertEqual((bad.status, bad.json["error"]["code"], bad.json["error"]["details"]["errors"][0]["field"]), (400, "VALIDATION_ERROR", "url"))
        self.pages.rule = lambda path: (403, b"no", 0)
        refused = engine.call("POST", "/api/getinfo", {"url": "https://www.netflix.com/title/1"}, headers={"Accept-Language": "tr"})
        self.assertEqual(refused.status, 502)
        self.assertEqual((refused.json["error"]["code"], refused.json["error"]["message"]), ("SCRAPE_ERROR", "Failed to fetch Netflix page: 403"))
        self.assertEqual(engine.call("GET", "/fatals").json["fatal_files"], [])

    def test_the_command_line(self):
        engine = self.engine()
        words = ("--url", engine.url, "--key-file", self.home.key_file)
        done = self.home.kule("scrape", URL, *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Hayata Röveşata Çeken Adam (2022)", done.stdout)
        self.assertIn("18+, Komedi", done.stdout)
        self.pages.rule = lambda path: (404, b"", 0) if path.endswith("/5") else (200, page(), 0)
        many = self.home.kule("scrape", URL, "https://www.netflix.com/title/5", "nonsense", "--json", *words)
        lines = [json.loads(line) for line in many.stdout.splitlines()]
        self.assertEqual([line["error"]["code"] if "error" in line else line["source"] for line in lines], ["cache", "NOT_FOUND", "VALIDATION_ERROR"])
        self.assertEqual(many.returncode, 3)
        self.assertEqual(self.home.kule("scrape", "nonsense", *words).returncode, 2)
        self.assertEqual(self.home.kule("scrape", *words).returncode, 2)
        self.assertEqual(self.home.kule("scrape", URL, "--refresh", *words).returncode, 0)
        self.assertEqual(self.pages.asked["/tr/title/81616256"], 2)

    def test_killed_in_each_stage(self):
        """Whatever moment it is: no accepted job is lost, none is done twice unasked, what was saved stays, and the next engine works."""
        delays = {"scraping_netflix": 0.3}
        self.pages.rule = lambda path: (200, page(), delays["scraping_netflix"])
        for number, pause in enumerate((0, 0.002, 0.005, 0.01, 0.03, 0.1, 0.29, 0.302, 0.306, 0.312, 0.32, 0.35)):
            engine = self.engine()
            accepted = engine.call("POST", "/api/getinfo/async", {"url": f"https://www.netflix.com/tr/title/{1000 + number}"})
            self.assertEqual(accepted.status, 202)
            time.sleep(pause)  # the moment is the subject
            engine.kill()
            again = self.engine()
            job = again.ended(accepted.json["data"]["jobId"])
            self.assertIn(job["state"], ("interrupted", "succeeded"))
            self.assertEqual(len(job["attempts"]), 1)
            answer = again.call("POST", "/api/getinfo", {"url": f"https://www.netflix.com/tr/title/{1000 + number}"})
            self.assertEqual(answer.status, 200, answer.body)
            stored = again.call("GET", f"/api/titles/{1000 + number}?locale=tr").json["data"]
            self.assertEqual(stored["title"], "Hayata Röveşata Çeken Adam")
            again.kill()

    def test_a_batch_survives_kills(self):
        self.pages.rule = lambda path: (200, page(), 0.005)
        engine = self.engine()
        urls = [f"https://www.netflix.com/tr/title/{number}" for number in range(1, 301)]
        batch = engine.call("POST", "/api/titles/batches", {"urls": urls}).json["data"]
        look = lambda: engine.call("GET", f"/api/titles/batches/{batch['id']}").json["data"]
        for goal in (40, 120, 200):
            until(lambda: look()["succeeded"] >= goal, f"{goal} titles")
            engine.kill()
            engine = self.engine()
        ended = until(lambda: (now := look())["state"] == "finished" and now, "the end of the batch")
        self.assertEqual((ended["succeeded"], ended["failed"]), (300, 0))
        self.assertEqual(engine.call("GET", "/api/titles?limit=1").json["data"]["total"], 300)
        self.assertEqual(len(self.pages.asked), 300)

    def test_backends_that_are_away(self):
        """Nothing listens there: the cache is gone around, the save fails with a sentence, and the page is kept."""
        engine = self.engine(KULE_TITLES_CACHE_URL="redis://:secret-word@127.0.0.1:1/0", KULE_DATABASE_URL="postgresql://kule:secret-word@127.0.0.1:1/kule")
        accepted = engine.call("POST", "/api/getinfo/async", {"url": URL}).json["data"]
        job = engine.ended(accepted["jobId"])
        self.assertEqual((job["state"], job["error_type"]), ("failed", "INTERNAL_ERROR"))
        log = engine.log(job["id"])
        self.assertIn("the cache is away, going on without it", log)
        self.assertIn("the database is away, going on without it", log)
        state = engine.call("GET", "/api/titles/state").json["data"]
        self.assertEqual((state["cache"]["kind"], state["cache"]["problem"]["code"]), ("redis", "titles.cache_away"))
        self.assertEqual((state["database"]["kind"], state["database"]["problem"]["code"]), ("postgresql", "titles.database_away"))
        self.assertEqual(state["spooled"], 1)
        engine.stop()
        self.assertNotIn("secret-word", log + json.dumps(state) + json.dumps(job) + "".join(engine.said))
        again = self.engine()
        until(lambda: again.call("GET", "/api/titles/state").json["data"]["spooled"] == 0, "the spool is empty")
        self.assertEqual(again.call("POST", "/api/getinfo", {"url": URL}).status, 200)
        self.assertEqual(sum(self.pages.asked.values()), 1)


if __name__ == "__main__":
    unittest.main()

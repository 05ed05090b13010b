# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles when things go wrong: the engine killed within each stage of the pipeline, Redis and PostgreSQL that stop or hang in the
middle of a batch, and pages that no site should send."""
import gzip
import pathlib
import socket
import threading
import time
import unittest

from support.engine import until
from support.pages import page
from support.servers import Postgres, Redis
from support.titlecase import TitleCase

NAME = "Hayata Röveşata Çeken Adam"


def url(number):
    return f"https://www.netflix.com/tr/title/{number}"


class TitleFaults(TitleCase):
    def server(self, kind):
        server = kind()
        self.addCleanup(server.close)
        return server

    @staticmethod
    def get(engine, number):
        return engine.call("POST", "/api/getinfo", {"url": url(number)})

    @staticmethod
    def accepted(engine, number):
        return engine.call("POST", "/api/getinfo/async", {"url": url(number)}).json["data"]["jobId"]

    @staticmethod
    def batch(engine, numbers):
        return engine.call("POST", "/api/titles/batches", {"urls": [url(number) for number in numbers]}).json["data"]["id"]

    @staticmethod
    def look(engine, batch):
        return engine.call("GET", f"/api/titles/batches/{batch}").json["data"]

    @staticmethod
    def state(engine):
        return engine.call("GET", "/api/titles/state").json["data"]

    def at_step(self, engine, job, step):
        until(lambda: engine.job(job)["step"] == step, f"step {step}")


class Kills(TitleFaults):
    """The job that was under way is told to have been interrupted and nothing else is: what waited goes on, what was saved stays
    with its page, and who asks again gets the title."""

    def assert_nothing_lost(self, job, number, saved, **environment):
        again = self.engine(**environment)
        ended = again.ended(job)
        self.assertIn(ended["state"], ("interrupted", "succeeded"))
        self.assertEqual(len(ended["attempts"]), 1)
        answer = self.get(again, number)
        self.assertEqual((answer.status, answer.json.get("data", {}).get("title")), (200, NAME), answer.body)
        for former in {*saved, number}:
            kept = again.call("GET", f"/api/titles/{former}/page?locale=tr")
            self.assertEqual((kept.status, kept.body), (200, page()), former)
        self.assertEqual(self.state(again)["spooled"], 0)
        self.assertEqual(again.call("GET", "/api/titles?limit=1").json["data"]["total"], len({*saved, number}))
        return again

    def test_in_the_queue(self):
        self.pages.rule = lambda path: (200, page(), 0 if path.endswith("/1") else 60)
        engine = self.engine()
        self.assertEqual(self.get(engine, 1).status, 200)
        batch = self.batch(engine, range(2, 40))
        job = self.accepted(engine, 50)
        until(lambda: sum(self.pages.asked.values()) > 2, "the site is busy")
        engine.kill()
        self.pages.rule = lambda path: (200, page(), 0)
        again = self.engine()
        ended = until(lambda: (now := self.look(again, batch))["state"] == "finished" and now, "the end of the batch")
        self.assertEqual((ended["succeeded"], ended["failed"]), (38, 0))
        again.stop()
        self.assert_nothing_lost(job, 50, range(1, 40))

    def test_at_the_cache(self):
        redis = self.server(Redis)
        engine = self.engine(KULE_TITLES_CACHE_URL=redis.url)
        self.assertEqual(self.get(engine, 1).status, 200)
        redis.freeze(True)
        job = self.accepted(engine, 2)
        self.at_step(engine, job, "checking_cache")
        engine.kill()
        redis.freeze(False)
        self.assert_nothing_lost(job, 2, [1], KULE_TITLES_CACHE_URL=redis.url)

    def test_at_the_database(self):
        postgres = self.server(Postgres)
        engine = self.engine(KULE_DATABASE_URL=postgres.url)
        self.assertEqual(self.get(engine, 1).status, 200)
        postgres.freeze(True)
        job = self.accepted(engine, 2)
        self.at_step(engine, job, "checking_database")
        engine.kill()
        postgres.freeze(False)
        self.assert_nothing_lost(job, 2, [1], KULE_DATABASE_URL=postgres.url)

    def test_while_the_page_comes(self):
        engine = self.engine()
        self.assertEqual(self.get(engine, 1).status, 200)
        self.pages.rule = lambda path: (200, page(), 60)
        job = self.accepted(engine, 2)
        until(lambda: self.pages.asked["/tr/title/2"], "the page was asked for")
        self.at_step(engine, job, "scraping_netflix")
        engine.kill()
        self.pages.rule = lambda path: (200, page(), 0)
        self.assert_nothing_lost(job, 2, [1])

    def test_while_it_is_read_and_saved(self):
        """From the page's last byte on, at moments a few milliseconds apart: some before it is read, some while, some after."""
        saved = set()
        for number, pause in enumerate((0, 0.0005, 0.001, 0.002, 0.003, 0.004, 0.006, 0.01), 1):
            engine = self.engine()
            killed = threading.Event()

            def sent(path, engine=engine, pause=pause, killed=killed):
                time.sleep(pause)  # the moment is the subject
                engine.process.kill()
                killed.set()

            self.pages.sent = sent
            job = self.accepted(engine, number)
            killed.wait(20)
            engine.kill()
            self.pages.sent = lambda path: None
            self.assert_nothing_lost(job, number, saved).stop()
            saved.add(number)

    def test_while_the_database_saves(self):
        postgres = self.server(Postgres)
        engine = self.engine(KULE_DATABASE_URL=postgres.url)
        self.assertEqual(self.get(engine, 1).status, 200)

        def rule(path):
            postgres.freeze(True)
            return 200, page(), 0

        self.pages.rule = rule
        job = self.accepted(engine, 2)
        self.at_step(engine, job, "saving_to_database")
        engine.kill()
        self.pages.rule = lambda path: (200, page(), 0)
        postgres.freeze(False)
        self.assert_nothing_lost(job, 2, [1], KULE_DATABASE_URL=postgres.url)

    def test_after_a_title_was_tried_again(self):
        self.pages.rule = lambda path: (404, b"", 0)
        engine = self.engine()
        batch = self.batch(engine, range(1, 6))
        until(lambda: self.look(engine, batch)["state"] == "finished", "the batch's end")
        self.pages.rule = lambda path: (200, page(), 60)
        retried = engine.call("POST", f"/api/titles/batches/{batch}/items/3/retry").json["data"]
        self.assertEqual((retried["state"], retried["waiting"] + retried["running"], retried["failed"]), ("running", 1, 4))
        engine.kill()
        self.pages.rule = lambda path: (200, page(), 0)
        again = self.engine()
        ended = until(lambda: (now := self.look(again, batch))["state"] == "finished" and now, "its end")
        self.assertEqual((ended["total"], ended["succeeded"], ended["failed"]), (5, 1, 4))


class Backends(TitleFaults):
    def stops_after(self, count):
        """That many pages come at once, those behind them when what this returns is set: the batch has no end before."""
        stopped = threading.Event()

        def rule(_):
            if sum(self.pages.asked.values()) > count:
                stopped.wait(60)
            return 200, page(), 0

        self.pages.rule = rule
        return stopped

    def test_redis_stops_in_the_middle(self):
        redis = self.server(Redis)
        stopped = self.stops_after(60)
        engine = self.engine(KULE_TITLES_CACHE_URL=redis.url)
        batch = self.batch(engine, range(1, 201))
        until(lambda: self.look(engine, batch)["succeeded"] > 40, "some titles")
        redis.stop()
        stopped.set()
        ended = until(lambda: (now := self.look(engine, batch))["state"] == "finished" and now, "the end of the batch")
        self.assertEqual((ended["succeeded"], ended["failed"]), (200, 0))
        log = engine.log(engine.call("GET", f"/api/titles/batches/{batch}/items?limit=1000").json["data"]["items"][-1]["job_id"])
        self.assertIn("the cache is away, going on without it", log)
        self.assertEqual(self.state(engine)["cache"]["problem"]["code"], "titles.cache_away")
        self.assertIn('kule_titles_cache_up{kind="redis"} 0', engine.call("GET", "/metrics").body.decode())
        redis.start()
        until(lambda: self.state(engine)["cache"]["problem"] is None, "Redis is used again", 60)

    def test_postgres_stops_in_the_middle(self):
        postgres = self.server(Postgres)
        stopped = self.stops_after(30)
        engine = self.engine(KULE_DATABASE_URL=postgres.url)
        batch = self.batch(engine, range(1, 101))
        until(lambda: self.look(engine, batch)["succeeded"] > 20, "some titles")
        postgres.stop()
        stopped.set()
        ended = until(lambda: (now := self.look(engine, batch))["state"] == "finished" and now, "the end of the batch", 60)
        self.assertEqual(ended["succeeded"] + ended["failed"], 100)
        self.assertGreater(ended["failed"], 0)
        items = engine.call("GET", f"/api/titles/batches/{batch}/items?limit=1000").json["data"]["items"]
        failed = [item for item in items if item["state"] == "failed"]
        self.assertEqual({item["code"] for item in failed}, {"INTERNAL_ERROR"})
        self.assertIn("Its page is kept and saved later.", failed[0]["error"])
        in_turkish = engine.call("GET", f"/api/titles/batches/{batch}/items?limit=1000", headers={"Accept-Language": "tr"}).json["data"]["items"][failed[0]["number"] - 1]["error"]
        self.assertIn("kaydedilemedi", in_turkish)
        self.assertIn("veritabanı kullanılamıyor", in_turkish)
        self.assertEqual(self.state(engine)["spooled"], len(failed))
        self.assertNotIn("secret-word", str(items))
        # It is back: the pages that waited are saved, what failed is there without another fetch, and all can be read again.
        postgres.start()
        until(lambda: self.state(engine)["spooled"] == 0, "the spool is empty", 90)
        asked = sum(self.pages.asked.values())
        self.assertEqual(engine.call("POST", f"/api/titles/batches/{batch}/items/{failed[0]['number']}/retry").status, 200)
        until(lambda: self.look(engine, batch)["state"] == "finished", "the one that was tried again")
        engine.call("POST", f"/api/titles/batches/{batch}/resume")
        ended = until(lambda: (now := self.look(engine, batch))["state"] == "finished" and now, "the rest of the batch")
        self.assertEqual((ended["succeeded"], ended["failed"]), (100, 0))
        self.assertEqual(sum(self.pages.asked.values()), asked)
        self.assertEqual(engine.call("POST", "/api/titles/parse").json["data"], {"read": 100, "failed": 0})

    def test_a_database_that_hangs_keeps_nobody_from_leaving(self):
        postgres = self.server(Postgres)
        engine = self.engine(KULE_DATABASE_URL=postgres.url)
        self.assertEqual(self.get(engine, 1).status, 200)
        postgres.freeze(True)
        self.at_step(engine, self.accepted(engine, 2), "checking_database")
        self.assertEqual(engine.call("GET", "/livez").status, 200)
        self.assertEqual(engine.stop(), 0)


class Site:
    """A site of raw sockets: by(path, socket) sends what it likes."""

    def __init__(self, by):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.by, self.paths, self.is_over = by, [], False
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        with client:
            try:
                head = b""
                while b"\r\n\r\n" not in head:
                    got = client.recv(65536)
                    if not got:
                        return
                    head += got
                path = head.split(b" ")[1].decode()
                self.paths.append(path)
                self.by(path.rpartition("/")[2], client)
            except OSError:
                pass

    def close(self):
        self.is_over = True
        self.listener.close()


class BadPages(TitleFaults):
    def test_pages_that_no_site_should_send(self):
        chunk = b"<p>" + b"x" * 65533

        def answer(body, kind="text/html", more=""):
            return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body

        def by(name, client):
            endless = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
            if name == "10":  # a byte a second
                client.sendall(endless)
                while not site.is_over:
                    client.sendall(b"x")
                    time.sleep(1)
            elif name == "11":  # never ends
                client.sendall(endless)
                while not site.is_over:
                    client.sendall(chunk)
            elif name == "12" or name.startswith("circle"):
                client.sendall(b"HTTP/1.1 302 Found\r\nLocation: /tr/title/circle%d\r\nContent-Length: 0\r\n\r\n" % (len(site.paths) % 2))
            elif name == "13":  # somebody's router
                client.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://192.168.0.1/admin\r\nContent-Length: 0\r\n\r\n")
            elif name == "14":  # the cloud's secrets
                client.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/meta-data\r\nContent-Length: 0\r\n\r\n")
            elif name == "15":
                client.sendall(answer(b"this is no gzip", more="Content-Encoding: gzip\r\n"))
            elif name == "16":
                client.sendall(answer(gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(9000)), more="Content-Encoding: gzip\r\n"))
            elif name == "17":  # small on the way, 200 MB here
                client.sendall(answer(gzip.compress(bytes(200 << 20), 1), more="Content-Encoding: gzip\r\n"))
            elif name == "18":  # 100 MB
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 104857600\r\n\r\n")
                for _ in range(1600):
                    client.sendall(chunk)
            elif name == "19":  # 5 MB, the title at its end
                client.sendall(answer(chunk * 80 + page()))
            elif name == "20":  # called UTF-8, is Windows-1254
                client.sendall(answer(page().decode().replace("charset='utf-8'", "charset='windows-1254'").encode("cp1254"), "text/html"))
            elif name == "21":  # half of what it promises
                client.sendall(answer(page())[:-200])
            else:
                client.sendall(answer(page()))

        site = Site(by)
        self.addCleanup(site.close)
        # Under a sanitizer too, what was let go shall not count as held.
        engine = self.engine(KULE_TITLES_BASE_URL=site.url, KULE_TITLES_FETCHES="8", ASAN_OPTIONS="quarantine_size_mb=8")
        jobs = {number: self.accepted(engine, number) for number in range(10, 22)}
        # Others are served meanwhile.
        self.assertEqual(self.get(engine, 1).status, 200)
        self.assertEqual(engine.call("GET", "/livez").status, 200)
        ended = {number: engine.ended(job, 200) for number, job in jobs.items()}
        for number in (10, 11, 12, 13, 14, 17, 18, 21):
            self.assertEqual((number, ended[number]["state"], ended[number]["error_type"]), (number, "failed", "SCRAPE_ERROR"), ended[number]["error"])
            self.assertTrue(ended[number]["error"].startswith("Failed to fetch Netflix page: "), ended[number]["error"])
        for number in (15, 16):
            self.assertIn(ended[number]["error_type"], ("SCRAPE_ERROR", "PARSE_ERROR", "REGION_UNAVAILABLE"))
        for number in (19, 20):
            self.assertEqual((number, ended[number]["state"]), (number, "succeeded"), ended[number]["error"])
            self.assertEqual(ended[number]["attempts"][0]["result"]["data"]["title"], NAME)
        self.assertIn("too many redirects", ended[12]["error"])
        peak = next(int(line.split()[1]) for line in pathlib.Path(f"/proc/{engine.process.pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
        self.assertLess(peak, 400 * 1024, "kB")  # none of them was held whole
        self.assertEqual(engine.stop(), 0)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Announcements as a real `kule serve` sends them, through a stand-in of Telegram that is a process of its own; and the engine
killed at many points between receiving, sending and recording. KULE_E2E_SEED repeats a run."""
import collections
import json
import os
import random
import re
import time
import unittest

from support.engine import Engine, Home, until
from support.pages import Pages
from telegram_stand import TelegramStand

CHANNEL = -1001234567890
ROUNDS = int(os.environ.get("KULE_E2E_ROUNDS", "16"))
WELCOME, FAREWELL = "From now on", "no more announcements"


def listing(numbers):
    items = "".join(f"<li><a href='/d/{number}'>Duyuru {number}</a></li>" for number in sorted(numbers, reverse=True))
    return f"<meta charset='utf-8'><ul>{items}</ul>".encode()


class BotTest(unittest.TestCase):
    def setUp(self):
        self.home, self.stand, self.pages = Home(), TelegramStand(), Pages()
        for end in (self.home.close, self.stand.close, self.pages.close):
            self.addCleanup(end)
        self.numbers = [1, 2]
        self.pages.rule = lambda path: (200, listing(self.numbers) if path == "/liste" else b"<div class='icerik'><p>Metin</p></div>", 0)
        self.tokens = {}

    def engine(self):
        engine = Engine(self.home, env=self.stand.environment(KULE_SECRETS="env", **self.tokens))
        self.addCleanup(engine.kill)
        return engine

    def bots(self, kind="announcements", **configs):
        """Makes them and answers their ids; they run with the next engine."""
        engine, ids = self.engine(), []
        for number, (name, config) in enumerate(configs.items(), 1):
            token = f"{number}:AAkanarya"
            self.stand.do("bot", token=token, username=f"{name}_bot")
            made = engine.call("POST", "/api/bots", {"name": name, "kind": kind, "config": config, "enabled": True})
            self.assertEqual(made.status, 201, made.body)
            ids.append(made.json["data"]["id"])
            self.tokens[f"KULE_SECRET_BOT_{ids[-1].replace('-', '_').upper()}_TOKEN"] = token
        engine.kill()
        return ids

    def web(self, **more):
        return {"source": {"type": "web", "url": self.pages.url + "/liste", "items": "ul > li a", "id": "/d/(\\d+)"}, "interval_s": 5, "heading": {"tr": "DUYURU:"}, **more}

    @staticmethod
    def channel():
        return {"source": {"type": "channel", "chat_id": CHANNEL}}

    @staticmethod
    def rows(engine, bot, what, query=""):
        found, after = [], ""
        while True:
            page = engine.call("GET", f"/api/bots/{bot}/{what}?limit=1000&after={after}{query}").json["data"]
            found += page["items"]
            after = page.get("next")
            if not after:
                return found

    def running(self, engine, bot):
        until(lambda: engine.call("GET", f"/api/bots/{bot}").json["data"]["state"] == "running", "the bot running")


class Announcements(BotTest):
    def test_a_page_reaches_those_who_want_it(self):
        bot, = self.bots(duyuru=self.web())
        engine = self.engine()
        self.running(engine, bot)
        token = "1:AAkanarya"
        self.stand.do("role", chat=-40, user=5, role="creator")
        self.stand.say(token, 7, "/start", language="en")
        self.stand.say(token, -40, "/start@duyuru_bot", user=5)
        self.stand.say(token, -40, "/start", user=6)
        until(lambda: len(self.rows(engine, bot, "subscriptions")) == 2, "two subscriptions")
        words = ("--url", engine.url, "--key-file", self.home.key_file)
        self.numbers.append(3)
        shown = self.home.kule("bots", "preview", "duyuru", *words)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertIn("Duyuru 3", shown.stdout)
        listed = json.loads(self.home.kule("bots", "preview", "duyuru", "--json", *words).stdout)
        self.assertEqual([item["known"] for item in listed["items"]][1:], [True, True])
        until(lambda: all(any("Duyuru 3" in text for text in self.stand.texts(chat)) for chat in (7, -40)), "the announcement")
        self.assertTrue(any("Only administrators" in text or "yöneticiler" in text for text in self.stand.texts(-40)))
        self.assertEqual(sum("Duyuru" in text for text in self.stand.texts(7)), 1)
        wrong = engine.call("POST", "/api/bots/preview", {"config": {"source": {"type": "web", "url": self.pages.url, "items": "a["}}})
        self.assertEqual((wrong.status, wrong.json["error"]["code"]), (400, "source.bad_selector"))
        turkish = engine.call("POST", "/api/bots/preview", {"config": self.channel()}, headers={"Accept-Language": "tr"})
        self.assertEqual((turkish.status, turkish.json["error"]["code"]), (400, "source.no_preview"))
        self.assertEqual(engine.call("POST", f"/api/bots/{bot}/preview", {}, key=None).status, 401)
        self.assertEqual(engine.stop(), 0)


class Kills(BotTest):
    """No subscription is lost, each announcement reaches each chat once or is marked for review, no update is answered twice."""

    def setUp(self):
        super().setUp()
        self.seed = os.environ.get("KULE_E2E_SEED", "20261121")
        print(f"KULE_E2E_SEED={self.seed}", flush=True)
        self.random = random.Random(self.seed)
        self.faithful = [1000 + number for number in range(6)]

    def subscribe(self, engine, token, bot):
        self.running(engine, bot)
        for chat in self.faithful:
            self.stand.say(token, chat, "/start")
        until(lambda: self.settled(engine, bot) and len(self.rows(engine, bot, "subscriptions")) == len(self.faithful), "the first subscriptions")

    def settled(self, engine, bot):
        return not any(self.rows(engine, bot, "deliveries", f"&state={state}") for state in ("queued", "sending"))

    def kill_often(self, token, act):
        for round_ in range(ROUNDS):
            self.stand.do("fail", method="*", fault=None, times=self.random.randint(0, 20), seconds=self.random.uniform(0, 0.03))
            act(round_)
            engine = self.engine()
            time.sleep(self.random.choice((self.random.uniform(0, 0.1), self.random.uniform(0.1, 0.6), self.random.uniform(0.6, 1.5))))  # the moment is the subject
            act(round_ + 0.5)
            time.sleep(self.random.uniform(0, 0.1))
            engine.kill()

    def prove(self, engine, bot, token, wanted, said):
        """wanted: what each of the faithful is to get; said: what a message that was sent is about."""
        self.running(engine, bot)
        until(lambda: self.stand.state(token)["waiting"] == 0, "every update taken", 60)
        until(lambda: self.settled(engine, bot), "every delivery sent", 120)
        rows = self.rows(engine, bot, "deliveries")
        self.assertEqual({row["state"] for row in rows} - {"sent", "review"}, set(), [row for row in rows if row["state"] == "failed"][:3])
        in_doubt = collections.Counter(row["chat_id"] for row in rows if row["state"] == "review")
        print(f"{len(rows)} deliveries, {sum(in_doubt.values())} in review", flush=True)
        got = collections.defaultdict(collections.Counter)
        for sent in self.stand.sent():
            if sent["token"] == token and (about := said(sent)):
                got[sent["chat"]][about] += 1
        for chat in self.faithful:
            with self.subTest(chat=chat):
                self.assertEqual([about for about, count in got[chat].items() if count > 1], [], "sent twice")
                missing = wanted - set(got[chat])
                self.assertLessEqual(len(missing), in_doubt[chat], f"lost: {missing}")
                sent = [row for row in rows if row["chat_id"] == chat and row["state"] == "sent" and row["source"] == "announcement"]
                self.assertLessEqual(len(sent), len(got[chat]))
        held = {row["chat_id"] for row in self.rows(engine, bot, "subscriptions") if not row["ended_at"]}
        self.assertEqual(held, (set(self.faithful) | self.came) - self.went, "subscriptions")
        for chat in self.came:
            answers = [text for text in self.stand.texts(chat) if WELCOME in text or "Bundan böyle" in text]
            self.assertLessEqual(len(answers), 1, "answered twice")
            self.assertGreaterEqual(len(answers) + in_doubt[chat], 1, "not answered")
        self.assertLess(sum(in_doubt.values()), len(rows) / 4, "too much is left to a person")

    def come_and_go(self, token, round_):
        chat = 5000 + int(round_ * 2)
        self.stand.say(token, chat, "/start")
        self.came.add(chat)
        if len(self.came) % 3 == 0:
            self.stand.say(token, chat, "/stop")
            self.went.add(chat)

    def test_killed_while_a_page_is_announced(self):
        self.came, self.went = set(), set()
        token = "1:AAkanarya"
        bot, = self.bots(duyuru=self.web())
        engine = self.engine()
        self.subscribe(engine, token, bot)
        engine.kill()

        def act(round_):
            self.come_and_go(token, round_)
            if round_ == int(round_):
                self.numbers.append(max(self.numbers) + 1)
        self.kill_often(token, act)
        engine = self.engine()
        wanted = {f"Duyuru {number}" for number in self.numbers[2:]}

        def item_of(row):
            found = re.search(r"Duyuru \d+", row["text"])
            return found and found[0]
        until(lambda: wanted <= set(map(item_of, self.rows(engine, bot, "deliveries"))), "the newest item", 120)
        self.prove(engine, bot, token, wanted, item_of)
        self.assertEqual(engine.stop(), 0)

    def test_killed_while_a_channel_is_followed(self):
        self.came, self.went = set(), set()
        token = "1:AAkanarya"
        bot, = self.bots(kanal=self.channel())
        engine = self.engine()
        self.subscribe(engine, token, bot)
        engine.kill()
        wanted, posts = set(), []

        def act(round_):
            self.come_and_go(token, round_)
            name = f"P{round_}"
            if int(round_ * 2) % 4 == 1:
                album = {"media_group_id": name, "photo": [{"file_id": "x"}]}
                self.stand.post(token, CHANNEL, caption=f"{name}a", **album)
                self.stand.post(token, CHANNEL, caption=f"{name}b", **album)
                wanted.add(f"{name}a|{name}b")
            elif round_ == int(round_):
                posts.append(self.stand.post(token, CHANNEL, text=name))
                wanted.add(name)
        self.kill_often(token, act)
        engine = self.engine()
        # An album is waited for, and those behind it wait too.
        until(lambda: len({row["source_id"] for row in self.rows(engine, bot, "deliveries") if row["source"] == "announcement"}) >= len(wanted), "each post announced", 60)
        self.prove(engine, bot, token, wanted, lambda sent: sent["text"] if sent["method"] in ("copyMessage", "copyMessages") else None)
        edited = posts[0]
        self.stand.edit(token, CHANNEL, edited["message_id"], text="düzeltildi")
        has_it = [sent["chat"] for sent in self.stand.sent() if sent["text"] == edited["text"] and sent["chat"] in self.faithful]
        in_doubt = {row["chat_id"] for row in self.rows(engine, bot, "deliveries", "&state=review")}
        until(lambda: set(has_it) - in_doubt <= {sent["chat"] for sent in self.stand.sent() if sent["text"] == "düzeltildi"}, "the edit at each chat")
        self.assertEqual(engine.stop(), 0)

    def test_killed_while_people_ask(self):
        """Each asks for a, then for b: never twice the same, never b before a, and what is missing is marked for review."""
        token = "1:AAkanarya"
        bot, = self.bots(kind="introduction", tanitim={"commands": [{"command": name, "text": {"tr": name}} for name in ("a", "b")]})
        asked = []

        def act(_):
            for _ in range(self.random.randint(1, 12)):
                asked.append(7000 + len(asked))
                for name in self.random.choice(("a", "ab")):
                    self.stand.say(token, asked[-1], f"/{name}")
        self.kill_often(token, act)
        engine = self.engine()
        self.running(engine, bot)
        until(lambda: self.stand.state(token)["waiting"] == 0, "every update taken", 60)
        until(lambda: self.settled(engine, bot), "every delivery sent", 120)
        rows = self.rows(engine, bot, "deliveries")
        self.assertEqual({row["state"] for row in rows} - {"sent", "review"}, set())
        in_doubt = collections.Counter(row["chat_id"] for row in rows if row["state"] == "review")
        print(f"{len(rows)} deliveries, {sum(in_doubt.values())} in review", flush=True)
        wanted = collections.Counter(row["chat_id"] for row in rows)
        self.assertEqual(set(wanted), set(asked), "an update is lost")
        for chat in asked:
            texts = self.stand.texts(chat)
            self.assertEqual(texts, sorted(set(texts)), "twice, or out of order")
            self.assertLessEqual(wanted[chat] - len(texts), in_doubt[chat], "lost")
        self.assertLess(sum(in_doubt.values()), len(rows) / 4, "too much is left to a person")
        self.assertEqual(engine.stop(), 0)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bots in the mode prod: Telegram's updates by real HTTP, as they come: twice, late, out of order, while stopping."""
import json
import os
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.engine import Engine, Home, until

TOKEN = f"{os.getpid()}:AAcanary-of-this-test_bot"  # its number locks it for all engines of this person
PUBLIC = "bots.example.org"


class Telegram:
    """Just enough of the Bot API for one bot: a webhook, what was sent, what waits for a poll."""

    def __init__(self):
        self.lock = threading.Lock()
        self.webhook, self.sent, self.waiting, self.info, self.calls = {}, [], [], {}, []
        stand = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or "{}")
                with stand.lock:
                    result = stand.act(self.path.rpartition("/")[2], body)
                data = json.dumps({"ok": True, "result": result}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # who asked is gone

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def act(self, method, body):
        self.calls.append((method, body))
        if method == "getMe":
            return {"id": int(TOKEN.split(":")[0]), "is_bot": True, "first_name": "t", "username": "tanitim_bot"}
        if method == "setWebhook":
            self.webhook = body
        elif method == "deleteWebhook":
            self.webhook = {}
        elif method == "getWebhookInfo":
            return {"url": self.webhook.get("url", ""), "pending_update_count": 0, **self.info}
        elif method == "getUpdates":
            self.waiting = [update for update in self.waiting if update["update_id"] >= body["offset"]]
            return self.waiting
        elif method == "sendMessage":
            self.sent.append((body["chat_id"], body["text"]))
            return {"message_id": len(self.sent)}
        return True

    def texts(self, chat):
        with self.lock:
            return [text for to, text in self.sent if to == chat]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def update(number, chat, text="/start"):
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": {"id": chat, "is_bot": False, "first_name": "A"}, "text": text}}


class Webhook(unittest.TestCase):
    def setUp(self):
        self.telegram = Telegram()
        self.addCleanup(self.telegram.close)
        self.home = Home()
        self.addCleanup(self.home.close)
        self.passphrase = self.home.root / "passphrase"
        self.passphrase.write_text("correct horse battery staple")
        self.environment = {"KULE_SECRETS": "vault", "KULE_SECRETS_PASSPHRASE_FILE": str(self.passphrase), "KULE_TELEGRAM_BASE_URL": self.telegram.url,
                            "KULE_TELEGRAM_PUBLIC_URL": f"https://{PUBLIC}/", "KULE_API_MAX_BODY": "65536"}
        self.engine = Engine(self.home, env=self.environment)
        self.addCleanup(lambda: self.engine.kill())
        made = self.engine.call("POST", "/api/bots", {"name": "tanitim", "kind": "introduction", "mode": "prod", "token": TOKEN, "enabled": True,
                                                      "config": {"commands": [{"command": "start", "text": {"en": "Hello"}}, {"command": "help", "text": {"en": "Help"}}]}})
        self.assertEqual(made.status, 201, made.body)
        self.bot = made.json["data"]["id"]
        until(lambda: self.view()["state"] == "running", "that it runs")

    def view(self):
        return self.engine.call("GET", f"/api/bots/{self.bot}").json["data"]

    def deliver(self, body, bot=None, **fields):
        headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": self.telegram.webhook.get("secret_token", "")}
        headers.update({name.replace("_", "-"): value for name, value in fields.items()})
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.engine.call("POST", f"/telegram/{bot or self.bot}", data, key=None, headers=headers)

    def test_telegram_is_told_where_and_only_it_is_heard(self):
        hook = self.telegram.webhook
        self.assertEqual(hook["url"], f"https://{PUBLIC}/telegram/{self.bot}")
        self.assertEqual(self.view()["webhook"], hook["url"])
        self.assertEqual((hook["max_connections"], hook["drop_pending_updates"]), (1, False))
        self.assertIn("callback_query", hook["allowed_updates"])
        good = update(1, 7)
        self.assertEqual(self.deliver(good, X_Telegram_Bot_Api_Secret_Token="wrong").status, 403)
        self.assertEqual(self.deliver(good, X_Telegram_Bot_Api_Secret_Token="").status, 403)
        self.assertEqual(self.deliver(good, bot="nobody").status, 404)
        self.assertEqual(self.deliver(b"<html>").status, 400)
        self.assertEqual(self.deliver({"update_id": "one"}).status, 400)
        self.assertEqual(self.deliver(b"[" * 10000).status, 400)
        self.assertEqual(self.deliver(b" " * 70000).status, 413)
        self.assertEqual(self.telegram.texts(7), [])
        # By its public name it takes this and nothing else.
        self.assertEqual(self.deliver(good, Host=PUBLIC).status, 200)
        self.assertEqual(self.deliver(good, Host="evil.example.org").status, 421)
        self.assertEqual(self.engine.call("GET", "/api/bots", headers={"Host": PUBLIC}).status, 421)
        self.assertEqual(self.engine.call("GET", f"/telegram/{self.bot}").status, 405)
        until(lambda: self.telegram.texts(7) == ["Hello"], "its answer")
        self.assertNotIn(hook["secret_token"], self.engine.call("GET", "/api/requests").body.decode() + json.dumps(self.view()))

    def test_twice_late_and_out_of_order_is_answered_once(self):
        numbers = list(range(100, 140))
        with ThreadPoolExecutor(8) as several:
            answers = list(several.map(lambda n: self.deliver(update(n, n)).status, [n for n in reversed(numbers) for _ in range(3)]))
        self.assertEqual(set(answers), {200})
        until(lambda: all(self.telegram.texts(n) == ["Hello"] for n in numbers), "all answers")
        self.engine.kill()
        self.engine = Engine(self.home, env=self.environment)
        until(lambda: self.view()["state"] == "running", "that it runs again")
        self.assertEqual(self.deliver(update(120, 120)).status, 200)  # late, and known
        self.assertEqual(self.deliver(update(99, 99)).status, 200)    # late, and new
        until(lambda: self.telegram.texts(99) == ["Hello"], "the late one's answer")
        self.assertEqual([len(self.telegram.texts(n)) for n in numbers], [1] * len(numbers))

    def test_while_it_stops_nothing_is_taken_that_is_not_stored(self):
        taken = []

        def pour():
            for number in range(1000, 1400):
                if self.deliver(update(number, number)).status == 200:
                    taken.append(number)
        pouring = threading.Thread(target=pour)
        pouring.start()
        until(lambda: len(taken) > 20, "some updates")
        self.engine.call("POST", f"/api/bots/{self.bot}/stop")
        until(lambda: self.view()["state"] == "stopped", "that it stopped")
        pouring.join()
        self.assertEqual(self.deliver(update(2000, 2000)).status, 503)
        self.engine.call("POST", f"/api/bots/{self.bot}/start")
        until(lambda: all(self.telegram.texts(number) == ["Hello"] for number in taken), f"{len(taken)} answers", 90)

    def test_the_mode_changes_without_loss(self):
        self.assertEqual(self.deliver(update(1, 1)).status, 200)
        with self.telegram.lock:
            self.telegram.waiting = [update(1, 1), update(2, 2)]  # the first one's answer got lost on its way
        self.engine.call("PATCH", f"/api/bots/{self.bot}", {"mode": "dev"})
        until(lambda: self.telegram.texts(2) == ["Hello"], "what waited")
        self.assertEqual(self.telegram.webhook, {})
        self.assertEqual([body for method, body in self.telegram.calls if method == "deleteWebhook"], [{"drop_pending_updates": False}])
        self.engine.call("PATCH", f"/api/bots/{self.bot}", {"mode": "prod"})
        until(lambda: self.telegram.webhook and self.view()["state"] == "running", "the webhook")
        self.assertEqual(self.deliver(update(2, 2)).status, 200)
        self.assertEqual(self.deliver(update(3, 3)).status, 200)
        until(lambda: self.telegram.texts(3) == ["Hello"], "the new one's answer")
        self.assertEqual((self.telegram.texts(1), self.telegram.texts(2)), (["Hello"], ["Hello"]))

    def test_a_webhook_elsewhere_is_named_and_deleted(self):
        self.engine.call("PATCH", f"/api/bots/{self.bot}", {"mode": "dev"})
        until(lambda: self.view()["state"] == "running", "that it polls")
        with self.telegram.lock:
            self.telegram.webhook = {"url": "https://other.example.net/a-secret-path"}
        self.engine.call("POST", f"/api/bots/{self.bot}/restart")
        until(lambda: self.view()["state"] == "conflict", "the conflict")
        view = self.view()
        self.assertEqual(view["conflict"], {"kind": "webhook", "pid": None, "host": "other.example.net", "app": None})
        self.assertEqual(view["deeds"], ["delete_webhook"])
        self.assertNotIn("a-secret-path", json.dumps(view))
        self.assertEqual(self.engine.call("POST", f"/api/bots/{self.bot}/resolve", {"deed": "dance"}).status, 400)
        self.assertEqual(self.engine.call("POST", f"/api/bots/{self.bot}/resolve", {"deed": "delete_webhook"}).status, 200)
        until(lambda: self.view()["state"] == "running", "that it runs")
        self.assertIsNone(self.view()["conflict"])


if __name__ == "__main__":
    unittest.main()

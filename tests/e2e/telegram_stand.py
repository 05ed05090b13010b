#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Bot API server for tests and measurements, as a process of its own: it outlives the engines that are killed before it.

    python3 tests/e2e/telegram_stand.py [--port N]

prints one line {"url", "pid"} and ends with its standard input. Speaks the protocol as Telegram does (one poller a token,
confirmed offsets, webhooks with their secret, chats that block, groups that migrate, albums) and its faults by wish. The class
TelegramStand starts one and steers it by POST /stand {"do": …}. Standard library only."""
import argparse
import asyncio
import collections
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse
import urllib.request

LONGEST_POLL = 50
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # not sent to a bot that does not name them
SENDS = ("sendMessage", "copyMessage", "copyMessages", "editMessageText", "editMessageCaption")
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
NOT_MODIFIED = ("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply "
                "markup of the message")


class Refused(Exception):
    def __init__(self, code, description, parameters=None):
        self.answer = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.answer["parameters"] = parameters


def units(text):
    """How Telegram counts: UTF-16."""
    return len(text.encode("utf-16-le")) // 2


class Bot:
    def __init__(self, token, username):
        self.token, self.username = token, username
        self.number = int(token.partition(":")[0])
        self.updates = {}  # by update_id, in order; until confirmed
        self.again = []    # brought once more, as they are
        self.poller = None
        self.poll_limit, self.poll_offset = 100, 0
        self.allowed = None
        self.webhook, self.secret, self.last_error = "", "", None
        self.pusher = None
        self.commands = {}

    def due(self):
        found = self.again[:]
        self.again.clear()
        return found + [update for number, update in self.updates.items() if number >= self.poll_offset][:self.poll_limit]


class Limits:
    """What Telegram allows a bot, with a little patience for what the way here does to the gaps."""
    PATIENCE = 0.05

    def __init__(self):
        self.all, self.chats, self.groups = collections.deque(), collections.defaultdict(collections.deque), collections.defaultdict(collections.deque)

    def check(self, chat):
        now = time.monotonic()
        lines = [(self.all, 30, 1), (self.chats[chat], 1, 1)] + ([(self.groups[chat], 20, 60)] if chat < 0 else [])
        for times, most, window in lines:
            while times and times[0] <= now - window + self.PATIENCE:
                times.popleft()
            if len(times) >= most:
                raise Refused(429, "Too Many Requests: retry after 1", {"retry_after": 1})
        for times, _, _ in lines:
            times.append(now)


class Stand:
    def __init__(self):
        self.bots = {}
        self.faults = collections.defaultdict(collections.deque)
        self.refusals = {}
        self.roles = {}                 # (chat, user): "creator", "administrator", "member", "left", "kicked", "restricted"
        self.posts = {}                 # (chat, message id): what stands there
        self.next_message = collections.Counter()
        self.next_update = 1000
        self.sent = []
        self.calls = collections.Counter()
        self.limits = None

    # What tests ask for

    def do(self, wish):
        return getattr(self, "do_" + wish.pop("do"))(**wish)

    def do_bot(self, token, username):
        self.bots.setdefault(token, Bot(token, username)).username = username

    def do_revoke(self, token):
        self.bots.pop(token, None)

    def do_push(self, token, update, force=False):
        bot = self.bots[token]
        number = update.setdefault("update_id", self.next_update)
        self.next_update = max(self.next_update, number) + 1
        kind = next((key for key in update if key != "update_id"), "")
        if force or (kind in bot.allowed if bot.allowed else kind not in UNASKED):
            bot.updates[number] = update
            self.bring(bot)
        return number

    def do_again(self, token, updates):
        bot = self.bots[token]
        bot.again += updates
        self.bring(bot)

    def do_post(self, token, chat, message, edit=False, push=True, **more):
        """A channel's post, or its edit; push: whether the bot is told of it."""
        if not edit:
            message.setdefault("message_id", self.new_message(chat))
        message = {"date": int(time.time()), "chat": {"id": chat, "type": "channel", "title": "Kanal"}, "sender_chat": {"id": chat, "type": "channel"}, **message}
        self.posts[chat, message["message_id"]] = message
        self.next_message[chat] = max(self.next_message[chat], message["message_id"])
        if push:
            self.do_push(token, {"edited_channel_post" if edit else "channel_post": message, **more})
        return message

    def do_fail(self, method, fault, times=1, seconds=0, retry_after=3):
        self.faults[method].extend([(fault, seconds, retry_after)] * times)

    def do_refuse(self, chat, code=0, description="", parameters=None):
        """Sends to that chat are answered so; code 0: no longer."""
        self.refusals.pop(chat, None)
        if code:
            self.refusals[chat] = (code, description, parameters)

    def do_migrate(self, chat, to):
        self.do_refuse(chat, 400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": to})

    def do_role(self, chat, user, role):
        self.roles[chat, user] = role

    def do_limits(self, on=True):
        self.limits = Limits() if on else None

    def do_sent(self, since=0):
        return self.sent[since:]

    def do_state(self, token):
        bot = self.bots[token]
        return {"waiting": len(bot.updates), "polled": bot.poller is not None, "webhook": bot.webhook, "calls": self.calls, "commands": bot.commands,
                "allowed": bot.allowed}

    def do_poll_elsewhere(self, token):
        """Another program's getUpdates comes."""
        bot = self.bots[token]
        if bot.poller:
            poller, bot.poller = bot.poller, None
            poller.reply(409, Refused(409, OTHER_POLLER).answer)

    # What Telegram does

    def new_message(self, chat):
        self.next_message[chat] += 1
        return self.next_message[chat]

    def bring(self, bot):
        """Gives what is due to whoever waits for it."""
        if bot.webhook:
            if bot.pusher is None or bot.pusher.done():
                bot.pusher = asyncio.get_running_loop().create_task(self.push_to_webhook(bot))
        elif bot.poller and (found := bot.due()):
            poller, bot.poller = bot.poller, None
            poller.reply(200, {"ok": True, "result": found})

    async def push_to_webhook(self, bot):
        while bot.webhook and (bot.again or bot.updates):
            update = bot.again.pop(0) if bot.again else next(iter(bot.updates.values()))
            try:
                status = await asyncio.wait_for(self.post_once(bot, update), 10)
                bot.last_error = None if 200 <= status < 300 else f"Wrong response from the webhook: {status}"
            except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError, ValueError):
                bot.last_error = "Connection refused"
            if bot.last_error is None:
                bot.updates.pop(update["update_id"], None)
            else:
                await asyncio.sleep(0.1)

    @staticmethod
    async def post_once(bot, update):
        url = urllib.parse.urlsplit(bot.webhook)
        body = json.dumps(update).encode()
        reader, writer = await asyncio.open_connection(url.hostname, url.port or 80)
        try:
            secret = f"X-Telegram-Bot-Api-Secret-Token: {bot.secret}\r\n" if bot.secret else ""
            writer.write(f"POST {url.path or '/'} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: application/json\r\nConnection: close\r\n{secret}"
                         f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
            return int((await reader.readline()).split()[1])
        except IndexError:
            raise ValueError("no answer") from None
        finally:
            writer.close()

    def handle(self, connection, path, body):
        if path == "/stand":
            return connection.reply(200, {"result": self.do(json.loads(body))})
        _, _, rest = path.partition("/bot")
        token, _, method = rest.partition("/")
        token = urllib.parse.unquote(token)
        self.calls[method] += 1
        bot = self.bots.get(token)
        if not bot:
            return connection.reply(401, Refused(401, "Unauthorized").answer)
        try:
            parameters = json.loads(body) if body else {}
        except ValueError:
            return connection.reply(400, Refused(400, "Bad Request: can't parse request JSON object").answer)
        line = self.faults[method] or self.faults["*"]
        fault, seconds, retry_after = line.popleft() if line else (None, 0, 0)
        if seconds:
            asyncio.get_running_loop().call_later(seconds, self.answer, connection, bot, method, parameters, fault, retry_after)
        else:
            self.answer(connection, bot, method, parameters, fault, retry_after)

    def answer(self, connection, bot, method, parameters, fault, retry_after):
        if fault == "status500":
            return connection.reply(500, Refused(500, "Internal Server Error").answer)
        if fault == "html":
            return connection.send(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html")
        if fault == "drop_before":
            return connection.abort()
        if fault == "never":
            return None
        if fault == "too_many":
            return connection.reply(429, Refused(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}).answer)
        if fault == "not_json_typed":
            return connection.reply(200, {"ok": True, "result": {"message_id": "one", "id": 1.5}})
        if fault == "malformed":
            return connection.send(200, b'{"ok":true,"result":[{"update_id":1,', "application/json")
        if fault in ("drop_after", "truncated"):
            answer = self.act(bot, method, parameters) if method != "getUpdates" else {"ok": True, "result": bot.due()}
            if fault == "drop_after":
                return connection.abort()
            return connection.truncated(json.dumps(answer).encode())
        if method == "getUpdates":
            return self.poll(connection, bot, parameters)
        answer = self.act(bot, method, parameters)
        return connection.reply(200 if answer["ok"] else answer["error_code"], answer)

    def poll(self, connection, bot, parameters):
        if bot.webhook:
            return connection.reply(409, Refused(409, WEBHOOK_ACTIVE).answer)
        self.do_poll_elsewhere(bot.token)
        offset = int(parameters.get("offset", 0))
        if offset < 0:  # the last so many; all before them are forgotten
            offset = next(iter(list(bot.updates)[offset:]), 0)
        if "allowed_updates" in parameters:
            bot.allowed = set(parameters["allowed_updates"])
        bot.updates = {number: update for number, update in bot.updates.items() if number >= offset}
        bot.poll_offset, bot.poll_limit = offset, min(max(int(parameters.get("limit", 100)), 1), 100)
        bot.poller = connection
        self.bring(bot)
        if bot.poller is connection:
            connection.poll = asyncio.get_running_loop().call_later(min(max(float(parameters.get("timeout", 0)), 0), LONGEST_POLL), self.poll_over, bot, connection)
        return None

    @staticmethod
    def poll_over(bot, connection):
        if bot.poller is connection:
            bot.poller = None
            connection.reply(200, {"ok": True, "result": []})

    def act(self, bot, method, parameters):
        try:
            result = getattr(self, "tg_" + method, self.unknown)(bot, method, parameters)
        except Refused as refused:
            return refused.answer
        except (KeyError, TypeError, ValueError) as wrong:
            return Refused(400, f"Bad Request: wrong parameter {wrong}").answer
        return {"ok": True, "result": result}

    @staticmethod
    def unknown(_bot, _method, _parameters):
        raise Refused(404, "Not Found: method not found")

    @staticmethod
    def tg_getMe(bot, _method, _parameters):
        return {"id": bot.number, "is_bot": True, "first_name": bot.username, "username": bot.username}

    @staticmethod
    def tg_getWebhookInfo(bot, _method, _parameters):
        info = {"url": bot.webhook, "has_custom_certificate": False, "pending_update_count": len(bot.updates)}
        return {**info, "last_error_date": int(time.time()), "last_error_message": bot.last_error} if bot.last_error else info

    def tg_setWebhook(self, bot, _method, parameters):
        bot.webhook, bot.secret = parameters["url"], parameters.get("secret_token", "")
        if "allowed_updates" in parameters:
            bot.allowed = set(parameters["allowed_updates"])
        if bot.poller:
            poller, bot.poller = bot.poller, None
            poller.reply(409, Refused(409, WEBHOOK_ACTIVE).answer)
        self.bring(bot)
        return True

    @staticmethod
    def tg_deleteWebhook(bot, _method, parameters):
        bot.webhook = bot.secret = ""
        if parameters.get("drop_pending_updates"):
            bot.updates.clear()
        return True

    @staticmethod
    def tg_setMyCommands(bot, _method, parameters):
        bot.commands[parameters.get("language_code", "")] = parameters["commands"]
        return True

    @staticmethod
    def tg_answerCallbackQuery(_bot, _method, parameters):
        return bool(parameters["callback_query_id"])

    def tg_getChatMember(self, bot, _method, parameters):
        self.reach(int(parameters["chat_id"]))
        user = int(parameters["user_id"])
        return {"status": self.roles.get((int(parameters["chat_id"]), user), "member"), "user": {"id": user, "is_bot": user == bot.number, "first_name": "A"}}

    def reach(self, chat):
        if chat in self.refusals:
            raise Refused(*self.refusals[chat])

    def note(self, bot, method, parameters, ids):
        chat = int(parameters["chat_id"])
        self.sent.append({"token": bot.token, "method": method, "chat": chat, "text": parameters.get("text", parameters.get("caption", "")), "parameters": parameters,
                          "ids": ids, "at": time.monotonic()})

    def before_send(self, parameters):
        chat = int(parameters["chat_id"])
        self.reach(int(parameters.get("from_chat_id", chat)))
        self.reach(chat)
        if self.limits:
            self.limits.check(chat)
        return chat

    def tg_sendMessage(self, bot, method, parameters):
        chat = self.before_send(parameters)
        text = parameters["text"].strip()
        if not text:
            raise Refused(400, "Bad Request: message text is empty")
        if units(text) > 4096:
            raise Refused(400, "Bad Request: message is too long")
        number = self.new_message(chat)
        message = {"message_id": number, "date": int(time.time()), "chat": {"id": chat}, "text": text}
        self.posts[chat, number] = message
        self.note(bot, method, parameters, [number])
        return message

    def copy(self, chat, source, number):
        copied = {**self.posts[source, number], "message_id": self.new_message(chat), "chat": {"id": chat}}
        self.posts[chat, copied["message_id"]] = copied
        return copied["message_id"]

    def tg_copyMessage(self, bot, method, parameters):
        chat = self.before_send(parameters)
        source, number = int(parameters["from_chat_id"]), int(parameters["message_id"])
        if (source, number) not in self.posts:
            raise Refused(400, "Bad Request: message to copy not found")
        copied = self.copy(chat, source, number)
        self.note(bot, method, {**parameters, "text": self.said(chat, copied)}, [copied])
        return {"message_id": copied}

    def tg_copyMessages(self, bot, method, parameters):
        chat = self.before_send(parameters)
        source, numbers = int(parameters["from_chat_id"]), parameters["message_ids"]
        if not 1 <= len(numbers) <= 100 or any(a >= b for a, b in zip(numbers, numbers[1:])):
            raise Refused(400, "Bad Request: message identifiers must be in a strictly increasing order")
        found = [number for number in numbers if (source, number) in self.posts]  # others are left out
        if not found:
            raise Refused(400, "Bad Request: there are no messages to copy")
        copied = [self.copy(chat, source, number) for number in found]
        self.note(bot, method, {**parameters, "text": "|".join(self.said(chat, number) for number in copied)}, copied)
        return [{"message_id": number} for number in copied]

    def said(self, chat, number):
        message = self.posts[chat, number]
        return message.get("text", message.get("caption", ""))

    def edit(self, bot, method, parameters, field):
        chat = self.before_send(parameters)
        message = self.posts.get((chat, int(parameters["message_id"])))
        if not message:
            raise Refused(400, "Bad Request: message to edit not found")
        text = parameters.get(field, "")
        if field == "text" and "text" not in message:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        if message.get(field, "") == text:
            raise Refused(400, NOT_MODIFIED)
        message[field] = text
        self.note(bot, method, parameters, [message["message_id"]])
        return message

    def tg_editMessageText(self, bot, method, parameters):
        return self.edit(bot, method, parameters, "text")

    def tg_editMessageCaption(self, bot, method, parameters):
        return self.edit(bot, method, parameters, "caption")


class Connection(asyncio.Protocol):
    def __init__(self, stand):
        self.stand, self.rest, self.transport, self.poll = stand, b"", None, None

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, _):
        for bot in self.stand.bots.values():
            if bot.poller is self:
                bot.poller = None

    def data_received(self, data):
        self.rest += data
        while b"\r\n\r\n" in self.rest:
            head, _, rest = self.rest.partition(b"\r\n\r\n")
            fields = head.split(b"\r\n")
            length = next((int(field.partition(b":")[2]) for field in fields if field.lower().startswith(b"content-length:")), 0)
            if len(rest) < length:
                return
            self.rest = rest[length:]
            self.stand.handle(self, fields[0].split(b" ")[1].decode(), rest[:length])

    def reply(self, status, answer):
        if self.poll:
            self.poll.cancel()
            self.poll = None
        self.send(status, json.dumps(answer, default=list).encode(), "application/json")

    def send(self, status, body, kind):
        self.transport.write(b"HTTP/1.1 %d Stand\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (status, kind.encode(), len(body)) + body)

    def truncated(self, body):
        self.transport.write(b"HTTP/1.1 200 Stand\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:len(body) // 2])
        self.transport.close()

    def abort(self):
        self.transport.abort()


async def serve(port):
    loop = asyncio.get_running_loop()
    stand = Stand()
    server = await loop.create_server(lambda: Connection(stand), "127.0.0.1", port)
    print(json.dumps({"url": f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "pid": os.getpid()}), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)  # whoever still polls is not waited for


class TelegramStand:
    """The process, and what tests want of it."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, "-B", str(pathlib.Path(__file__).resolve())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = json.loads(self.process.stdout.readline())["url"]

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def environment(self, **more):
        return {"KULE_TELEGRAM_BASE_URL": self.url, **more}

    def do(self, what, **more):
        request = urllib.request.Request(self.url + "/stand", json.dumps({"do": what, **more}).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["result"]

    def push(self, token, update, force=False):
        """Puts an update in line; it is given an update_id unless it has one. Answers that."""
        return self.do("push", token=token, update=update, force=force)

    def say(self, token, chat, text, user=None, language=None, **message):
        """A person's message; alone with the bot unless the chat is a group (below zero)."""
        sender = {"id": user or abs(chat), "is_bot": False, "first_name": "Ayşe", **({"language_code": language} if language else {})}
        place = {"id": chat, "type": "private", "first_name": "Ayşe"} if chat > 0 else {"id": chat, "type": "supergroup", "title": f"Grup {-chat}"}
        return self.push(token, {"message": {"message_id": 1, "date": int(time.time()), "chat": place, "from": sender, "text": text, **message}})

    def post(self, token, chat, **message):
        """In a channel; its message as it stands there."""
        return self.do("post", token=token, chat=chat, message=message)

    def edit(self, token, chat, message_id, **message):
        return self.do("post", token=token, chat=chat, message={"message_id": message_id, **message}, edit=True)

    def fail(self, method, fault, **more):
        """The next calls (times=1) of the method, or of any ("*"), go wrong: status500, html, drop_before, drop_after (does it
        first), truncated (does it), never, too_many (retry_after=3), not_json_typed, malformed; seconds: after that time. None
        with seconds is only slow."""
        self.do("fail", method=method, fault=fault, **more)

    def sent(self, chat=None):
        return [sent for sent in self.do("sent") if chat in (None, sent["chat"])]

    def texts(self, chat):
        return [sent["text"] for sent in self.sent(chat)]

    def state(self, token):
        return self.do("state", token=token)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bot scripts as users have them: from a Procfile to a process that ends with Kule, however that goes."""
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import unittest

from support.engine import Engine, Home, until

TOKEN = f"{os.getpid()}:AAcanary-of-this-test_bot"  # its number locks it for all engines of this person
BOT = """import os, signal, sys, time
def end(*_):
    print("goodbye")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("hello from", os.getpid(), "with", os.environ["TOKEN"])
while True: time.sleep(1)
"""
SAVING = BOT.replace('    print("goodbye")', '    time.sleep(1.5)\n    open("saved", "w").close()')
STUBBORN = """import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
print(f"pid {os.getpid()}\\n", end="")  # at once, as both speak
while True: time.sleep(1)
"""


def is_alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Scripts(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.passphrase = self.home.root / "passphrase"
        self.passphrase.write_text("correct horse battery staple")
        with socket.socket() as free:  # nobody answers there: a script needs no Telegram that Kule can reach
            free.bind(("127.0.0.1", 0))
            nobody = free.getsockname()[1]
        self.environment = {"KULE_SECRETS": "vault", "KULE_SECRETS_PASSPHRASE_FILE": str(self.passphrase), "KULE_TELEGRAM_BASE_URL": f"http://127.0.0.1:{nobody}"}
        self.engine = Engine(self.home, env=self.environment)
        self.addCleanup(lambda: self.engine.kill())

    def bot(self, bot):
        return self.engine.call("GET", f"/api/bots/{bot}").json["data"]

    def log(self, bot):
        return self.engine.call("GET", f"/api/bots/{bot}/log?limit=1048576").json["data"]["text"]

    def running(self, script, name="tanitim"):
        self.home.script("bots/bot.py", script)
        made = self.engine.call("POST", "/api/bots", {"name": name, "kind": "script", "token": TOKEN, "enabled": True, "config": {"command": ["python3", "bot.py"], "cwd": "packages/bots"}})
        self.assertEqual(made.status, 201, made.body)
        bot = made.json["data"]["id"]
        until(lambda: self.bot(bot)["state"] == "running", "that it runs")
        return bot

    def pids(self, bot, word="pid", count=1):
        def found():
            pids = [int(pid) for pid in re.findall(rf" {word} (\d+)\s", self.log(bot))]  # the last line may be half there
            return len(pids) >= count and pids
        return until(found, "its pids")

    def kule(self, *words, **options):
        return self.home.kule("bots", *words, "--data-dir", self.home.data, **options)

    def test_a_procfile_becomes_bots_that_run(self):
        self.home.script("bots/tanitim.py", BOT)
        self.home.script("bots/replica.py", BOT)
        procfile = self.home.packages / "bots" / "Procfile"
        procfile.write_text("tanitim: python3 tanitim.py\nduyuru: python3 replica.py\nweb: gunicorn app:app\n")
        imported = self.kule("import", procfile)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        self.assertEqual([line.split()[:3] for line in imported.stdout.splitlines()[1:]], [["1", "tanitim", "created"], ["2", "duyuru", "created"], ["3", "web", "refused"]])
        self.assertIn("kept", self.kule("import", procfile).stdout)
        self.assertEqual(self.kule("import", self.home.root / "none").returncode, 3)
        bot = next(bot for bot in self.engine.call("GET", "/api/bots").json["data"] if bot["name"] == "tanitim")["id"]
        self.assertEqual(self.engine.call("PATCH", f"/api/bots/{bot}", {"token": TOKEN}).status, 200)
        self.assertEqual(self.kule("start", "tanitim").returncode, 0)
        until(lambda: "hello from" in self.log(bot), "its first line")
        shown = self.kule("logs", "tanitim", "--time", "off")
        self.assertIn("hello from", shown.stdout)
        self.assertIn("kule: running", shown.stdout)
        self.assertNotIn("canary", shown.stdout + self.engine.call("GET", f"/api/bots/{bot}").body.decode())
        self.assertEqual(self.kule("stop", "tanitim").returncode, 0)
        until(lambda: "goodbye" in self.log(bot), "its last line")
        self.assertIn("goodbye", self.kule("log", "tanitim", "--tail", "2000").stdout)
        self.assertEqual(self.kule("logs", "tanitim", "--tail", "none").returncode, 2)
        for file in self.home.data.rglob("*"):
            if file.is_file():
                self.assertNotIn(TOKEN.encode(), file.read_bytes(), file)

    def test_it_dies_with_kule_and_comes_back_with_it(self):
        bot = self.running(BOT)
        former = self.pids(bot, "from")[0]
        self.engine.kill()
        until(lambda: not is_alive(former), "its end")
        self.engine = Engine(self.home, env=self.environment)
        later = self.pids(bot, "from", 2)[-1]
        self.assertNotEqual(former, later)
        self.assertTrue(is_alive(later))
        self.assertEqual(self.engine.stop(), 0)
        self.assertFalse(is_alive(later))

    def test_one_that_saves_as_kule_ends_has_the_time(self):
        bot = self.running(SAVING)
        self.pids(bot, "from")
        self.assertEqual(self.engine.stop(), 0)
        self.assertTrue((self.home.packages / "bots/saved").exists())

    def test_one_that_will_not_end_is_ended_in_time(self):
        bot = self.running(STUBBORN)
        pids = self.pids(bot, count=2)
        self.assertEqual(self.engine.stop(seconds=10), 0)
        for pid in pids:
            self.assertFalse(is_alive(pid))

    def test_a_locked_vault_is_waited_for(self):
        bot = self.running(BOT)
        self.assertEqual(self.engine.stop(), 0)
        self.engine.kill()  # closes what it was heard by
        locked = {name: value for name, value in self.environment.items() if not name.endswith("PASSPHRASE_FILE")}
        self.engine = Engine(self.home, env=locked)
        until(lambda: "vault is locked" in (self.bot(bot)["reason"] or ""), "that it says so")
        self.assertEqual(self.bot(bot)["state"], "starting")
        self.assertEqual(self.engine.call("POST", "/api/secrets/unlock", {"passphrase": self.passphrase.read_text()}).status, 200)
        until(lambda: self.bot(bot)["state"] == "running", "that it runs")
        self.assertIsNone(self.bot(bot)["reason"])

    def test_its_environment_is_made_from_the_command_line(self):
        self.home.script("bots/bot.py", BOT)
        made = self.engine.call("POST", "/api/bots", {"name": "tanitim", "kind": "script", "config": {"command": ["python3", "bot.py"], "cwd": "packages/bots"}})
        bot = made.json["data"]["id"]
        self.assertEqual(self.bot(bot)["environment"], {"state": "none", "reason": None})
        shown = self.kule("environment", "tanitim", "--time", "off", timeout=120)
        self.assertEqual(shown.returncode, 0, shown.stderr + shown.stdout)
        self.assertIn("making a virtual environment", shown.stdout)
        self.assertEqual(self.bot(bot)["environment"]["state"], "ready")
        self.assertEqual(self.kule("environment", "tanitim", "--cancel").returncode, 5)

    def test_another_poller_is_named_and_ended(self):
        bot = self.running("import time\nprint('Conflict: terminated by other getUpdates request')\ntime.sleep(600)\n")
        until(lambda: self.bot(bot)["conflict"], "that it was heard")
        self.assertEqual(self.bot(bot)["conflict"]["kind"], "unknown")
        self.assertEqual(self.bot(bot)["deeds"], [])
        other = subprocess.Popen([sys.executable, "-c", "import socket, time\ns = socket.socket()\nprint('ready', flush=True)\ntime.sleep(600)"], env={**os.environ, "TOKEN": TOKEN},
                                 stdout=subprocess.PIPE, text=True)
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.addCleanup(other.stdout.close)
        other.stdout.readline()
        self.assertEqual(self.kule("restart", "tanitim").returncode, 0)
        until(lambda: (self.bot(bot)["conflict"] or {}).get("pid") == other.pid, "that it is found")
        self.assertEqual(self.bot(bot)["deeds"], ["stop_process"])
        self.assertIn(str(other.pid), self.bot(bot)["reason"])
        self.assertEqual(self.engine.call("POST", f"/api/bots/{bot}/resolve", {"deed": "delete_webhook"}).status, 409)
        self.assertEqual(self.kule("resolve", "tanitim", "stop_process").returncode, 0)
        self.assertEqual(other.wait(10), -signal.SIGTERM)
        rows = self.engine.call("GET", "/api/activity").json["data"]["items"]
        self.assertEqual([(row["action"], row["target"], row["detail"]) for row in rows if row["action"] == "bot.resolve"], [("bot.resolve", bot, "stop_process")])
        self.assertNotIn(TOKEN, self.log(bot))


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script finds in its module without importing it: safe_trigger, report_progress; browser.py has the rest."""
import json
import math
import re
import sys
import time

from kule_worker import browser

CHANNEL = re.compile(r"[-a-zA-Z0-9_=@,.;]{1,164}")  # as Pusher Channels has it, and the two lengths below
MAX_EVENT = 200
MAX_DATA = 10 * 1024
RATE = 20  # progress messages a second, and as many at once


class Injected:
    def __init__(self, channel):
        self._channel = channel
        self._tokens = float(RATE)
        self._refilled = time.monotonic()
        self._held = None

    def names(self):
        return {"safe_trigger": self.safe_trigger, "report_progress": self.report_progress,
                "get_selenium_driver": browser.get_selenium_driver, **browser.STAND_INS}

    def safe_trigger(self, channel, event, data=None):
        """Sends an event to Pusher through the engine. Never raises, never waits; False when it was refused."""
        try:
            self.flush()
            if not isinstance(channel, str) or not CHANNEL.fullmatch(channel):
                return _warn(f"the channel name {channel!r:.200} is not one that Pusher takes "
                             "(1 to 164 of letters, digits and - _ = @ , . ;)")
            if not isinstance(event, str) or not 1 <= len(event) <= MAX_EVENT:
                return _warn(f"an event name has 1 to {MAX_EVENT} characters")
            text = json.dumps(data, ensure_ascii=False, allow_nan=False)
            size = len((data if isinstance(data, str) else text).encode())
            if size > MAX_DATA:
                return _warn(f"the data of {event!r} is {size} bytes; Pusher takes {MAX_DATA}")
            if self._channel.send({"type": "event", "channel": channel, "event": event, "data": text}):
                return True
            return _warn("this process has no way to the engine")
        except Exception as problem:
            return _warn(f"{type(problem).__name__}: {problem}")

    def report_progress(self, percent, step=""):
        """Tells how far the job is, 0 to 100, and what it does."""
        try:
            percent = float(percent)
            percent = 0.0 if math.isnan(percent) else min(100.0, max(0.0, percent))
            message = {"type": "progress", "percent": percent, "step": str(step)[:500].encode("utf-8", "replace").decode()}
        except Exception as problem:
            _warn(f"{type(problem).__name__}: {problem}", "report_progress")
            return
        now = time.monotonic()
        self._tokens = min(float(RATE), self._tokens + (now - self._refilled) * RATE)
        self._refilled = now
        if self._tokens >= 1:
            self._tokens -= 1
            self._held = None
            self._channel.send(message)
        else:
            self._held = message

    def flush(self):
        held, self._held = self._held, None
        if held is not None:
            self._channel.send(held)


def _warn(sentence, function="safe_trigger"):
    try:
        print(f"kule: warning: {function}: {sentence}", file=sys.stderr)
    except Exception:
        pass
    return False

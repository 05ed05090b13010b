# SPDX-License-Identifier: GPL-3.0-or-later
"""The control channel to the engine: frames of four bytes of length (big endian), then JSON."""
import json
from _thread import RLock  # threading's own; that module mends itself in each fork, which is a tenth of its cost
from os import fstat, getpid, read, write

try:
    from os import set_blocking
except ImportError:  # pipes of Windows before Python 3.12: the engine reads all the time, so a write waits a moment at most
    def set_blocking(*_):
        pass

HEAD = 4
MAX_FRAME = 16 * 1024 * 1024
MAX_PENDING = 4 * 1024 * 1024

_encode = json.JSONEncoder(separators=(",", ":")).encode  # json.dumps would make one for each message
_scan = json.JSONDecoder().scan_once  # json.loads would first look for the encoding and for spaces


def framed(body):
    return len(body).to_bytes(HEAD, "big") + body


def frame(message):
    return framed(_encode(message).encode())


def parse(text):
    """What the engine wrote: one value, without a space around it."""
    return _scan(text, 0)[0]


READY = frame({"type": "ready"})


class Channel:
    """Speaks for the process that opened it only: a fork of it has nothing to say, nor has whoever reuses a closed descriptor."""

    def __init__(self):
        self._pid = self._reading = self._writing = self._identity = None
        self._inbox = b""
        self._pending = bytearray()
        self._waits = True
        self._lock = RLock()

    def open(self, reading, writing):
        self._pid = getpid()
        self._reading = reading
        self._writing = writing
        self._identity = _look(writing)

    def is_ours(self):
        return getpid() == self._pid

    def receive(self):
        """The next message; None when the engine is gone."""
        missing = 8192
        while missing > 0:
            if len(self._inbox) >= HEAD:
                end = HEAD + int.from_bytes(self._inbox[:HEAD], "big")
                missing = end - len(self._inbox)
                if missing <= 0:
                    body = str(self._inbox[HEAD:end], "utf-8")
                    self._inbox = self._inbox[end:]
                    return parse(body)
            piece = read(self._reading, max(8192, missing))
            if not piece:
                return None
            self._inbox += piece

    def put_back(self, message):
        """The next receive() returns it."""
        self._inbox = frame(message) + self._inbox

    def say_ready(self):
        """Before anything of the script runs."""
        write(self._writing, READY)

    def send(self, message):
        """Sends, or keeps it for the next call when the engine is slow. False when it cannot leave any more."""
        if not self.is_ours():
            return False
        data = frame(message)
        with self._lock:
            if len(data) > MAX_FRAME or len(self._pending) > MAX_PENDING:
                return False
            self._wait(False)
            self._pending += data
            return self._push()

    def finish(self, message):
        """Sends the last message, framed, and waits until it has left."""
        if not self.is_ours():
            return False
        with self._lock:
            self._wait(True)
            self._pending += message
            return self._push()

    def _wait(self, waits):
        if waits != self._waits:
            self._waits = waits
            try:
                set_blocking(self._writing, waits)
            except OSError:
                pass

    def _push(self):
        if self._identity is None or _look(self._writing) != self._identity:
            return False
        try:
            while self._pending:
                written = write(self._writing, self._pending)
                del self._pending[:written]
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True


def _look(descriptor):
    try:
        return fstat(descriptor)[1:3]  # inode and device
    except OSError:
        return None

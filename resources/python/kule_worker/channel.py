# SPDX-License-Identifier: GPL-3.0-or-later
"""The control channel to the engine: frames of four bytes of length (big endian), then JSON."""
import json
import os
import struct
from _thread import RLock  # threading's own; that module mends itself in each fork, which is a tenth of its cost

LENGTH = struct.Struct(">I")
MAX_FRAME = 16 * 1024 * 1024
MAX_PENDING = 4 * 1024 * 1024


_encode = json.JSONEncoder(separators=(",", ":")).encode  # json.dumps would make one for each message


def frame(message):
    body = _encode(message).encode()
    return LENGTH.pack(len(body)) + body


class Channel:
    """Speaks for this process only: a fork of it has nothing to say, nor has whoever reuses a closed descriptor."""

    def __init__(self, reading, writing):
        self._reading = reading
        self._writing = writing
        self._pid = os.getpid()
        self._identity = self._look()
        self._inbox = bytearray()
        self._pending = bytearray()
        self._lock = RLock()

    def is_ours(self):
        return os.getpid() == self._pid

    def receive(self):
        """The next message; None when the engine is gone."""
        head = self._take(LENGTH.size)
        if head is None:
            return None
        body = self._take(LENGTH.unpack(head)[0])
        return None if body is None else json.loads(body)

    def put_back(self, message):
        """The next receive() returns it."""
        self._inbox[:0] = frame(message)

    def never_block(self):
        try:
            os.set_blocking(self._writing, False)
        except (AttributeError, OSError):
            pass  # pipes of Windows before Python 3.12: the engine reads all the time, so a write waits a moment at most

    def send(self, message):
        """Sends, or keeps it for the next call when the engine is slow. False when it cannot leave any more."""
        if not self.is_ours():
            return False
        data = frame(message)
        with self._lock:
            if len(data) > MAX_FRAME or len(self._pending) > MAX_PENDING:
                return False
            self._pending += data
            return self._push()

    def finish(self, message):
        """Sends the last message and waits until it has left."""
        if not self.is_ours():
            return False
        with self._lock:
            if self._look() != self._identity or self._identity is None:
                return False
            try:
                os.set_blocking(self._writing, True)
            except (AttributeError, OSError):
                pass
            self._pending += frame(message)
            return self._push()

    def _push(self):
        if self._look() != self._identity or self._identity is None:
            return False
        try:
            while self._pending:
                written = os.write(self._writing, self._pending[:65536])
                del self._pending[:written]
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True

    def _look(self):
        try:
            stat = os.fstat(self._writing)
            return stat.st_dev, stat.st_ino
        except OSError:
            return None

    def _take(self, size):
        while len(self._inbox) < size:
            piece = os.read(self._reading, max(8192, size - len(self._inbox)))
            if not piece:
                return None
            self._inbox += piece
        taken = bytes(self._inbox[:size])
        del self._inbox[:size]
        return taken

# SPDX-License-Identifier: GPL-3.0-or-later
"""A Socket.IO client of a few lines over a WebSocket, which keeps whatever it is sent. Standard library only."""
import json
import socket
import struct
import threading


class Listener:
    def __init__(self, address, key):
        self.heard = b""
        self._socket = socket.create_connection((address.hostname, address.port), timeout=60)
        self._socket.sendall(f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self._stream = self._socket.makefile("rb")
        while self._stream.readline().strip():
            pass
        self._say("40" + json.dumps({"key": key}))
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def subscribe(self, name):
        self._say("42" + json.dumps(["job:subscribe", name]))

    def _say(self, text):
        data = text.encode()
        head = bytes([0x81, 0x80 | len(data)]) if len(data) < 126 else bytes([0x81, 0xFE]) + struct.pack(">H", len(data))
        self._socket.sendall(head + b"\0\0\0\0" + data)

    def _listen(self):
        try:
            while head := self._stream.read(2):
                size = head[1] & 0x7F
                if size > 125:
                    size = int.from_bytes(self._stream.read(2 if size == 126 else 8), "big")
                text = self._stream.read(size)
                self.heard += text
                if text == b"2":
                    self._say("3")
        except (OSError, ValueError):
            pass

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._stream.close()
        self._socket.close()

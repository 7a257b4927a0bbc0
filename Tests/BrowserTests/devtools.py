"""The little of the DevTools protocol that an engine is asked with what its own interface has no word for
(https://chromedevtools.github.io/devtools-protocol/), over a WebSocket (RFC 6455)."""

import base64
import json
import os
import socket
import struct
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

# Seconds after which no answer is expected.
PATIENCE = 15


class Session:
    """A session with the one page of an engine. What it emulates holds as long as it lasts."""

    def __init__(self, port):
        address = urlsplit(_page(port)["webSocketDebuggerUrl"])
        self._socket = socket.create_connection((address.hostname, address.port), PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall((
            f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self._stream = self._socket.makefile("rb")
        while self._stream.readline().strip():
            pass
        self._number = 0

    def send(self, method, **parameters):
        """Asks for something, and gives the answer."""
        self._number += 1
        text = json.dumps({"id": self._number, "method": method, "params": parameters}).encode()
        assert len(text) < 65536
        # One masked frame of text; a mask of zeros leaves it as it is.
        length = struct.pack("!B", 128 | len(text)) if len(text) < 126 else struct.pack("!BH", 128 | 126, len(text))
        self._socket.sendall(b"\x81" + length + bytes(4) + text)
        while True:
            answer = json.loads(self._frame())
            if answer.get("id") == self._number:
                return answer["result"]

    def close(self):
        self._stream.close()
        self._socket.close()

    def _frame(self):
        length = self._stream.read(2)[1] & 127
        if length > 125:
            length = int.from_bytes(self._stream.read(2 if length == 126 else 8), "big")
        return self._stream.read(length)


def _page(port):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
                connection.request("GET", "/json/list")
                return next(page for page in json.loads(connection.getresponse().read()) if page["type"] == "page")
        except (OSError, HTTPException, StopIteration):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)

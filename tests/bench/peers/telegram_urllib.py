#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the bots that Kule replaces: one loop that polls and answers by urllib. telegram_urllib.py URL TOKEN [raw]
raw: over one kept connection for each of the two, as cheap as Python can: the stand-in's own time."""
import http.client
import json
import sys
import urllib.request

url, token = sys.argv[1:3]
connections = {}


def plain(method, **parameters):
    request = urllib.request.Request(f"{url}/bot{token}/{method}", json.dumps(parameters).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["result"]


def raw(method, **parameters):
    if method not in connections:
        connections[method] = http.client.HTTPConnection(url.partition("//")[2])
    connections[method].request("POST", f"/bot{token}/{method}", json.dumps(parameters))
    return json.loads(connections[method].getresponse().read())["result"]


call = raw if "raw" in sys.argv else plain
offset = 0
while True:
    for update in call("getUpdates", offset=offset, timeout=50):
        offset = update["update_id"] + 1
        message = update.get("message", {})
        if message.get("text", "").startswith("/"):
            call("sendMessage", chat_id=message["chat"]["id"], text="Merhaba")

# SPDX-License-Identifier: GPL-3.0-or-later
"""A local stand-in for Heroku's Platform API: apps with formation and dynos, and the log that another address gives. Standard library only."""
import datetime
import http.server
import json
import threading


class Heroku:
    """One token for all apps; keeps who asked what."""
    token = "HRKU-canary-0123456789"

    def __init__(self):
        self.apps, self.asked, self.number = {}, [], 0
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length) or "null")
                owner.asked.append((self.command, self.path, self.headers.get("Authorization")))
                status, data = owner.act(self.command, self.path, self.headers, body)
                data = data if isinstance(data, bytes) else json.dumps(data).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("RateLimit-Remaining", "4321")
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_PATCH = do_DELETE = do_POST = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def dyno(self, name):
        self.number += 1
        return {"id": f"dyno-{self.number}", "name": name, "type": name.split(".")[0], "state": "up", "size": "Basic", "command": "python3 tanitim.py",
                "release": {"version": 7}, "created_at": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}

    def add(self, name, workers=1):
        self.apps[name] = {"quantity": workers, "dynos": [self.dyno(f"worker.{i + 1}") for i in range(workers)]}
        return name

    def act(self, method, path, headers, body):
        if path == "/canary-of-the-log":
            return 200, "2026-11-21T10:00:00+00:00 app[worker.1]: Merhaba, şimdi\n2026-11-21T10:00:01+00:00 app[worker.1]: token {}\n".format(self.token).encode()
        if headers.get("Authorization") != f"Bearer {self.token}":
            return 401, {"id": "unauthorized", "message": "Invalid credentials provided."}
        if headers.get("Accept") != "application/vnd.heroku+json; version=3":
            return 406, {"id": "not_acceptable", "message": "No version was asked for."}
        name, noun, *rest = path.split("/")[2:]
        app = self.apps.get(name)
        if app is None:
            return 404, {"id": "not_found", "message": "Couldn't find that app."}
        row = lambda: {"type": "worker", "quantity": app["quantity"], "size": "Basic", "command": "python3 tanitim.py"}
        if method == "GET":
            return 200, app["dynos"] if noun == "dynos" else [row()]
        if method == "PATCH":
            app["quantity"] = body["quantity"]
            app["dynos"] = [self.dyno(f"worker.{i + 1}") for i in range(app["quantity"])]
            return 200, row()
        if method == "POST":
            return 201, {"logplex_url": self.url + "/canary-of-the-log"}
        app["dynos"] = [self.dyno(one["name"]) if not rest or rest[0] in (one["name"], one["type"]) else one for one in app["dynos"]]
        return 202, {}

# SPDX-License-Identifier: GPL-3.0-or-later
"""A local stand-in for the site of titles: answers by rule, keeps what it was asked. Standard library only."""
import collections
import http.server
import json
import threading
import time


def page(name="Hayata Röveşata Çeken Adam", year=2022):
    data = {"@context": "http://schema.org", "@type": "Movie", "name": name, "description": "Huysuz bir adam.", "contentRating": "18+", "genre": "Komedi",
            "image": "https://img.example/1.jpg", "actors": [{"@type": "Person", "name": "Tom Hanks"}]}
    return (f"<!doctype html><html><head><meta charset='utf-8'><title>{name} | Netflix</title><script type='application/ld+json'>{json.dumps(data)}</script></head>"
            f"<body><h1 data-uia='title-info-title'>{name}</h1><span data-uia='item-year'>{year}</span></body></html>").encode()


class Pages:
    """rule(path) answers (status, body, seconds to wait before); sent(path) is called behind the last byte of each answer."""

    def __init__(self, rule=lambda path: (200, page(), 0)):
        self.rule, self.sent = rule, lambda path: None
        self.asked = collections.Counter()
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                owner.asked[self.path] += 1
                status, body, delay = owner.rule(self.path)
                time.sleep(delay)
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()
                owner.sent(self.path)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # the engine is killed in the middle of an answer

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def environment(self, **more):
        return {"KULE_TITLES_BASE_URL": self.url, "KULE_TITLES_PACE_MS": "0", **more}

    def close(self):
        self.server.shutdown()
        self.server.server_close()

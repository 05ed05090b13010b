# SPDX-License-Identifier: GPL-3.0-or-later
"""The job runner as its document describes it, in Flask: a thread a job in the server's own process. What we are measured
against. `python3 flask_runner.py PORT FOLDER` serves with Flask's own server; gunicorn takes `flask_runner:app`."""
import importlib.util
import json
import os
import sys
import threading
import traceback
import urllib.request

from flask import Flask, jsonify, request

app = Flask(__name__)
FOLDER = os.environ.get("RUNNER_FOLDER", ".")
HASH = os.environ.get("RUNNER_HASH", "hash")


@app.before_request
def authenticate():
    if request.path != "/livez" and request.headers.get("X-Auth-Hash") != HASH:
        return jsonify(error="Unauthorized"), 401
    return None


def work(process_id, path, args, kwargs, callback_url):
    try:
        spec = importlib.util.spec_from_file_location("job", path)
        module = importlib.util.module_from_spec(spec)
        module.safe_trigger = lambda *_: None
        spec.loader.exec_module(module)
        module.boot(*args, **kwargs)
    except Exception as error:  # the document's behaviour: whatever it was, it is written down
        report = {"process_id": process_id, "error": f"{error}\n{traceback.format_exc()}", "file": path, "args": args, "kwargs": kwargs}
        with open(os.path.join(FOLDER, "fatals", f"{process_id}.txt"), "w", encoding="utf-8") as file:
            json.dump(report, file)
        if callback_url:
            urllib.request.urlopen(urllib.request.Request(callback_url, json.dumps(report).encode(), {"Content-Type": "application/json"}), timeout=10)


@app.get("/")
def greet():
    return jsonify("Merhaba, Flask uygulaması çalışıyor!")


@app.get("/livez")
def livez():
    return jsonify(status="ok")


@app.post("/run")
def run():
    body = request.get_json(silent=True) or {}
    if "process_id" not in body or "file_path" not in body:
        return jsonify(error="process_id and file_path are required"), 400
    path = os.path.join(FOLDER, body["file_path"])
    if not os.path.isfile(path):
        return jsonify(error="file not found"), 404
    threading.Thread(target=work, args=(body["process_id"], path, body.get("args", []), body.get("kwargs", {}), body.get("callback_url"))).start()
    return jsonify(message="started", process_id=body["process_id"]), 202


@app.get("/fatals")
def fatals():
    return jsonify(fatal_files=os.listdir(os.path.join(FOLDER, "fatals")))


if __name__ == "__main__":
    import logging

    from werkzeug.serving import WSGIRequestHandler
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    WSGIRequestHandler.protocol_version = "HTTP/1.1"  # keep-alive, so that both sides pay for connections alike
    app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)

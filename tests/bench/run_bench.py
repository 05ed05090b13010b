#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kule beside the services that it replaces: same machine, same scripts, runs in turn, medians.

    python3 tests/bench/run_bench.py [--kule build/release/bin/kule] [--runs 5] [dispatch flight http floor idle million extraction cached scrape bots]

dispatch  paced POST /run to the first line of boot, one at a time
flight    8 and 32 jobs in flight: jobs/s, and POST to first line
http      GET /livez and an authenticated GET, 64 connections, against gunicorn with two workers (needs wrk)
floor     CPU time of an authenticated GET /api/jobs/{id} and of GET /livez against a bare epoll responder's, 64 connections
          (needs wrk and build/bench/bin/epoll_responder)
million   lists, filters and search over 1,000,000 jobs and 100,000 reports (needs build/bench/bin/bench_million)
extraction  pages/s of 1 MB title pages against cheerio, one thread (needs build/bench/bin/bench_extraction, node and npm; what the
          peer needs is installed from tests/bench/peers/node/package-lock.json)
idle      memory and processor time of `kule serve` with nothing to do
cached    POST /api/getinfo from the cache, 64 connections, against Express and node-redis (needs wrk, node, redis-server)
bots      an update in to its reply out, one at a time, against the time of the stand-in of Telegram and a plain Python loop over
          urllib; updates/s without Telegram's limits (both need build/bench/bin/bench_replies and telegram_epoll); 50 polling bots
          with nothing to do; one announcement to 100,000 subscriptions (needs build/bench/bin/bench_announce)
scrape    10,000 titles by one batch from a local page server without pacing: pages/s, memory
Boot stamps CLOCK_MONOTONIC, which all processes share, before it does anything else."""
import argparse
import asyncio
import json
import os
import pathlib
import re
import select
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
KEY = "bench-" + "0" * 58
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
STAMP = """import time, os
def boot(pipe, number):
    at = time.monotonic_ns()
    end = os.open(pipe, os.O_WRONLY)
    os.write(end, b"%d %d\\n" % (number, at))
    os.close(end)
"""


class Connection:
    """The cheapest HTTP client that can be: the driver shall not be what is measured."""

    def __init__(self, port):
        self.port, self.socket = port, None

    def connect(self):
        self.socket = socket.create_connection(("127.0.0.1", self.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request):
        if self.socket is None:
            self.connect()
        self.socket.sendall(request)
        return self.receive()

    def receive(self):
        data = b""
        while b"\r\n\r\n" not in data:
            part = self.socket.recv(65536)
            if not part:
                raise ConnectionError("closed")
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: *(\d+)", head)[1])
        while len(body) < length:
            body += self.socket.recv(65536)
        if re.search(rb"(?i)connection: *close", head):
            self.socket.close()
            self.socket = None
        return int(head.split()[1]), body


class Stamps:
    """The pipe that boots write to."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "stamps")
        os.mkfifo(self.path)
        self.end = os.open(self.path, os.O_RDWR)
        self.rest, self.at, self.next = b"", {}, 0

    def ticket(self):
        self.next += 1
        return self.next

    def read(self):
        """The numbers of those that have come; at[number] is when."""
        if not select.select([self.end], [], [], 30)[0]:
            raise SystemExit("a job never came to its first line")
        *lines, self.rest = (self.rest + os.read(self.end, 65536)).split(b"\n")
        came = [tuple(map(int, line.split())) for line in lines]
        self.at.update(came)
        return [number for number, _ in came]

    def wait(self, number):
        while number not in self.at:
            self.read()
        return self.at.pop(number)


class Server:
    def __init__(self, folder):
        self.folder = folder

    def stop(self):
        self.process.terminate()
        self.process.wait(15)

    def run_request(self, pipe, number):
        body = json.dumps({"process_id": f"{number}", "file_path": "packages/stamp.py", "args": [pipe, number]}).encode()
        return (b"POST /run HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Auth-Hash: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                % (self.port, KEY.encode(), len(body)) + body)


class Kule(Server):
    name = "kule"

    def __init__(self, folder, program, **more):
        super().__init__(folder)
        env = {name: value for name, value in os.environ.items() if not name.startswith("KULE_")}
        env.update(KULE_API_KEY=KEY, KULE_PYTHON=PYTHON, **more)
        self.process = subprocess.Popen([program, "serve", "--data-dir", f"{folder}/data", "--port", "0", "--script-root", f"{folder}/packages"],
                                        env=env, stdout=subprocess.PIPE, text=True)
        self.port = int(json.loads(self.process.stdout.readline())["url"].rpartition(":")[2])


class Epoll(Server):
    name = "epoll"

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())


class Flask(Server):
    name = "flask"

    def __init__(self, folder, gunicorn=False):
        super().__init__(folder)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        peer = HERE / "peers" / "flask_runner.py"
        words = [PYTHON, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{self.port}", "--chdir", peer.parent, "--log-level", "error", "flask_runner:app"] if gunicorn \
            else [PYTHON, peer, str(self.port)]
        os.makedirs(f"{folder}/fatals", exist_ok=True)
        self.process = subprocess.Popen(list(map(str, words)), env=dict(os.environ, RUNNER_FOLDER=folder, RUNNER_HASH=KEY, PYTHONPYCACHEPREFIX=f"{folder}/bytecode"),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(500):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/livez", timeout=2).close()
                return
            except OSError:
                time.sleep(0.02)
        raise SystemExit("the Flask peer did not start")


def node_peers():
    """Where they stand, with what they need beside them."""
    peers = HERE / "peers"
    if not all((peers / "node/node_modules" / name).exists() for name in ("cheerio", "express", "redis")):
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=peers / "node", check=True, stdout=subprocess.DEVNULL)
    return peers


class Express(Server):
    """With a Redis of its own that holds the title."""
    name = "express"

    def __init__(self, folder, key, value):
        super().__init__(folder)
        with socket.create_server(("127.0.0.1", 0)) as free:
            redis = free.getsockname()[1]
        self.redis = subprocess.Popen(["redis-server", "--port", str(redis), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder], stdout=subprocess.DEVNULL)
        peers = node_peers()
        for _ in range(500):
            try:
                with socket.create_connection(("127.0.0.1", redis)) as connection:
                    connection.sendall(b"*3\r\n$3\r\nSET\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n" % (len(key), key, len(value), value))
                    connection.recv(100)
                break
            except OSError:
                time.sleep(0.02)
        self.process = subprocess.Popen(["node", peers / "titles_express.mjs"], env=dict(os.environ, NODE_ENV="production", REDIS_URL=f"redis://127.0.0.1:{redis}", API_KEY=KEY),
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def stop(self):
        super().stop()
        self.redis.terminate()
        self.redis.wait(15)


class Pages:
    """Title pages of about 100 KB as fast as one Python thread gives them; a process of its own."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, __file__, "--pages"], stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def stop(self):
        self.process.terminate()
        self.process.wait()

    @staticmethod
    async def serve():
        filler = "".join(f"<div class='x{number}'><span>{number * 7919}</span></div>" for number in range(2000))

        async def answer(reader, writer):
            while (head := await reader.readuntil(b"\r\n\r\n")) if not reader.at_eof() else None:
                number = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
                data = {"@type": "Movie", "name": f"Film {number}", "description": "Plot", "contentRating": "13+", "genre": "Dram", "image": "https://img.example/1.jpg",
                        "actors": [{"name": "A"}]}
                body = (f"<html><head><script type='application/ld+json'>{json.dumps(data)}</script></head><body><h1 data-uia='title-info-title'>Film {number}</h1>"
                        f"<span data-uia='item-year'>2020</span>{filler}</body></html>").encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                await writer.drain()

        async def guarded(reader, writer):
            try:
                await answer(reader, writer)
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            writer.close()
        server = await asyncio.start_server(guarded, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


def accepted(server, status, body):
    if status != 202:
        raise SystemExit(f"{server.name}: {status} {body[:200]}")


def one(server, connection, stamps):
    number = stamps.ticket()
    request = server.run_request(stamps.path, number)
    begun = time.monotonic_ns()
    accepted(server, *connection.send(request))
    return (stamps.wait(number) - begun) / 1e6


def paced(server, stamps, count=150, pace=0.02):
    connection = Connection(server.port)
    for _ in range(10):
        one(server, connection, stamps)
    times = []
    for _ in range(count):
        time.sleep(pace)
        times.append(one(server, connection, stamps))
    return {"p50 ms": statistics.median(times), "p95 ms": statistics.quantiles(times, n=20)[18]}


def in_flight(server, stamps, width, seconds=4.0):
    """Each client's next job begins when the last one is answered and its boot has come to its first line. One thread for all
    clients: the processors that the driver takes are those that the measured one has not."""
    times, flying, waiting, events = [], {}, {}, select.epoll()
    events.register(stamps.end, select.EPOLLIN)
    start = time.monotonic()

    def begin(client):
        if client.socket is None:
            client.connect()
            events.register(client.socket, select.EPOLLIN)
            waiting[client.socket.fileno()] = client
        client.number, client.answered = stamps.ticket(), False
        flying[client.number] = client
        request = server.run_request(stamps.path, client.number)
        client.begun = time.monotonic_ns()
        client.socket.sendall(request)

    def go_on(client):
        if client.answered and client.number in stamps.at:
            times.append((stamps.at.pop(client.number) - client.begun) / 1e6)
            del flying[client.number]
            if time.monotonic() < start + seconds:
                begin(client)
    for _ in range(width):
        begin(Connection(server.port))
    while flying:
        for descriptor, _ in events.poll():
            if descriptor == stamps.end:
                for number in stamps.read():
                    go_on(flying[number])
            else:
                client = waiting[descriptor]
                accepted(server, *client.receive())
                client.answered = True
                go_on(client)
    return {"jobs/s": len(times) / (time.monotonic() - start), "p50 ms": statistics.median(times)}


def processes_of(pid):
    """The process and its descendants."""
    found = [pid]
    for parent in found:
        for task in pathlib.Path(f"/proc/{parent}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def seconds_of(pids):
    total = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def wrk(server, path, seconds=4):
    pids = processes_of(server.process.pid)
    before = seconds_of(pids)
    text = subprocess.run(["wrk", "-t2", "-c64", f"-d{seconds}s", "-H", f"X-Auth-Hash: {KEY}", f"http://127.0.0.1:{server.port}{path}"], capture_output=True, text=True,
                          check=True).stdout
    spent = seconds_of(pids) - before
    if bad := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
        raise SystemExit(f"{server.name} {path}: {bad[0]}")
    count = int(re.search(r"(\d+) requests in", text)[1])
    return {"requests/s": float(re.search(r"Requests/sec: +([\d.]+)", text)[1]), "CPU us/request": spent / count * 1e6}


TITLE = "https://www.netflix.com/tr/title/81616256"


def call(server, method, path, body=None):
    """The answer's data."""
    text = b"" if body is None else json.dumps(body).encode()
    status, answer = Connection(server.port).send(b"%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-API-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                                                  % (method.encode(), path.encode(), server.port, KEY.encode(), len(text)) + text)
    if status >= 300:
        raise SystemExit(f"{server.name} {path}: {status} {answer[:300]}")
    return json.loads(answer)["data"]


def get_info(server, seconds=4):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f'''wrk.method = "POST"\nwrk.body = \'{json.dumps({"url": TITLE})}\'\nwrk.headers["Content-Type"] = "application/json"\nwrk.headers["X-API-Key"] = "{KEY}"\n''')
        script.flush()
        text = subprocess.run(["wrk", "-t2", "-c64", f"-d{seconds}s", "-s", script.name, f"http://127.0.0.1:{server.port}/api/getinfo"], capture_output=True, text=True, check=True).stdout
    if bad := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
        raise SystemExit(f"{server.name}: {bad[0]}")
    return {"requests/s": float(re.search(r"Requests/sec: +([\d.]+)", text)[1])}


def memory_of(server, field):
    return int(re.search(field + r":\s+(\d+)", pathlib.Path(f"/proc/{server.process.pid}/status").read_text())[1]) / 1024


def cached(folder, options):
    pages = Pages()
    kule = Kule(prepare(folder, "cached"), options.kule, KULE_TITLES_BASE_URL=pages.url, KULE_TITLES_PACE_MS="0")
    try:
        info = call(kule, "POST", "/api/getinfo", {"url": TITLE})
        express = Express(prepare(folder, "express"), b"title:81616256:tr", json.dumps(info).encode())
        try:
            if call(express, "POST", "/api/getinfo", {"url": TITLE}) != info:
                raise SystemExit("the two do not answer alike")
            compare("POST /api/getinfo from the cache, 64 connections, against Express and node-redis", lambda: get_info(kule), lambda: get_info(express), options.runs, "express")
        finally:
            express.stop()
    finally:
        kule.stop()
        pages.stop()


def scrape(folder, options, count=10_000):
    print(f"\n{count:,} titles by one batch, no pacing", flush=True)
    pages = Pages()
    kule = Kule(prepare(folder, "scrape"), options.kule, KULE_TITLES_BASE_URL=pages.url, KULE_TITLES_PACE_MS="0")
    try:
        before = memory_of(kule, "VmRSS")
        begun = time.monotonic()
        batch = call(kule, "POST", "/api/titles/batches", {"urls": [f"https://www.netflix.com/tr/title/{number}" for number in range(1, count + 1)]})
        while (now := call(kule, "GET", f"/api/titles/batches/{batch['id']}"))["state"] == "running":
            time.sleep(0.2)
        spent = time.monotonic() - begun
        sizes = call(kule, "GET", "/api/titles/state")["database"]["sizes"]
        print(f"  {now['succeeded'] / spent:.0f} pages/s, {now['succeeded']} succeeded, {now['failed']} failed, {sizes['titles']} stored, {sizes['pages']} pages kept")
        print(f"  memory of the engine {before:.0f} MiB before, {memory_of(kule, 'VmHWM'):.0f} MiB at most", flush=True)
    finally:
        kule.stop()
        pages.stop()


INTRODUCTION = {"commands": [{"command": "start", "text": {"tr": "Merhaba"}}, {"command": "help", "text": {"tr": "Yardım"}}]}


def bots_of(folder, options, stand, count):
    """A Kule that runs so many introduction bots."""
    tokens, settings = {}, stand.environment(KULE_SECRETS="env")
    kule = Kule(prepare(folder, f"bots{count}-{time.monotonic_ns()}"), options.kule, **settings)
    for number in range(1, count + 1):
        stand.do("bot", token=f"{number}:AA", username=f"b{number}_bot")
        made = call(kule, "POST", "/api/bots", {"name": f"b{number}", "kind": "introduction", "enabled": True, "config": INTRODUCTION})
        tokens["KULE_SECRET_BOT_" + made["id"].replace("-", "_").upper() + "_TOKEN"] = f"{number}:AA"
    kule.stop()
    kule = Kule(kule.folder, options.kule, **settings, **tokens)
    names = call(kule, "GET", "/api/bots") if count else []
    while not all(bot["state"] == "running" for bot in names):
        time.sleep(0.1)
        names = call(kule, "GET", "/api/bots")
    time.sleep(1)
    return kule


class EpollTelegram(Server):
    """A stand-in of Telegram that is no bottleneck: people say /start, each once, and it times their answers."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def drill(self, count, at_once=1, pause=0.0):
        self.process.stdin.write(f"{count} {at_once} {int(pause * 1e6)}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def environment(self, **more):
        return {"KULE_TELEGRAM_BASE_URL": self.url, **more}

    def do(self, what, **more):
        """It knows every bot."""


def replies(folder, options):
    """One person after another, no faster than Telegram's limits let the answers go; and 100 people at once, without limits."""
    stand_in, whole_bot = (str(pathlib.Path(options.epoll).with_name(name)) for name in ("telegram_epoll", "bench_replies"))
    if not os.path.exists(stand_in) or not os.path.exists(whole_bot):
        return
    peer = [PYTHON, str(HERE / "peers" / "telegram_urllib.py")]

    def p50(stand):
        stand.drill(20, pause=0.04)
        return {"p50 ms": stand.drill(150, pause=0.04)["p50_us"] / 1000}

    def flood(stand):
        stand.drill(2000, at_once=100)
        return {"updates/s": 10_000 / stand.drill(10_000, at_once=100)["seconds"]}

    def with_bot(measure, *words, more=()):
        stand = EpollTelegram(stand_in)
        process = subprocess.Popen([*words, stand.url, "1:AA", *more], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        try:
            return measure(stand)
        finally:
            process.terminate()
            process.wait()
            stand.stop()

    def with_kule():
        stand = EpollTelegram(stand_in)
        kule = bots_of(folder, options, stand, 1)
        try:
            return p50(stand)
        finally:
            kule.stop()
            stand.stop()
    compare("an update in to its reply out, one bot; against the stand-in's own time (a Python loop over two kept connections)", with_kule, lambda: with_bot(p50, *peer, more=["raw"]), options.runs, "own")
    compare("the same against a plain Python loop over urllib", with_kule, lambda: with_bot(p50, *peer), options.runs, "loop")
    compare("updates answered in a second, 100 people at once, one bot without Telegram's limits", lambda: with_bot(flood, whole_bot), lambda: with_bot(flood, *peer), options.runs, "loop")


def idle_bots(folder, options, count=50):
    sys.path.insert(0, str(HERE.parent / "e2e"))
    from telegram_stand import TelegramStand
    stand = TelegramStand()
    figures = []
    try:
        for bots in (0, count):
            kule = bots_of(folder, options, stand, bots)
            time.sleep(3)
            before = seconds_of([kule.process.pid])
            time.sleep(10)
            figures.append((seconds_of([kule.process.pid]) - before, memory_of(kule, "VmRSS")))
            kule.stop()
    finally:
        stand.close()
    (cpu0, memory0), (cpu, memory) = figures
    print(f"\n{count} polling bots idle: {(cpu - cpu0) * 10:.2f} % of a core beyond the {cpu0 * 10:.2f} % without them, {(memory - memory0) / count:.2f} MiB each", flush=True)


def compare(title, ours, theirs, runs, peer="flask"):
    """Runs both in turn; prints the medians and how they stand to each other."""
    rows = {"kule": [], peer: []}
    for run in range(runs):
        for name, measure in (("kule", ours), (peer, theirs)) if run % 2 == 0 else ((peer, theirs), ("kule", ours)):
            rows[name].append(measure())
    print(f"\n{title}  (median of {runs})")
    for column in rows["kule"][0]:
        a, b = (statistics.median(row[column] for row in rows[name]) for name in ("kule", peer))
        print(f"  {column:15} kule {a:10.2f}   {peer} {b:10.2f}   kule/{peer} {a / b:6.2f}", flush=True)


def ended_job(kule, stamps):
    """The id of a job that has run."""
    number = stamps.ticket()
    _, body = Connection(kule.port).send(kule.run_request(stamps.path, number))
    stamps.wait(number)
    time.sleep(1)
    return json.loads(body)["job_id"]


def extraction(program, folder, runs):
    peer = node_peers()
    subprocess.run([program, "--write", folder], check=True)

    def measure(words):
        return json.loads(subprocess.run([*words, "2"], capture_output=True, check=True).stdout)
    for page in sorted(pathlib.Path(folder).glob("*.html")):
        ours, theirs = [program, page], ["node", peer / "cheerio_titles.mjs", page]
        if measure(ours)["data"] != measure(theirs)["data"]:
            raise SystemExit(f"{page.name}: the two read different things")
        compare(f"extraction of {page.stem}", lambda: {"pages/s": measure(ours)["pages_per_s"]}, lambda: {"pages/s": measure(theirs)["pages_per_s"]}, runs, "cheerio")


def prepare(folder, name):
    path = os.path.join(folder, name)
    os.makedirs(f"{path}/packages")
    pathlib.Path(f"{path}/packages/stamp.py").write_text(STAMP)
    return path


def idle(kule):
    print("\nidle", flush=True)
    time.sleep(2)
    pids = processes_of(kule.process.pid)
    before = seconds_of(pids)
    time.sleep(10)
    spent = seconds_of(pids) - before
    memory = [int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024 for pid in pids]
    print(f"  engine {memory[0]:.1f} MiB, its {len(pids) - 1} Python processes {sum(memory[1:]):.1f} MiB (shared pages counted in each)")
    print(f"  processor time in 10 s: {spent * 1000:.0f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kule", default=str(HERE.parents[1] / "build/release/bin/kule"))
    parser.add_argument("--epoll", default=str(HERE.parents[1] / "build/bench/bin/epoll_responder"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("what", nargs="*", default=["dispatch", "flight", "http", "floor", "idle", "million", "extraction", "cached", "scrape", "bots"])
    parser.add_argument("--pages", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.pages:
        return asyncio.run(Pages.serve())
    million = pathlib.Path(options.epoll).with_name("bench_million")
    if "million" in options.what and million.exists():
        print("\nlists of 1,000,000 jobs and 100,000 reports", flush=True)
        subprocess.run([million], check=True)
    bench_extraction = pathlib.Path(options.epoll).with_name("bench_extraction")
    if "extraction" in options.what and bench_extraction.exists() and shutil.which("node"):
        with tempfile.TemporaryDirectory(prefix="kule-bench-") as folder:
            extraction(bench_extraction, folder, options.runs)
    with tempfile.TemporaryDirectory(prefix="kule-bench-") as folder:
        if "cached" in options.what and all(map(shutil.which, ("wrk", "node", "redis-server"))):
            cached(folder, options)
        if "scrape" in options.what:
            scrape(folder, options)
        if "bots" in options.what:
            replies(folder, options)
            idle_bots(folder, options)
            if (announce := pathlib.Path(options.epoll).with_name("bench_announce")).exists():
                print("\none announcement to 100,000 subscriptions", flush=True)
                subprocess.run([announce], check=True)
        if not set(options.what) - {"million", "extraction", "cached", "scrape", "bots"}:
            return
        stamps = Stamps(folder)
        kule = Kule(prepare(folder, "kule"), options.kule)
        try:
            if "idle" in options.what:
                idle(kule)
            if {"dispatch", "flight"} & set(options.what):
                flask = Flask(prepare(folder, "flask"))
                try:
                    if "dispatch" in options.what:
                        compare("POST /run to the first line of boot, one at a time", lambda: paced(kule, stamps), lambda: paced(flask, stamps), options.runs)
                    for width in (8, 32) if "flight" in options.what else ():
                        compare(f"{width} in flight", lambda: in_flight(kule, stamps, width), lambda: in_flight(flask, stamps, width), options.runs)
                finally:
                    flask.stop()
            if "http" in options.what and shutil.which("wrk"):
                gunicorn = Flask(prepare(folder, "gunicorn"), gunicorn=True)
                try:
                    job = ended_job(kule, stamps)
                    compare("GET /livez, 64 connections, against gunicorn -w 2", lambda: wrk(kule, "/livez"), lambda: wrk(gunicorn, "/livez"), options.runs)
                    compare("GET /api/jobs/{id} with a key, against GET / with a key", lambda: wrk(kule, f"/api/jobs/{job}"), lambda: wrk(gunicorn, "/"), options.runs)
                finally:
                    gunicorn.stop()
            if "floor" in options.what and shutil.which("wrk") and os.path.exists(options.epoll):
                epoll = Epoll(options.epoll)
                try:
                    job = ended_job(kule, stamps)
                    for path, title in ((f"/api/jobs/{job}", "GET /api/jobs/{id} with a key"), ("/livez", "GET /livez")):
                        compare(f"{title}, 64 connections, against a bare epoll responder", lambda: wrk(kule, path), lambda: wrk(epoll, path), options.runs, "epoll")
                finally:
                    epoll.stop()
        finally:
            kule.stop()


if __name__ == "__main__":
    main()

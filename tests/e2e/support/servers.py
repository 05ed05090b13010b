# SPDX-License-Identifier: GPL-3.0-or-later
"""A real redis-server or PostgreSQL for a test: on a free port of loopback, in a folder of its own, stopped by its process id.
PostgreSQL refuses to run as root, so there it runs as the user postgres. Standard library only."""
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile

from .engine import until


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Server:
    """start() after stop() finds what was there."""

    def __init__(self):
        self.port = free_port()
        self.process = None
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command(), cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(self.is_ready, f"{type(self).__name__} on port {self.port}")

    def stop(self):
        self.freeze(False)
        self.process.send_signal(signal.SIGINT)  # of PostgreSQL: without waiting for its clients
        self.process.wait(30)

    def freeze(self, is_frozen):
        for pid in self.pids():
            try:
                os.kill(pid, signal.SIGSTOP if is_frozen else signal.SIGCONT)
            except ProcessLookupError:
                pass

    def pids(self):
        """It and its children, which serve the connections."""
        pid = self.process.pid
        return [pid, *map(int, pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]

    def close(self):
        self.stop()


class Redis(Server):
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="kule-redis-")
        super().__init__()
        self.url = f"redis://:secret-word@127.0.0.1:{self.port}/0"

    def command(self):
        return ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--requirepass", "secret-word", "--save", "", "--appendonly", "no", "--dir", self.folder]

    def is_ready(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            return True
        except OSError:
            return False

    def close(self):
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres(Server):
    def __init__(self):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = subprocess.run(self.as_user("mktemp", "-d"), capture_output=True, text=True, check=True, cwd="/").stdout.strip()
        subprocess.run(self.as_user("sh", "-c", 'echo secret-word > "$0"', f"{self.folder}/password"), check=True, cwd="/")
        subprocess.run(self.as_user(f"{self.programs}/initdb", "-D", f"{self.folder}/data", "-U", "kule", "--auth=scram-sha-256", "--pwfile", f"{self.folder}/password",
                                    "-E", "UTF8", "--no-sync"), check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        super().__init__()
        self.url = f"postgresql://kule:secret-word@127.0.0.1:{self.port}/postgres"

    @staticmethod
    def as_user(*words):
        return [*(["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []), *words]

    def command(self):
        return self.as_user(f"{self.programs}/postgres", "-D", f"{self.folder}/data", "-p", str(self.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                            "-c", "fsync=off")

    def is_ready(self):
        return subprocess.run([f"{self.programs}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode == 0

    def close(self):
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)

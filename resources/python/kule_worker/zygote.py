# SPDX-License-Identifier: GPL-3.0-or-later
"""The warm parent: small and single-threaded, it forks idle one-shot children ahead of need, passes their descriptors to
the engine, reports how each ended, and kills what a job left behind. It ends, with all below it, when the engine does."""
import gc
import json
import os
import select
import signal
import struct
import traceback
# The bare ones: what the modules around them add for people is memory that each fork pays for.
from _signal import signal as set_signal
from _socket import SCM_RIGHTS, SOL_SOCKET, socket, socketpair

from kule_worker import job, system
from kule_worker.channel import LENGTH, Channel, frame

SIGCHLD, SIG_DFL = int(signal.SIGCHLD), int(signal.SIG_DFL)
SOON_MS = 5
REHEARSALS = 16  # CPython 3.11 rewrites code for the types it meets in the first eight calls


class Zygote:
    def __init__(self, descriptor):
        self._engine = socket(fileno=descriptor)
        os.set_inheritable(descriptor, False)
        self._pid = os.getpid()
        self._inbox = bytearray()
        self._children = set()
        self._wanted = 0
        self._crash_log = job.prepare()
        self._wake, wake = os.pipe()
        for end in (self._wake, wake):
            os.set_blocking(end, False)
        self._wake_writer = wake
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        set_signal(signal.SIGCHLD, lambda *_: None)

    def run(self):
        poll = select.poll()
        poll.register(self._engine, select.POLLIN)
        poll.register(self._wake, select.POLLIN)
        while True:
            for descriptor, _ in poll.poll(0 if self._wanted else None):
                if descriptor == self._wake:
                    self._reap()
                elif not self._listen():
                    return self._end()
            if self._wanted:
                self._wanted -= 1
                self._fork()

    def _listen(self):
        data = self._engine.recv(65536)
        self._inbox += data
        while len(self._inbox) >= LENGTH.size:
            end = LENGTH.size + LENGTH.unpack_from(self._inbox)[0]
            if len(self._inbox) < end:
                break
            message = json.loads(self._inbox[LENGTH.size:end])
            del self._inbox[:end]
            if message["type"] == "fork":
                self._wanted += message["count"]
            elif message["type"] == "signal" and message["pid"] in self._children:
                system.kill_group(message["pid"], message["signal"])
        return bool(data)

    def _fork(self):
        try:
            engine_end, child_end = socketpair()
            log, output = os.pipe()
            pid = os.fork()
        except OSError as problem:
            self._engine.sendall(frame({"type": "trouble", "error": str(problem)}))
            return
        if pid == 0:
            os.close(log)
            engine_end.close()
            self._become_child(child_end.detach(), output, self._pid)
        self._children.add(pid)
        self._engine.sendmsg([frame({"type": "warm", "pid": pid})],
                             [(SOL_SOCKET, SCM_RIGHTS, struct.pack("ii", engine_end.fileno(), log))])
        for descriptor in (log, output):
            os.close(descriptor)
        engine_end.close()
        child_end.close()

    def _become_child(self, control, output, parent):
        try:
            signal.set_wakeup_fd(-1)
            set_signal(SIGCHLD, SIG_DFL)
            os.close(self._wake)
            os.close(self._wake_writer)
            self._engine.close()
            os.setsid()
            system.die_with_parent(parent)
            system.keep_descendants()
            os.dup2(output, 1)
            os.dup2(output, 2)
            os.dup2(output, self._crash_log, inheritable=False)
            os.close(output)
            channel = Channel(control, control)
            if not self._comes_soon(control):
                job.touch(channel)
            job.serve(channel)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(70)

    @staticmethod
    def _comes_soon(control):
        # Under load there is an order for each new child, which would wait for what it does before.
        poll = select.poll()
        poll.register(control, select.POLLIN)
        return bool(poll.poll(SOON_MS))

    def _reap(self):
        try:
            while os.read(self._wake, 4096):
                pass
        except BlockingIOError:
            pass
        ended = []
        while self._children:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if pid == 0:
                break
            if pid in self._children:
                self._children.discard(pid)
                ended.append((pid, status))
        # First the left-overs, then the news: whoever hears of the end finds the pipes at their end too.
        for pid, _ in ended:
            system.kill_rest_of_group(pid)
        self._kill_strays()
        for pid, status in ended:
            self._engine.sendall(frame({"type": "exited", "pid": pid, "status": status}))

    def _kill_strays(self):
        # A job's process keeps its own orphans while it lives; so a child that is not ours was left behind by a dead one.
        for _ in range(1000):
            strays = [pid for pid in system.children() if pid not in self._children]
            if not strays:
                return
            for pid in strays:
                system.kill_group(pid, signal.SIGKILL)
            for pid in strays:
                try:
                    os.waitpid(pid, 0)
                except ChildProcessError:
                    pass

    def _end(self):
        for pid in self._children:
            system.kill_group(pid, signal.SIGKILL)
        self._children = set()
        self._kill_strays()
        os._exit(0)


def _rehearse():
    near, far = socketpair()
    channel = Channel(far.fileno(), far.fileno())
    for _ in range(REHEARSALS):
        near.sendall(frame(job.REHEARSAL))
        near.sendall(frame({"type": "go"}))
        job.rehearse(channel)
    near.close()
    far.close()


def serve(descriptor):
    os.setsid()
    system.close_inherited(descriptor)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    system.keep_descendants()
    zygote = Zygote(descriptor)
    _rehearse()
    # Frozen objects are never touched by the collector, so a child copies fewer pages.
    gc.disable()
    gc.collect()
    gc.freeze()
    try:
        zygote.run()
    except (BrokenPipeError, ConnectionResetError):
        zygote._end()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The warm parent: small and single-threaded, it forks idle one-shot children ahead of need, passes their descriptors to
the engine, reports how each ended, and kills what a job left behind. It ends, with all below it, when the engine does."""
import gc
import os
import select
import signal
import traceback
# The bare ones, and by their names: what is around them is memory that each fork pays for, and so is each object on the way.
from _signal import SIG_DFL, SIGCHLD, SIGKILL, set_wakeup_fd, signal as set_signal
from _socket import SCM_RIGHTS, SOL_SOCKET, socket, socketpair
from os import WNOHANG, close, closerange, dup2, fork, pipe, read, setpgid, setsid, waitpid
from struct import Struct

from kule_worker import job, system
from kule_worker.channel import HEAD, frame, framed, parse

SOON_MS = 5
REHEARSALS = 16  # CPython 3.11 rewrites code for the types it meets in the first eight calls
DESCRIPTORS = Struct("ii")
CRASH_LOG, CONTROL, OURS = 3, 4, 5  # in each child: what is from OURS on is the parent's alone


class Zygote:
    def __init__(self, descriptor):
        self._engine = socket(fileno=descriptor)
        self._pid = os.getpid()
        self._inbox = b""
        self._children = set()
        self._wanted = 0
        self._wake, wake = pipe()
        for end in (self._wake, wake):
            os.set_blocking(end, False)
        set_wakeup_fd(wake, warn_on_full_buffer=False)
        set_signal(SIGCHLD, _nothing)
        self._soon = select.poll()
        self._soon.register(CONTROL, select.POLLIN)
        self._stage = job.Stage()

    def run(self):
        events = select.poll()
        events.register(self._engine, select.POLLIN)
        events.register(self._wake, select.POLLIN)
        poll, wake = events.poll, self._wake
        while True:
            for descriptor, _ in poll(0 if self._wanted else None):
                if descriptor == wake:
                    self._reap()
                elif not self._listen():
                    return self._end()
            if self._wanted:
                self._wanted -= 1
                self._fork()

    def _listen(self):
        data = self._engine.recv(4096)
        inbox = self._inbox + data
        while len(inbox) >= HEAD:
            end = HEAD + int.from_bytes(inbox[:HEAD], "big")
            if len(inbox) < end:
                break
            message = parse(str(inbox[HEAD:end], "utf-8"))
            inbox = inbox[end:]
            if message["type"] == "fork":
                self._wanted += message["count"]
            elif message["type"] == "signal" and message["pid"] in self._children:
                system.kill_group(message["pid"], message["signal"])
        self._inbox = inbox
        return bool(data)

    def _fork(self):
        try:
            engine_end, child_end = socketpair()
            log, output = pipe()
            pid = fork()
        except OSError as problem:
            self._engine.sendall(frame({"type": "trouble", "error": str(problem)}))
            return
        if pid == 0:
            self._become_child(child_end.fileno(), output)
        self._children.add(pid)
        self._engine.sendmsg((framed(b'{"type":"warm","pid":%d}' % pid),), ((SOL_SOCKET, SCM_RIGHTS, DESCRIPTORS.pack(engine_end.fileno(), log)),))
        close(log)
        close(output)
        engine_end.close()
        child_end.close()

    def _become_child(self, control, output):
        try:
            set_wakeup_fd(-1)
            set_signal(SIGCHLD, SIG_DFL)
            setpgid(0, 0)  # no session: the scheduler of Linux would make a group for each
            system.belong_to(self._pid)
            dup2(output, 1)
            dup2(output, 2)
            dup2(output, CRASH_LOG, False)
            dup2(control, CONTROL, False)
            closerange(OURS, output + 1)  # nothing is above it
            stage = self._stage
            stage.channel.open(CONTROL, CONTROL)
            # Under load there is an order for each new child, which would wait for what it does before.
            if not self._soon.poll(SOON_MS):
                job.touch(stage)
            job.serve(stage)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(70)

    def _reap(self):
        read(self._wake, 4096)
        ended = []
        while self._children:
            try:
                pid, status = waitpid(-1, WNOHANG)
            except ChildProcessError:
                break
            if pid == 0:
                break
            if pid in self._children:
                self._children.remove(pid)
                ended.append((pid, status))
        # First the left-overs, then the news: whoever hears of the end finds the pipes at their end too.
        self._kill_strays(ended)
        for ending in ended:
            self._engine.sendall(framed(b'{"type":"exited","pid":%d,"status":%d}' % ending))

    def _kill_strays(self, ended=()):
        # A job's process keeps its own orphans while it lives; so a child that is not ours was left behind by a dead one.
        strays = system.children()
        if strays is not None and strays <= self._children:
            return
        for pid, _ in ended:
            system.kill_rest_of_group(pid)
        for _ in range(1000):
            strays = (system.children() or set()) - self._children
            if not strays:
                return
            for pid in strays:
                system.kill_group(pid, SIGKILL)
            for pid in strays:
                try:
                    waitpid(pid, 0)
                except ChildProcessError:
                    pass

    def _end(self):
        for pid in self._children:
            system.kill_group(pid, SIGKILL)
        self._children = set()
        self._kill_strays()
        os._exit(0)


def _nothing(*_):
    pass


def _rehearse():
    near, far = socketpair()
    for _ in range(REHEARSALS):
        stage = job.Stage()
        stage.channel.open(far.fileno(), far.fileno())
        near.sendall(frame(job.REHEARSAL))
        near.sendall(frame({"type": "go"}))
        job.rehearse(stage)
    near.close()
    far.close()


def _make_room(descriptor):
    """Leaves the numbers below OURS to the children; returns the engine's new one."""
    moved = os.dup(descriptor)
    while moved < OURS:
        moved = os.dup(descriptor)
    closerange(CRASH_LOG, moved)
    for number in (CRASH_LOG, CONTROL):
        dup2(2, number, False)
    return moved


def serve(descriptor):
    setsid()
    system.close_inherited(descriptor)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    system.keep_descendants()
    engine = _make_room(descriptor)
    job.prepare(CRASH_LOG)
    zygote = Zygote(engine)
    _rehearse()
    # Frozen objects are never touched by the collector, so a child copies fewer pages.
    gc.disable()
    gc.collect()
    gc.freeze()
    try:
        zygote.run()
    except (BrokenPipeError, ConnectionResetError):
        zygote._end()

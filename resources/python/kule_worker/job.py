# SPDX-License-Identifier: GPL-3.0-or-later
"""One job in this process, from the engine's "run" to the process's end. Nothing here survives it."""
import atexit
import faulthandler
import json
import os
import signal
import sys
# The bare ones, and by their names: each object on the way to them is a page that a fork copies when it counts a use of it.
from _signal import SIGTERM, signal as set_signal
from binascii import a2b_base64, b2a_base64
from gc import enable as enable_gc
from json.encoder import encode_basestring_ascii as quoted
from os import _exit as leave

from kule_worker import browser, report, script, system
from kule_worker.channel import Channel, frame, framed, parse
from kule_worker.injected import Injected

MAX_RESULT = 1024 * 1024
REHEARSAL = {"type": "run", "job": "", "path": "./rehearsal.py", "source": b2a_base64(b"def boot():\n    pass\n").decode(), "args": "[]", "kwargs": "{}"}
CHANNEL_LOST = 97  # the engine knows this status: the script closed our descriptors, so the result could not leave

_jsoned = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class Stopped(SystemExit):
    """SIGTERM from the engine as an exception, so that the script's finally and with blocks run."""
    __module__ = "builtins"  # how tracebacks print it


def _stop(_number, _frame):
    # Once: a second one, to the group and to us, would break into the script's finally or into the report.
    signal.signal(signal.SIGTERM, lambda *_: None)
    raise Stopped(128 + signal.SIGTERM)


def prepare(crash_log):
    """All that is the same for each job, once; a warm parent does it for all its children. crash_log: a descriptor of our own,
    for a script that closes or replaces its standard error still leaves its stack."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = sys.__stdin__ = _stream(0, "r")
    sys.stdout = sys.__stdout__ = _stream(1, "w")
    sys.stderr = sys.__stderr__ = _stream(2, "w")
    faulthandler.enable(crash_log)


class Stage:
    """What a job comes upon, made ahead of it; a warm parent makes it once for all its children."""

    def __init__(self):
        self.channel = Channel()
        self.injected = Injected(self.channel)
        self.module = script.blank(self.injected.names())


def serve(stage, watch=None):
    """Waits for the job, makes it ready, waits for the word to go, runs it, ends the process. After prepare()."""
    enable_gc()
    channel = stage.channel
    message = channel.receive()
    if message is None:
        leave(0)
    task = _ready(stage, message)
    if channel.receive() is None:
        leave(0)
    set_signal(SIGTERM, _stop)
    if watch is not None:
        watch(channel)
    status, ending = _run(stage, message, task)
    _leave(status, ending, channel)


def rehearse(stage):
    """Runs the job that the channel holds and takes back what it changed, for a warm parent: what the interpreter learns of
    the code on the way is then in pages that all children share, instead of being learnt in each one's own copy."""
    channel = stage.channel
    message = channel.receive()
    task = _ready(stage, message)
    channel.receive()
    _, ending = _run(stage, message, task)
    browser.quit_forgotten()
    _flush()
    channel.finish(ending)
    script.forget(stage.module)
    del os.environ["KULE_JOB_ID"]


def touch(stage):
    """A fork copies each page when it first touches it: for one that idles, those that making a job ready takes are copied now."""
    stage.channel.put_back(REHEARSAL)
    _load(stage.module, stage.channel.receive())
    script.forget(stage.module)


def _stream(descriptor, mode):
    # New ones: those of the interpreter's start were made for what the descriptors were then.
    return open(descriptor, mode, buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def _ready(stage, message):
    """What _run() wants. The job is not on the disk yet, so nothing of the script runs here."""
    os.environ["KULE_JOB_ID"] = message["job"]
    browser.hub = message.get("selenium_url") or None
    try:
        task = _load(stage.module, message)
    except BaseException as problem:  # noqa: B902 - it does not compile; said when it would have run
        task = problem
    stage.channel.say_ready()
    return task


def _load(module, message):
    code = script.load(module, message["path"], a2b_base64(message["source"]))
    return code, parse(message["args"]), parse(message["kwargs"])


def _run(stage, message, task):
    """The status to leave with, and the last message, framed."""
    try:
        if isinstance(task, BaseException):
            raise task
        code, args, kwargs = task
        value = script.run(code, stage.module, args, kwargs)
        _join_threads()
        ended = 0, returned(value)
    except SystemExit as left:
        ended = (0, _RETURNED_NOTHING) if left.code in (None, 0) and type(left) is SystemExit else _raised(left, message)
    except BaseException as problem:  # noqa: B902 - whatever it is, it is the job's end and has a report
        ended = _raised(problem, message)
    stage.injected.flush()
    return ended


def _raised(problem, message):
    ending = report.of(problem, message["path"], message.get("roots", ()))
    return ending.pop("status", 0), frame(ending)


def _leave(status, ending, channel):
    if not channel.is_ours():
        leave(0)  # a fork of the job that came back from boot as well: the first one reports
    try:
        browser.quit_forgotten()
        _flush()
    except BaseException:
        pass
    if not channel.finish(ending):
        status = CHANNEL_LOST
    try:
        if atexit._ncallbacks():
            atexit._run_exitfuncs()
            _flush()
    except BaseException:
        pass
    leave(status)


def _join_threads():
    # As at the end of every Python program: threads that are not daemons finish their work; time-out and cancel still hold.
    threading = sys.modules.get("threading")  # who has none started none
    for thread in threading.enumerate() if threading else ():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _flush():
    out, err = sys.stdout, sys.stderr
    for stream in (out, err) if out is sys.__stdout__ and err is sys.__stderr__ else (out, err, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except Exception:
            pass
    system.flush_c_output()


def returned(value):
    """What boot gave back, as the last message: JSON where that holds it and is small enough, else its repr."""
    if value is None:
        return _RETURNED_NONE
    try:
        text = _jsoned(value)
        if len(text.encode()) <= MAX_RESULT:
            return _returned(text, "false")
    except (TypeError, ValueError, RecursionError):
        pass
    try:
        text = repr(value)
    except Exception as problem:
        text = f"<{type(value).__name__} whose repr raised {type(problem).__name__}>"
    cut = text.encode("utf-8", "backslashreplace")[:MAX_RESULT - 2]
    return _returned(json.dumps(cut.decode("utf-8", "ignore"), ensure_ascii=False), "true")


def _returned(result, is_repr):
    return framed(f'{{"type":"ended","how":"returned","result":{quoted(result)},"repr":{is_repr}}}'.encode())


_RETURNED_NOTHING = frame({"type": "ended", "how": "returned"})
_RETURNED_NONE = _returned("null", "false")

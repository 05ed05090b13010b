# SPDX-License-Identifier: GPL-3.0-or-later
"""One job in this process, from the engine's "run" to the process's end. Nothing here survives it."""
import atexit
import faulthandler
import gc
import json
import os
import signal
import sys
from _signal import signal as set_signal  # signal.signal looks up names for people, which costs a fork dear
from binascii import a2b_base64, b2a_base64

from kule_worker import browser, report, script, system
from kule_worker.injected import Injected

MAX_RESULT = 1024 * 1024
REHEARSAL = {"type": "run", "job": "", "path": "./rehearsal.py", "source": b2a_base64(b"def boot():\n    pass\n").decode(), "args": "[]", "kwargs": "{}"}
CHANNEL_LOST = 97  # the engine knows this status: the script closed our descriptors, so the result could not leave


class Stopped(SystemExit):
    """SIGTERM from the engine as an exception, so that the script's finally and with blocks run."""
    __module__ = "builtins"  # how tracebacks print it


def _stop(_number, _frame):
    # Once: a second one, to the group and to us, would break into the script's finally or into the report.
    signal.signal(signal.SIGTERM, lambda *_: None)
    raise Stopped(128 + signal.SIGTERM)


def prepare():
    """All that is the same for each job, once; a warm parent does it for all its children. Returns the crash log's number."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = sys.__stdin__ = _stream(0, "r")
    sys.stdout = sys.__stdout__ = _stream(1, "w")
    sys.stderr = sys.__stderr__ = _stream(2, "w")
    crash_log = os.dup(2)  # of our own: a script that closes or replaces its standard error still leaves its stack
    faulthandler.enable(crash_log)
    return crash_log


def serve(channel, watch=None):
    """Waits for the job, makes it ready, waits for the word to go, runs it, ends the process. After prepare()."""
    gc.enable()
    message = channel.receive()
    if message is None:
        os._exit(0)
    task = _ready(channel, message)
    if channel.receive() is None:
        os._exit(0)
    channel.never_block()
    set_signal(signal.SIGTERM, _stop)
    if watch is not None:
        watch(channel)
    _leave(_run(channel, *task), channel)


def rehearse(channel):
    """Runs the job that the channel holds and takes back what it changed, for a warm parent: what the interpreter learns of
    the code on the way is then in pages that all children share, instead of being learnt in each one's own copy."""
    message = channel.receive()
    task = _ready(channel, message)
    channel.receive()
    ending = _run(channel, *task)
    browser.quit_forgotten()
    _flush()
    channel.finish(ending)
    script.forget(message["path"])
    del os.environ["KULE_JOB_ID"]


def touch(channel):
    """A fork copies each page when it first touches it: for one that idles, those that making a job ready takes are copied now."""
    channel.put_back(REHEARSAL)
    _load(channel.receive(), Injected(channel))
    script.forget(REHEARSAL["path"])


def _stream(descriptor, mode):
    # New ones: those of the interpreter's start were made for what the descriptors were then.
    return open(descriptor, mode, buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def _ready(channel, message):
    """What _run() wants. The job is not on the disk yet, so nothing of the script runs here."""
    os.environ["KULE_JOB_ID"] = message["job"]
    browser.hub = message.get("selenium_url") or None
    injected = Injected(channel)
    try:
        task = _load(message, injected)
    except BaseException as problem:  # noqa: B902 - it does not compile; said when it would have run
        task = problem
    channel.send({"type": "ready"})
    return message, injected, task


def _load(message, injected):
    loaded = script.load(message["path"], a2b_base64(message["source"]), injected.names())
    return *loaded, json.loads(message["args"]), json.loads(message["kwargs"])


def _run(channel, message, injected, task):
    path = message["path"]
    ending = None
    try:
        if isinstance(task, BaseException):
            raise task
        value = script.run(*task)
        _join_threads()
        ending = returned(value)
    except SystemExit as left:
        ending = {"type": "ended", "how": "returned"} if left.code in (None, 0) and type(left) is SystemExit \
            else report.of(left, path, message.get("roots", ()))
    except BaseException as problem:  # noqa: B902 - whatever it is, it is the job's end and has a report
        ending = report.of(problem, path, message.get("roots", ()))
    injected.flush()
    return ending


def _leave(ending, channel):
    if not channel.is_ours():
        os._exit(0)  # a fork of the job that came back from boot as well: the first one reports
    status = ending.pop("status", 0)
    try:
        browser.quit_forgotten()
        _flush()
    except BaseException:
        pass
    if not channel.finish(ending):
        status = CHANNEL_LOST
    try:
        atexit._run_exitfuncs()
        _flush()
    except BaseException:
        pass
    os._exit(status)


def _join_threads():
    # As at the end of every Python program: threads that are not daemons finish their work; time-out and cancel still hold.
    threading = sys.modules.get("threading")  # who has none started none
    for thread in threading.enumerate() if threading else ():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except Exception:
            pass
    system.flush_c_output()


def returned(value):
    """What boot gave back: JSON where that holds it and is small enough, else its repr."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        if len(text.encode()) <= MAX_RESULT:
            return {"type": "ended", "how": "returned", "result": text, "repr": False}
    except (TypeError, ValueError, RecursionError):
        pass
    try:
        text = repr(value)
    except Exception as problem:
        text = f"<{type(value).__name__} whose repr raised {type(problem).__name__}>"
    cut = text.encode("utf-8", "backslashreplace")[:MAX_RESULT - 2]
    return {"type": "ended", "how": "returned", "result": json.dumps(cut.decode("utf-8", "ignore"), ensure_ascii=False),
            "repr": True}

# SPDX-License-Identifier: GPL-3.0-or-later
"""What Linux offers to keep a job's processes together; elsewhere these do nothing."""
import os
import signal
import sys
from os import O_RDONLY, _exit as leave, close, getppid, open, read

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

SIGKILL = int(getattr(signal, "SIGKILL", 9))  # a plain number: to make one of the enumeration's is dear in a fork

_prctl = None
_libc = None
try:
    # Loaded before any fork, so that a job's process only calls.
    import ctypes
    _libc = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
    if sys.platform == "linux":
        _prctl = _libc.prctl
except (ImportError, OSError):
    pass


def die_with_parent(parent):
    """SIGKILL for this process when its parent ends, or at once when that has happened already."""
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)
    if hasattr(os, "getppid") and os.getppid() != parent:
        os._exit(0)


def keep_descendants():
    """Orphans below this process become its children instead of init's, so none is lost from sight."""
    if _prctl is not None:
        _prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def belong_to(parent):
    """Both, for a fork."""
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)
        _prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    if getppid() != parent:
        leave(0)


def close_inherited(*ours):
    """All but the standard ones and ours: what the engine, or who started it, forgot to keep to itself."""
    start = 3
    for descriptor in sorted(ours):
        os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, 4096)


def flush_c_output():
    if _libc is not None:
        _libc.fflush(None)


def children():
    """Pids of this process's children; None where the kernel does not tell."""
    try:
        file = open("/proc/thread-self/children", O_RDONLY)
    except OSError:
        return None
    try:
        text = b""
        while piece := read(file, 4096):
            text += piece
        return set(map(int, text.split()))
    finally:
        close(file)


def kill_group(pid, number):
    """To the process and the group that it leads."""
    for send in (os.killpg, os.kill):
        _send(send, pid, number)


def kill_rest_of_group(pid):
    """Its leader has been waited for: never to the pid alone, which may be somebody else's by now."""
    _send(os.killpg, pid, signal.SIGKILL)


def _send(send, pid, number):
    try:
        send(pid, number)
    except (ProcessLookupError, PermissionError):
        pass

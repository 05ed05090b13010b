# SPDX-License-Identifier: GPL-3.0-or-later
"""One interpreter started ahead, by means that every platform has: commands come by standard input, control leaves by a
copy of what was standard output, and the job's own output is standard error."""
import os
import signal
import sys

from kule_worker import job, system


def serve(engine):
    if hasattr(os, "setsid"):
        os.setsid()
        system.die_with_parent(engine)
        system.keep_descendants()
    system.close_inherited()
    commands = os.dup(0)
    control = os.dup(1)
    os.dup2(2, 1, inheritable=True)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0, inheritable=True)
    os.close(null)
    job.prepare(os.dup(2))
    stage = job.Stage()
    stage.channel.open(commands, control)
    job.serve(stage, None if sys.platform == "linux" else _watch)


def _watch(channel):
    """Where neither signals nor the kernel tell: a thread waits for "stop" and for the engine's end."""
    import threading

    def wait():
        while True:
            message = channel.receive()
            if message is None:
                os._exit(1)
            if message.get("type") == "stop":
                signal.raise_signal(signal.SIGTERM)

    threading.Thread(target=wait, name="kule", daemon=True).start()

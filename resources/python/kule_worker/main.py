# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry point: `zygote <engine's descriptor>` is the warm parent, `spawn <engine's pid>` one interpreter started ahead."""
import sys


def main():
    mode, number = sys.argv[1], int(sys.argv[2])
    sys.argv[:] = [""]
    if mode == "zygote":
        from kule_worker import zygote
        zygote.serve(number)
    else:
        from kule_worker import spawned
        spawned.serve(number)

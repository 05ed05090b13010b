# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python side of Kule's workers: each process runs one job, once. Standard library only, Python 3.9 and later."""

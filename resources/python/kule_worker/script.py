# SPDX-License-Identifier: GPL-3.0-or-later
"""A script's bytes as a module, and the call of its boot()."""
import importlib.machinery
import importlib.util
import linecache
import os
import sys
import types

from kule_worker import browser


class MissingBoot(Exception):
    """The file has no function boot."""
    __module__ = "builtins"  # how tracebacks print it


def load(path, source, names):
    """The script's code and the module that it will fill: all that can be done before any of it may run."""
    folder, stem = os.path.dirname(path), os.path.splitext(os.path.basename(path))[0]
    # A script's own folder is where its imports and its relative files are, wherever the engine was started.
    sys.path.insert(0, folder)
    sys.argv[:] = [path]
    try:
        os.chdir(folder)
    except OSError:
        pass
    _remember(path, source)
    code = compile(source, path, "exec", dont_inherit=True)
    module = types.ModuleType(_name(stem))
    module.__file__ = path
    module.__spec__ = importlib.machinery.ModuleSpec(module.__name__, None, origin=path)
    module.__dict__.update(names)
    module.__dict__.update(browser.names(_mentions(code, browser.SELENIUM_NAMES)))
    sys.modules[module.__name__] = module
    return code, module


def run(code, module, args, kwargs):
    exec(code, module.__dict__)
    boot = module.__dict__.get("boot")
    if not callable(boot):
        raise MissingBoot(f"{os.path.basename(module.__file__)} has no function boot(*args, **kwargs)")
    value = boot(*args, **kwargs)
    if hasattr(value, "__await__"):
        import asyncio  # half of a cold start's time, and few scripts want it

        async def awaited():
            return await value

        value = asyncio.run(awaited())
    return value


def forget(path):
    """Takes back what run() left in this interpreter."""
    sys.path.pop(0)
    sys.argv[:] = [""]
    sys.modules.pop(os.path.splitext(os.path.basename(path))[0], None)
    linecache.cache.pop(path, None)


def _name(stem):
    # The file's stem, as a loader would name it, so that pickle and dataclasses find the module; but a script called
    # json.py must not stand in for the library's.
    return f"script_{stem}" if stem in sys.modules or stem in getattr(sys, "stdlib_module_names", ()) else stem


def _remember(path, source):
    """Tracebacks and inspect show what ran, whatever the file says by then."""
    try:
        text = importlib.util.decode_source(source)
    except (SyntaxError, UnicodeDecodeError):
        text = source.decode("utf-8", "replace")
    linecache.cache[path] = (len(source), None, text.splitlines(keepends=True), path)


def _mentions(code, names):
    if names.intersection(code.co_names):
        return True
    return any(_mentions(inner, names) for inner in code.co_consts if isinstance(inner, types.CodeType))

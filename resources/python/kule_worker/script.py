# SPDX-License-Identifier: GPL-3.0-or-later
"""A script's bytes as a module, and the call of its boot()."""
import importlib.machinery
import importlib.util
import linecache
import sys
import types
from codecs import BOM_UTF8 as BOM
from os import chdir
from os.path import basename, split

from kule_worker import browser


class MissingBoot(Exception):
    """The file has no function boot."""
    __module__ = "builtins"  # how tracebacks print it


def blank(names):
    """The module that a script will fill, with what it finds there without importing it. Made ahead of the script."""
    module = types.ModuleType("script")
    module.__file__ = None
    module.__spec__ = importlib.machinery.ModuleSpec("script", None)
    module.__dict__.update(names)
    return module


def load(module, path, source):
    """The script's code, and the module made its own: all that can be done before any of it may run."""
    folder, name = split(path)
    # A script's own folder is where its imports and its relative files are, wherever the engine was started.
    sys.path.insert(0, folder)
    sys.argv[:] = (path,)
    try:
        chdir(folder)
    except OSError:
        pass
    _remember(path, source)
    code = compile(source, path, "exec", dont_inherit=True)
    name = _name(name.rpartition(".")[0] or name)
    spec = module.__spec__
    module.__name__ = spec.name = name
    module.__file__ = spec.origin = path
    if _mentions(code, browser.SELENIUM_NAMES):
        module.__dict__.update(browser.real_names())
    sys.modules[name] = module
    return code


def run(code, module, args, kwargs):
    exec(code, module.__dict__)
    boot = module.__dict__.get("boot")
    if not callable(boot):
        raise MissingBoot(f"{basename(module.__file__)} has no function boot(*args, **kwargs)")
    value = boot(*args, **kwargs)
    if hasattr(value, "__await__"):
        import asyncio  # half of a cold start's time, and few scripts want it

        async def awaited():
            return await value

        value = asyncio.run(awaited())
    return value


def forget(module):
    """Takes back what load() left in this interpreter."""
    sys.path.pop(0)
    sys.argv[:] = ("",)
    del sys.modules[module.__name__]
    linecache.cache.pop(module.__file__, None)


def _name(stem):
    # The file's stem, as a loader would name it, so that pickle and dataclasses find the module; but a script called
    # json.py must not stand in for the library's.
    return f"script_{stem}" if stem in sys.modules or stem in getattr(sys, "stdlib_module_names", ()) else stem


def _remember(path, source):
    """Tracebacks and inspect show what ran, whatever the file says by then."""
    try:
        is_plain = b"coding" not in source and not source.startswith(BOM)
        text = source.decode() if is_plain else importlib.util.decode_source(source)
    except (SyntaxError, UnicodeDecodeError):
        text = source.decode("utf-8", "replace")
    linecache.cache[path] = (len(source), None, text.splitlines(keepends=True), path)


def _mentions(code, names):
    if not names.isdisjoint(code.co_names):
        return True
    for inner in code.co_consts:
        if type(inner) is types.CodeType and _mentions(inner, names):
            return True
    return False

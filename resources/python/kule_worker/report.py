# SPDX-License-Identifier: GPL-3.0-or-later
"""An exception as the engine keeps it: type, sentence, traceback, the chain of causes, frames. Never raises."""
import os
import site
import sysconfig
import traceback

OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep
MAX_CHAIN = 50
MAX_FRAMES = 100
MAX_TEXT = 256 * 1024
MAX_LINE = 4000

_libraries = None


def of(problem, path, roots):
    """The "ended" message for an exception that nobody caught."""
    own = _Own(path, roots)
    _drop_our_frames(problem, set())
    chain = []
    _walk(problem, "", chain, set(), own)
    ending = {"type": "ended", "how": "raised", "class": chain[0]["type"], "error": chain[0]["error"], "status": 1,
              "traceback": _traceback(problem), "chain": chain, "frames": chain[0]["frames"],
              "memory": isinstance(problem, MemoryError)}
    if isinstance(problem, SystemExit):
        ending["status"] = ending["exit_code"] = problem.code & 0xff if isinstance(problem.code, int) else 1
    return ending


class _Own:
    """Whether a frame is the user's: under a script root or the script's folder, and not in a library below it."""

    def __init__(self, path, roots):
        self._roots = tuple(os.path.join(root, "") for root in (os.path.dirname(path), *roots))
        self._libraries = _library_folders()

    def __call__(self, file):
        if file.startswith("<") or file.startswith(OURS) or f"{os.sep}site-packages{os.sep}" in file:
            return False
        return file.startswith(self._roots) and not (self._libraries and file.startswith(self._libraries))


def _library_folders():
    global _libraries
    if _libraries is None:
        folders = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
        folders.update(getattr(site, "getsitepackages", list)())
        _libraries = tuple(os.path.join(folder, "") for folder in folders if folder)
    return _libraries


def _drop_our_frames(problem, seen):
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        step = problem.__traceback__
        while step is not None and step.tb_frame.f_code.co_filename.startswith(OURS) and step.tb_next is not None:
            step = step.tb_next
        if step is not None and step.tb_frame.f_code.co_filename.startswith(OURS):
            step = None
        problem.__traceback__ = step
        for member in _members(problem):
            _drop_our_frames(member, seen)
        _drop_our_frames(problem.__cause__, seen)
        problem = problem.__context__


def _walk(problem, relation, chain, seen, own):
    if problem is None or id(problem) in seen or len(chain) >= MAX_CHAIN:
        return
    seen.add(id(problem))
    chain.append({"type": type_name(type(problem)), "error": sentence(problem), "relation": relation,
                  "frames": _frames(problem, own)})
    for member in _members(problem):
        _walk(member, "group", chain, seen, own)
    if problem.__cause__ is not None:
        _walk(problem.__cause__, "cause", chain, seen, own)
    elif not problem.__suppress_context__:
        _walk(problem.__context__, "context", chain, seen, own)


def _members(problem):
    members = getattr(problem, "exceptions", None)  # of an ExceptionGroup, also that of the backport
    if not isinstance(members, (tuple, list)):
        return ()
    return [member for member in members if isinstance(member, BaseException)]


def type_name(kind):
    module = getattr(kind, "__module__", "builtins")
    short = module in ("builtins", "__main__") or module.startswith("kule_worker")
    return str(kind.__qualname__ if short else f"{module}.{kind.__qualname__}")


def sentence(problem):
    """The first line that says something; the type's name when none does."""
    try:
        text = str(problem)
    except BaseException:
        text = "(its text cannot be made)"
    if isinstance(problem, SystemExit):
        text = f"exit status {problem.code}" if isinstance(problem.code, int) else text
    for line in text.splitlines():
        if line.strip():
            return _clean(line.strip()[:MAX_LINE])
    return type_name(type(problem))


def _frames(problem, own):
    try:
        steps = traceback.extract_tb(problem.__traceback__)
    except BaseException:
        return []
    if len(steps) > MAX_FRAMES:
        steps = steps[:MAX_FRAMES // 2] + steps[-MAX_FRAMES // 2:]
    frames = [{"file": _clean(step.filename), "line": step.lineno or 0, "function": _clean(step.name),
               "code": _clean((step.line or "")[:500]), "own": own(step.filename)} for step in steps]
    if isinstance(problem, SyntaxError) and isinstance(problem.filename, str):
        frames.append({"file": _clean(problem.filename), "line": problem.lineno or 0, "function": "<module>",
                       "code": _clean(str(problem.text or "").strip()[:500]), "own": own(problem.filename)})
    return frames


def _traceback(problem):
    try:
        text = "".join(traceback.format_exception(type(problem), problem, problem.__traceback__))
    except BaseException:
        try:
            text = "".join(traceback.format_tb(problem.__traceback__)) + type_name(type(problem))
        except BaseException:
            text = type_name(type(problem))
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT // 2] + "\n…\n" + text[-MAX_TEXT // 2:]
    return _clean(text)


def _clean(text):
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

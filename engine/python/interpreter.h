// SPDX-License-Identifier: GPL-3.0-or-later
// Which Python runs the jobs: the setting's, else the first usable one of the PATH. Each candidate is asked what it really
// is, so a shim (pyenv) or a virtual environment is resolved. Asynchronous; on the thread that asks; never blocks it.
#pragma once
#include "base/async.h"
#include "base/clock.h"

namespace kule {

struct Interpreter
{
    QString path;    ///< sys.executable
    QString version; ///< "3.11.2"
    bool hasSelenium = false;

    /// "3.11.2 /usr/bin/python3"
    QString name() const { return version + QLatin1Char(' ') + path; }
};

/// setting: a path or a name on the PATH; empty: python3, python, or the launcher of Windows.
/// python.not_found, python.too_old, python.broken. Call it on context's thread; the answer is dropped if that dies.
Future<Result<Interpreter>> findInterpreter(const QString &setting, QObject *context, Clock &clock);

} // namespace kule

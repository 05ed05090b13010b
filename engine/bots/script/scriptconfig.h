// SPDX-License-Identifier: GPL-3.0-or-later
// What a bot of the kind script is told to run, and where that lies on this computer. Values; any thread. Runs nothing; a token
// is no part of it.
#pragma once
#include "base/result.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace kule {

/// As it was written: {"command": ["python3", "tanitim.py"], "cwd": "…", "token_env": "TOKEN", "environment": {"MODE": "dev"}}
struct ScriptConfig
{
    QStringList command;
    QString folder;                            ///< empty: the one that the file lies in
    QString tokenVariable = QStringLiteral("TOKEN");
    std::vector<std::pair<QString, QString>> environment;
};
/// bot.bad_config, naming the place.
Result<ScriptConfig> scriptConfigOf(const Json &config);

struct ScriptPlace
{
    QString folder;        ///< canonical
    QString program;       ///< canonical; empty: Python
    QStringList arguments; ///< of a Python file its canonical path in place of its name
};
/// Every file that it names lies in the script roots, links followed. Waits for the disk: pool threads only.
/// bot.bad_config and the errors of locateInRoots().
Result<ScriptPlace> locateScript(const ScriptConfig &config, const QStringList &roots);

/// "python", "python3", "python3.11", "py", with or without a folder before it.
bool isPythonProgram(const QString &word);

} // namespace kule

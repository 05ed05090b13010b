// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the window, the same words as the command line program's. Knows no engine. Any thread.
#pragma once
#include "base/result.h"
#include "settings/settings.h"

namespace kule {

struct ConsoleOptions
{
    Settings::Layer flags;
    QString keyFile;
    bool showsHelp = false;
    bool showsVersion = false;
    QString helpText;

    /// usage.* for words that it does not know.
    static Result<ConsoleOptions> parse(const QStringList &arguments);
    /// What the flag or else the environment names; empty: the platform's folder.
    QString dataFolder(const Settings::Layer &environment) const;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// A Procfile, as Heroku has it: a name and a command on each line. Which bots it means, and which lines mean none that can be run
// here. Pure; any thread. Understands a command as words, never as a shell does.
#pragma once
#include "base/text.h"
#include "base/json.h"

#include <vector>

namespace kule {

struct ProcfileLine
{
    int number = 0; ///< from 1
    QString text;
    QString name;  ///< of the bot; empty where the line is not understood
    Json config;   ///< of a bot of the kind script
    Text problem;  ///< why it is not understood; empty: it is
};
/// Of each line that is neither empty nor a comment, at most 100. folder: the cwd of all.
std::vector<ProcfileLine> readProcfile(const QString &content, const QString &folder);

} // namespace kule

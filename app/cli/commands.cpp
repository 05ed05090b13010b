// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <algorithm>
#include <array>

namespace kule::cli {
namespace {

constexpr std::array table{&serveCommand, &runCommand, &jobsCommand, &logsCommand, &fatalsCommand, &scrapeCommand, &botsCommand, &herokuCommand, &keysCommand, &exportCommand, &keepCommand, &undoCommand, &secretsCommand, &doctorCommand, &demoCommand};

} // namespace

std::span<const Command *const> commands()
{
    return table;
}

const Command *commandOf(const QString &name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Command *command) { return name == QLatin1String(command->name); });
    return found == table.end() ? nullptr : *found;
}

} // namespace kule::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// Windows shows no process the environment of another.
#include "bots/tokenholders.h"

namespace kule {

std::optional<qint64> tokenHolder(const Secret &)
{
    return std::nullopt;
}

bool holdsToken(qint64, const Secret &)
{
    return false;
}

QString endPolitely(qint64)
{
    return QStringLiteral("not on this system");
}

} // namespace kule

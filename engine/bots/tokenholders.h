// SPDX-License-Identifier: GPL-3.0-or-later
// Which processes of this computer hold a bot's token; posix/ and windows/ hold the two halves. Pool threads: it reads what the
// system tells of every process. Only processes of the same person can be looked at. Keeps nothing of what it reads.
#pragma once
#include "base/secret.h"

#include <QString>

#include <optional>

namespace kule {

/// A process, not this one nor above or below it, that has the token in its environment, on its command line or in the Python
/// file that it runs, and a socket open, as a poller must; of several the one that started the others. Nothing: none that
/// can be seen, or the system does not tell (all but Linux).
std::optional<qint64> tokenHolder(const Secret &token);
/// Whether that process holds it now.
bool holdsToken(qint64 pid, const Secret &token);
/// Tells it to end; the system's reason where that fails.
QString endPolitely(qint64 pid);

} // namespace kule

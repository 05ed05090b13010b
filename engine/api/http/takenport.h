// SPDX-License-Identifier: GPL-3.0-or-later
// What to say of a port that somebody else holds: who, and which one is free. Any thread; reads /proc, so not on one that
// must answer at once. Opens no connection.
#pragma once
#include <QHostAddress>
#include <QString>

#include <optional>
#include <vector>

namespace kule::http {

struct PortHolder
{
    qint64 pid = 0;
    QString name; ///< of the program: "python3"
};

/// The process that listens on that port, where the system tells (Linux, and only of the own user's processes).
std::optional<PortHolder> portHolder(quint16 port);

/// The next port above that all these addresses can listen on; 0 when the next hundred are taken too.
quint16 freePortAbove(quint16 port, const std::vector<QHostAddress> &addresses);

} // namespace kule::http

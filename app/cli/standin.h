// SPDX-License-Identifier: GPL-3.0-or-later
// A server on loopback that stands in for the site of titles, for the demo: one page, whatever is asked. Main thread.
#pragma once
#include <QTcpServer>

namespace kule::cli {

class StandIn : public QTcpServer
{
public:
    explicit StandIn(QByteArray page);
    /// Empty when no port could be had.
    QString url() const;
};

} // namespace kule::cli

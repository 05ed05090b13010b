// SPDX-License-Identifier: GPL-3.0-or-later
// One window for each data folder: the first listens on an owner-only local socket named after the folder, a later one
// asks it to come to the front and goes. Which engine owns the data is not decided here but by the engine's lock.
#pragma once
#include "settings/folders.h"

#include <QLocalServer>

namespace kule {

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role { First, Second };

    explicit SingleInstance(const Folders &folders, QObject *parent = nullptr);
    /// Second: another window answered and was raised. Waits half a second at most, and only where one seems to listen.
    Role claim();

Q_SIGNALS:
    void raiseAsked();

private:
    bool raiseOther() const;

    QString m_name;
    QLocalServer m_server;
};

} // namespace kule

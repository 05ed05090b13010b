// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C, SIGTERM and a closed terminal as a Qt signal on the thread that made this (the main one). One at a time: while
// it lives the process does not die of them. POSIX and Windows twins.
#pragma once
#include <QObject>

#include <memory>

namespace kule {

class StopSignals : public QObject
{
    Q_OBJECT
public:
    StopSignals();
    ~StopSignals() override;
    /// How often somebody asked so far.
    int count() const { return m_count; }

Q_SIGNALS:
    void requested();

private:
    void request()
    {
        ++m_count;
        Q_EMIT requested();
    }
    struct Hooks;
    std::unique_ptr<Hooks> m_hooks;
    int m_count = 0;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Says in the log when one event held the gui thread for more than 100 ms, and which. Costs two looks at the clock an
// event. Gui thread.
#pragma once
#include <QApplication>
#include <QElapsedTimer>

#include <functional>

namespace kule {

class StallWatch
{
public:
    static constexpr qint64 tooLongMs = 100;
    using Report = std::function<void(qint64 milliseconds, const char *receiver, QEvent::Type event)>;

    explicit StallWatch(Report report);

    /// Runs deliver and measures it, unless it runs within another delivery of the same event loop. A loop of its own
    /// (a menu, a drag) is no stall; what is delivered in it is measured for itself.
    template <class F>
    bool watch(QObject *receiver, QEvent *event, int loopLevel, F deliver)
    {
        if (loopLevel <= m_level)
            return deliver();
        const int outer = std::exchange(m_level, loopLevel);
        const bool hadLoop = std::exchange(m_hasLoop, false);
        // Afterwards neither of them may be there.
        const char *name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        QElapsedTimer timer;
        timer.start();
        const bool answer = deliver();
        if (const qint64 elapsed = timer.elapsed(); elapsed > tooLongMs && !m_hasLoop)
            m_report(elapsed, name, type);
        m_level = outer;
        m_hasLoop = hadLoop || outer > 0;
        return answer;
    }

private:
    Report m_report;
    int m_level = 0;        ///< of the event loop whose event is being delivered
    bool m_hasLoop = false; ///< it ran a loop of its own
};

/// The application object of the window.
class WatchedApplication final : public QApplication
{
    Q_OBJECT
public:
    WatchedApplication(int &argc, char **argv);
    bool notify(QObject *receiver, QEvent *event) override;

private:
    StallWatch m_watch;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stallwatch.h"

#include <QLoggingCategory>
#include <QMetaEnum>
#include <QThread>

namespace kule {
namespace {

Q_LOGGING_CATEGORY(logStall, "kule.stall", QtInfoMsg)

void say(qint64 milliseconds, const char *receiver, QEvent::Type event)
{
    const char *word = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    qCWarning(logStall).nospace() << "the window stood still for " << milliseconds << " ms: " << receiver << ", " << (word ? word : "an event of its own");
}

} // namespace

StallWatch::StallWatch(Report report)
    : m_report(std::move(report))
{
}

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_watch(say)
{
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    QThread *here = QThread::currentThread();
    if (here != thread())
        return QApplication::notify(receiver, event);
    return m_watch.watch(receiver, event, here->loopLevel(), [&] { return QApplication::notify(receiver, event); });
}

} // namespace kule

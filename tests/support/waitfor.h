// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting in a test while this thread's events go on, looking again each millisecond and after each event. After 30 s
// it gives up: false, or engine.gone for a future.
#pragma once
#include "base/async.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFloat16> // whole, for QCOMPARE of Json looks whether it converts to one
#include <QTest>
#include <QTimer>

namespace kule {

template <class Predicate>
bool waitUntil(Predicate isSo)
{
    QTimer tick;
    tick.start(1);
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return isSo();
}

template <class T>
Result<T> waitFor(const Future<Result<T>> &future)
{
    (void)waitUntil([&future] { return future.isAnswered(); });
    return future.isAnswered() ? future.wait() : Result<T>(tl::unexpected(detail::goneError()));
}

} // namespace kule

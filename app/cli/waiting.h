// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting on the main thread while its events go on: a command is a straight line, and these are its only loops.
#pragma once
#include "base/async.h"

#include "base/clock.h"

#include <QEventLoop>
#include <QTimer>

namespace kule::cli {

/// The answer of the engine, when this program holds it.
template <class T>
Result<T> awaitHere(const Future<Result<T>> &future)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    whenDone(future, &loop, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    loop.exec();
    return *answer;
}

/// Until the time is over or the sender's signal comes.
template <class Sender, class Signal>
void pause(Milliseconds time, const Sender *sender, Signal signal)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    QObject::connect(sender, signal, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace kule::cli

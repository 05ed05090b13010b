// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a constructor argument, so that tests own it. Wall time is for people and may jump; steady time is for
// durations and never does. Timers fire on their context's thread and die with it. Any thread.
#pragma once
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace kule {

using Milliseconds = std::chrono::milliseconds;

class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 wallMs() const = 0;
    /// Milliseconds since some fixed moment.
    virtual qint64 steadyMs() const = 0;

    /// Cancels its timer when destroyed.
    class Timer
    {
    public:
        virtual ~Timer() = default;
    };
    /// Calls f once on context's thread after that much steady time. Call it on context's thread.
    [[nodiscard]] virtual std::unique_ptr<Timer> after(Milliseconds delay, QObject *context, std::function<void()> f) = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
    std::unique_ptr<Timer> after(Milliseconds delay, QObject *context, std::function<void()> f) override;
};

/// "2026-11-21T00:33:09.123Z"
QByteArray isoTime(qint64 wallMs);

} // namespace kule

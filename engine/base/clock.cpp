// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QPointer>
#include <QTimer>

#include <cstdio>

namespace kule {
namespace {

class QtTimer final : public Clock::Timer
{
public:
    QtTimer(Milliseconds delay, QObject *context, std::function<void()> f)
        : m_timer(new QTimer(context))
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer, &QTimer::timeout, context, [f = std::move(f)] { f(); });
        m_timer->start(delay);
    }
    ~QtTimer() override
    {
        if (m_timer) {
            m_timer->stop();
            m_timer->deleteLater();
        }
    }
    Q_DISABLE_COPY_MOVE(QtTimer)

private:
    QPointer<QTimer> m_timer;
};

} // namespace

qint64 SystemClock::wallMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::steadyMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<Clock::Timer> SystemClock::after(Milliseconds delay, QObject *context, std::function<void()> f)
{
    return std::make_unique<QtTimer>(delay, context, std::move(f));
}

QByteArray isoTime(qint64 wallMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(wallMs)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    char buffer[40];
    const int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return QByteArray(buffer, length);
}

} // namespace kule

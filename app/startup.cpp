// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup.h"

#include "base/async.h"

namespace kule {

Startup::Startup(QObject *parent)
    : QObject(parent)
    , m_home(new QObject)
{
    m_thread.setObjectName(QStringLiteral("startup"));
    m_home->moveToThread(&m_thread);
    m_thread.start();
}

Startup::~Startup()
{
    if (m_running)
        post(m_home, [running = std::exchange(m_running, nullptr)]() mutable { running.reset(); });
    post(m_home, [home = m_home] {
        delete home;
        QThread::currentThread()->quit();
    });
    m_thread.wait();
}

void Startup::begin(StartEngine start)
{
    if (m_isStarting || m_running)
        return;
    m_isStarting = true;
    post(m_home, [this, start = std::move(start)] {
        auto result = start();
        Result<std::shared_ptr<Running>> shared = result ? Result<std::shared_ptr<Running>>(std::move(*result)) : Result<std::shared_ptr<Running>>(tl::unexpected(result.error()));
        post(this, [this, shared = std::move(shared)]() mutable {
            m_isStarting = false;
            if (shared)
                m_running = std::move(*shared);
            if (m_isEnding)
                drop();
            else if (m_running)
                Q_EMIT started();
            else
                Q_EMIT failed(shared.error());
        });
    });
}

void Startup::end()
{
    if (std::exchange(m_isEnding, true))
        return;
    if (!m_isStarting)
        drop();
}

void Startup::drop()
{
    post(m_home, [this, running = std::exchange(m_running, nullptr)]() mutable {
        running.reset();
        post(this, [this] {
            m_isEnding = false;
            Q_EMIT stopped();
        });
    });
}

} // namespace kule

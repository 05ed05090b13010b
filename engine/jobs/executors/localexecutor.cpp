// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/executors/localexecutor.h"

#include <QSemaphore>

namespace kule {

LocalExecutor::LocalExecutor(LocalExecutorOptions options, Clock &clock, const Redactor &redactor)
    : m_workforce(new Workforce(options, clock, redactor))
{
    qRegisterMetaType<AttemptRef>();
    qRegisterMetaType<Ending>();
    qRegisterMetaType<WorkerHealth>();
    // Direct: one hop from the python thread to whoever listens, not two.
    connect(m_workforce, &Workforce::started, this, &Executor::started, Qt::DirectConnection);
    connect(m_workforce, &Workforce::progressed, this, &Executor::progressed, Qt::DirectConnection);
    connect(m_workforce, &Workforce::triggered, this, &Executor::triggered, Qt::DirectConnection);
    connect(m_workforce, &Workforce::logGrown, this, &Executor::logGrown, Qt::DirectConnection);
    connect(m_workforce, &Workforce::ended, this, &Executor::ended, Qt::DirectConnection);
    connect(m_workforce, &Workforce::healthChanged, this, &Executor::healthChanged, Qt::DirectConnection);
    m_thread.setObjectName(QStringLiteral("python"));
    m_workforce->moveToThread(&m_thread);
    m_thread.start();
    post(m_workforce, [workforce = m_workforce, options = std::move(options)] {
        sweepOrphans(options.dataFolder);
        workforce->configure(options);
    });
}

LocalExecutor::~LocalExecutor()
{
    QSemaphore isDown;
    post(m_workforce, [this, &isDown] { m_workforce->shutDown([&isDown] { isDown.release(); }); });
    isDown.acquire();
    // Its sockets, notifiers and processes belong to that thread: they go there too.
    post(m_workforce, [this] {
        delete m_workforce;
        m_thread.quit();
    });
    m_thread.wait();
}

void LocalExecutor::prepare(Launch launch, std::shared_ptr<StartGate> gate)
{
    post(m_workforce, [workforce = m_workforce, launch = std::move(launch), gate = std::move(gate)]() mutable { workforce->prepare(std::move(launch), std::move(gate)); });
}

void LocalExecutor::withdraw(AttemptRef ref)
{
    post(m_workforce, [workforce = m_workforce, ref = std::move(ref)] { workforce->withdraw(ref); });
}

void LocalExecutor::launch(Launch launch)
{
    post(m_workforce, [workforce = m_workforce, launch = std::move(launch)]() mutable { workforce->launch(std::move(launch)); });
}

void LocalExecutor::stop(AttemptRef ref, StopReason reason)
{
    post(m_workforce, [workforce = m_workforce, ref = std::move(ref), reason] { workforce->stop(ref, reason); });
}

Future<Result<WorkerHealth>> LocalExecutor::health()
{
    return ask(m_workforce, [workforce = m_workforce]() -> Result<WorkerHealth> { return workforce->health(); });
}

void LocalExecutor::configure(LocalExecutorOptions options)
{
    post(m_workforce, [workforce = m_workforce, options = std::move(options)] { workforce->configure(options); });
}

} // namespace kule

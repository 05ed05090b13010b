// SPDX-License-Identifier: GPL-3.0-or-later
// Runs attempts on this machine. Owns the thread `python`, on which workers, their channels and the writing of logs live;
// calls may come from any thread, signals leave from that one (connect with a context). Never forks this process.
#pragma once
#include "base/async.h"
#include "jobs/executors/executor.h"
#include "python/workforce.h"

namespace kule {

class LocalExecutor final : public Executor
{
    Q_OBJECT
public:
    /// Clock and redactor outlive it. Kills what a former engine left, then looks for the interpreter, both on its own thread.
    LocalExecutor(LocalExecutorOptions options, Clock &clock, const Redactor &redactor);
    /// Ends what runs (Stopped, ShuttingDown) within 3 s.
    ~LocalExecutor() override;

    void prepare(Launch launch, std::shared_ptr<StartGate> gate) override;
    void withdraw(AttemptRef ref) override;
    void launch(Launch launch) override;
    void stop(AttemptRef ref, StopReason reason) override;
    Future<Result<WorkerHealth>> health() override;
    /// From now on; what runs goes on as it began.
    void configure(LocalExecutorOptions options);

private:
    QThread m_thread;
    Workforce *m_workforce;
};

} // namespace kule

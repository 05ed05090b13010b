// SPDX-License-Identifier: GPL-3.0-or-later
// TitleDatabase in PostgreSQL, in a schema of its own named kule, which it makes and brings up to date. Works on a thread of
// its own; once it is away, calls are refused at once until the next try, which comes later and later. Any thread.
#pragma once
#include "titles/backends.h"
#include "titles/socketguard.h"

#include <QThread>

namespace kule {

class PostgresTitles final : public TitleDatabase
{
public:
    static constexpr Milliseconds usualPatience{18'000}; ///< somewhat more than the server gives itself for a statement
    /// Connects with the first call. A server that does not answer within the patience is away, and one that hangs keeps nobody
    /// from leaving.
    PostgresTitles(BackendUrl place, Clock &clock, Milliseconds patience = usualPatience);
    ~PostgresTitles() override;
    Future<Result<DatabaseState>> state() override;

protected:
    void enqueue(Access access, Work work, std::function<void(const Done &)> finish) override;

private:
    class Worker;
    SocketGuard m_guard;
    QThread m_thread;
    Worker *m_worker; ///< on the thread
};

/// Logs in and looks whether Kule's tables are there or may be made. On this thread, three seconds or so at most.
std::optional<Error> lookAtPostgres(const BackendUrl &place);

} // namespace kule

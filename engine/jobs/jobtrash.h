// SPDX-License-Identifier: GPL-3.0-or-later
// Deleted jobs for as long as they may come back, and then their end for good: what a crash left half-way goes on at the
// next start. Built on the engine thread; waits for the store on a thread of its own. finish() before it goes.
#pragma once
#include "base/actor.h"
#include "base/async.h"
#include "jobs/joberaser.h"

#include <QThreadPool>

#include <atomic>

namespace kule {

/// A name that cannot be guessed, for a removal or a run.
QString unguessableName();

class JobTrash : public QObject
{
    Q_OBJECT
public:
    JobTrash(Store &store, Clock &clock, QString logFolder);
    ~JobTrash() override;

    /// Begins nothing more, and calls last on its thread behind what is under way. Engine thread.
    void finish(std::function<void()> last);
    /// A removal more is there to come to its end. Engine thread.
    void expireLater();

    // As JobBulk says; from any thread.
    Future<Result<Removal>> remove(JobId id, Actor actor);
    Future<Result<qint64>> restore(QString undo, Actor actor);
    Future<Result<std::vector<Removal>>> removals();

Q_SIGNALS:
    /// Jobs went or came back.
    void changed();

private:
    // Its own thread.
    Result<qint64> bringBack(const QString &undo, const Actor &actor);
    Done restoreAll(qint64 id);
    Done eraseAll(qint64 id);
    Done expire();

    Store &m_store;
    Clock &m_clock;
    const JobEraser m_eraser;
    std::atomic_bool m_isStopping = false;
    std::unique_ptr<Clock::Timer> m_expiry;
    QThreadPool m_thread; ///< one: back or gone, never both
};

} // namespace kule

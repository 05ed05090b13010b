// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the search index of jobs up with the database: in the background, some hundred jobs at a time, with a store of its
// own, so that no write of a job ever waits for it. A running job is found by what was asked of it, an ended one by its error
// and log too. Engine thread; looks on a thread of its own. Nothing is lost with the index: it is made anew.
#pragma once
#include "jobs/jobtexts.h"
#include "store/store.h"

namespace kule {

class JobSearch : public QObject
{
    Q_OBJECT
public:
    /// file: of the index; one that cannot be read or is of another Kule is deleted and made anew. fault: for tests.
    static Result<std::unique_ptr<JobSearch>> open(const QString &file, Store &jobs, Clock &clock, QString logFolder, StoreFault fault = {});
    ~JobSearch() override;

    /// Something moved: looks soon, and on until it is up with it.
    void wake();
    /// Where jobtexts::find() reads; shared with reads that are under way when this goes.
    std::shared_ptr<Store> index() const { return m_index; }

Q_SIGNALS:
    /// The index is up with everything that had moved when it looked.
    void caughtUp();

private:
    enum class More { No, Yes };
    JobSearch(std::unique_ptr<Store> index, Store &jobs, Clock &clock, QString logFolder);
    void lookAfter(Milliseconds delay);
    void look();
    Result<More> step();
    Result<jobtexts::Progress> begin();

    const std::shared_ptr<Store> m_index;
    Store &m_jobs;
    Clock &m_clock;
    const QString m_logFolder;
    QThreadPool m_looking; ///< one thread
    std::unique_ptr<Clock::Timer> m_next;
    bool m_isLooking = false;
    bool m_isAwake = false; ///< something moved while it looked
    std::atomic<bool> m_isStopping = false;
};

} // namespace kule

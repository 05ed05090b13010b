// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs gone for good, with all that is theirs: rows in one transaction, then log folders, which the same transaction notes,
// so that a crash in between is finished at the next start. Any thread that may wait; holds no state.
#pragma once
#include "jobs/jobremoval.h"
#include "store/store.h"

namespace kule {

class JobEraser
{
public:
    static constexpr int slice = 256; ///< jobs in one transaction: few enough that nobody waits long behind it

    JobEraser(Store &store, QString logFolder)
        : m_store(store)
        , m_logFolder(std::move(logFolder))
    {
    }
    /// Those of them that ended before that (UTC ms), a slice at most. Answers how many; store.*
    Result<qint64> erase(const jobremoval::Seqs &seqs, qint64 before) const;
    /// The log folders of those whose rows are gone. One that the system refuses stays noted for the next time.
    Done sweep() const;

private:
    Store &m_store;
    const QString m_logFolder;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datalock.h"

#include <QLockFile>

namespace kule {

// Here QLockFile keeps the file open for itself alone, which ends with the process.
struct DataLock::Handle
{
    explicit Handle(const QString &file)
        : lock(file)
    {
        lock.setStaleLockTime(0);
    }
    QLockFile lock;
};

DataLock::DataLock(QString file)
    : m_file(std::move(file))
    , m_handle(std::make_unique<Handle>(m_file))
{
}

DataLock::~DataLock() = default;

DataLock::Outcome DataLock::tryHold()
{
    if (m_handle->lock.tryLock(0))
        return Outcome::Held;
    QString host;
    QString program;
    if (m_handle->lock.error() == QLockFile::LockFailedError) {
        m_handle->lock.getLockInfo(&m_owner, &host, &program);
        return Outcome::Taken;
    }
    m_reason = m_file;
    return Outcome::Failed;
}

} // namespace kule

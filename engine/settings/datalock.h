// SPDX-License-Identifier: GPL-3.0-or-later
// One engine for each data folder: a lock that the system takes back with the process, however that ended. Knows nothing
// of pids but what it tells people, since a pid may be another process's by now.
#pragma once
#include <QString>

#include <memory>

namespace kule {

class DataLock
{
public:
    explicit DataLock(QString file);
    ~DataLock();
    DataLock(const DataLock &) = delete;
    DataLock &operator=(const DataLock &) = delete;

    enum class Outcome { Held, Taken, Failed };
    /// Taken: another engine holds it, see owner(). Failed: the file cannot be made; see reason().
    Outcome tryHold();
    qint64 owner() const { return m_owner; }
    QString reason() const { return m_reason; }

private:
    struct Handle;
    QString m_file;
    std::unique_ptr<Handle> m_handle;
    qint64 m_owner = 0;
    QString m_reason;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datalock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kule {

struct DataLock::Handle
{
    int descriptor = -1;
    ~Handle()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
};

DataLock::DataLock(QString file)
    : m_file(std::move(file))
    , m_handle(std::make_unique<Handle>())
{
}

DataLock::~DataLock() = default;

DataLock::Outcome DataLock::tryHold()
{
    // The file stays when the lock goes: two that take turns in deleting and making it could both believe to hold it.
    auto handle = std::make_unique<Handle>();
    handle->descriptor = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool isOpen = handle->descriptor >= 0;
    if (isOpen && ::flock(handle->descriptor, LOCK_EX | LOCK_NB) == 0) {
        const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
        if (::ftruncate(handle->descriptor, 0) == 0)
            (void)!::pwrite(handle->descriptor, pid.constData(), static_cast<std::size_t>(pid.size()), 0); // only for people
        m_handle = std::move(handle);
        return Outcome::Held;
    }
    const int cause = errno;
    m_reason = qt_error_string(cause);
    if (!isOpen || cause != EWOULDBLOCK)
        return Outcome::Failed;
    char pid[32] = {};
    (void)!::pread(handle->descriptor, pid, sizeof pid - 1, 0);
    m_owner = QByteArray(pid).trimmed().toLongLong();
    return Outcome::Taken;
}

} // namespace kule

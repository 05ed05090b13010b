// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datalock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>
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

namespace {

qint64 ownerIn(int descriptor)
{
    char pid[32] = {};
    (void)!::pread(descriptor, pid, sizeof pid - 1, 0);
    return QByteArray(pid).trimmed().toLongLong();
}

/// As flock() without waiting. An engine that was killed while it started a process leaves the lock to that child until
/// it has become another program, some milliseconds: with a dead owner it is worth looking again.
bool lock(int descriptor)
{
    constexpr int tries = 200;
    constexpr useconds_t pause = 10'000; // µs
    for (int i = 0; ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++i) {
        const int cause = errno;
        const qint64 owner = ownerIn(descriptor);
        const bool isLeft = cause == EWOULDBLOCK && owner > 0 && ::kill(static_cast<pid_t>(owner), 0) != 0 && errno == ESRCH;
        if (!isLeft || i == tries) {
            errno = cause;
            return false;
        }
        ::usleep(pause);
    }
    return true;
}

} // namespace

DataLock::Outcome DataLock::tryHold()
{
    // The file stays when the lock goes: two that take turns in deleting and making it could both believe to hold it.
    auto handle = std::make_unique<Handle>();
    handle->descriptor = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool isOpen = handle->descriptor >= 0;
    if (isOpen && lock(handle->descriptor)) {
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
    m_owner = ownerIn(handle->descriptor);
    return Outcome::Taken;
}

} // namespace kule

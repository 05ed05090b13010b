// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/posix/forkedworker.h"

#include "python/posix/socketflags.h"

#include <QSocketNotifier>

#include <cerrno>
#include <signal.h>

namespace kule {
namespace {

// One read a wake-up: a job that floods its output waits for its pipe, the others do not wait for it.
constexpr qsizetype readSize = 256 * 1024;

/// Room for one read. Kept: a block of that size goes back to the system each time it is freed, which stops the other threads.
char *readRoom()
{
    static thread_local const auto room = std::make_unique<char[]>(readSize);
    return room.get();
}

std::unique_ptr<QSocketNotifier> notifier(int fd, QSocketNotifier::Type type)
{
    return std::make_unique<QSocketNotifier>(fd, type);
}

void neverBlock(int fd)
{
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
}

} // namespace

ForkedWorker::ForkedWorker(qint64 pid, Descriptor control, Descriptor output, Signaller signaller)
    : m_pid(pid)
    , m_control(std::make_shared<const Descriptor>(std::move(control)))
    , m_output(std::move(output))
    , m_signaller(std::move(signaller))
    , m_controlReadable(notifier(m_control->get(), QSocketNotifier::Read))
    , m_controlWritable(notifier(m_control->get(), QSocketNotifier::Write))
    , m_outputReadable(notifier(m_output.get(), QSocketNotifier::Read))
{
    neverBlock(m_control->get());
    neverBlock(m_output.get());
    m_controlWritable->setEnabled(false);
    connect(m_controlReadable.get(), &QSocketNotifier::activated, this, [this] { readControl(); });
    connect(m_controlWritable.get(), &QSocketNotifier::activated, this, [this] { write(); });
    connect(m_outputReadable.get(), &QSocketNotifier::activated, this, [this] { readOutput(); });
}

ForkedWorker::~ForkedWorker() = default;

void ForkedWorker::tell(const QByteArray &frames)
{
    m_outbox += frames;
    write();
}

std::function<void()> ForkedWorker::teller(const QByteArray &frames) const
{
    if (!m_outbox.isEmpty())
        return {};
    // Where it fails, the worker is dead.
    return [control = m_control, frames] { (void)!::send(control->get(), frames.constData(), static_cast<size_t>(frames.size()), withoutSignal); };
}

void ForkedWorker::askToEnd()
{
    m_signaller(m_pid, SIGTERM);
}

void ForkedWorker::kill()
{
    m_signaller(m_pid, SIGKILL);
}

void ForkedWorker::write()
{
    while (!m_outbox.isEmpty()) {
        const auto sent = ::send(m_control->get(), m_outbox.constData(), static_cast<size_t>(m_outbox.size()), withoutSignal);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno != EAGAIN)
            m_outbox.clear(); // it is dead or has closed its end; the parent tells
        if (sent <= 0)
            break;
        m_outbox.remove(0, sent);
    }
    m_controlWritable->setEnabled(!m_outbox.isEmpty());
}

ForkedWorker::Read ForkedWorker::readControl()
{
    char *const room = readRoom();
    const auto size = ::recv(m_control->get(), room, readSize, 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return Read::Nothing;
    if (size <= 0) {
        m_controlReadable->setEnabled(false);
        return Read::AtEnd;
    }
    Q_EMIT said(QByteArray(room, size));
    return Read::Some;
}

ForkedWorker::Read ForkedWorker::readOutput()
{
    char *const room = readRoom();
    const auto size = ::read(m_output.get(), room, readSize);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return Read::Nothing;
    if (size <= 0) {
        m_outputReadable->setEnabled(false);
        return Read::AtEnd;
    }
    Q_EMIT printed(QByteArray(room, size));
    return Read::Some;
}

void ForkedWorker::finish(ExitStatus status)
{
    m_controlReadable->setEnabled(false);
    m_controlWritable->setEnabled(false);
    m_outputReadable->setEnabled(false);
    // Nobody writes any more, so this ends; the bound is for a descendant that a kernel without subreapers let go.
    for (int i = 0; i < 64 && readOutput() == Read::Some; ++i) { }
    for (int i = 0; i < 128 && readControl() == Read::Some; ++i) { }
    Q_EMIT exited(status);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/posix/forkserver.h"

#include "python/posix/socketflags.h"

#include <QProcess>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/wait.h>

namespace kule {
namespace {

constexpr int maxDescriptors = 64;

ExitStatus statusOf(qint64 raw)
{
    const int status = static_cast<int>(raw);
    if (WIFSIGNALED(status))
        return {std::nullopt, WTERMSIG(status)};
    return {WEXITSTATUS(status), 0};
}

} // namespace

ForkServer::ForkServer(WorkerSetup setup)
    : m_setup(std::move(setup))
{
}

ForkServer::~ForkServer()
{
    m_readable.reset();
    m_socket.close(); // its end: the parent kills what is left and goes
    if (m_parent) {
        m_parent->disconnect(this);
        if (!m_parent->waitForFinished(500))
            m_parent->kill();
        m_parent->waitForFinished(500);
    }
}

void ForkServer::order(int count)
{
    if (m_socket.isOpen() || start())
        send({{"type", "fork"}, {"count", count}});
}

void ForkServer::learn(const QString &path, const QByteArray &source)
{
    send({{"type", "learn"}, {"path", path}, {"source", source.toBase64()}});
}

bool ForkServer::start()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) {
        close(QString::fromLocal8Bit(std::strerror(errno)));
        return false;
    }
    m_socket = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    makePrivate(ends[0]);
    makePrivate(ends[1]);
    m_parent = std::make_unique<QProcess>();
    m_id = newWorkerId();
    QProcessEnvironment environment = m_setup.environment;
    environment.insert(QString::fromLatin1(workerVariable), QString::fromLatin1(m_id));
    m_parent->setProcessEnvironment(environment);
    m_parent->setStandardInputFile(QProcess::nullDevice());
    m_parent->setProcessChannelMode(QProcess::MergedChannels);
    // Only this child inherits its end: the flag is cleared after the fork.
    m_parent->setChildProcessModifier([fd = ends[1]] { ::fcntl(fd, F_SETFD, 0); });
    connect(m_parent.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            close(m_parent->errorString());
    });
    connect(m_parent.get(), &QProcess::finished, this, [this] { close(QString::fromUtf8(m_parent->readAll()).right(2000)); });
    m_readable = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, [this] { read(); });
    m_parent->start(m_setup.interpreter, workerArguments(m_setup, QStringLiteral("zygote"), ends[1]), QIODevice::ReadOnly);
    return m_socket.isOpen();
}

void ForkServer::send(const Json &message)
{
    const QByteArray frame = encodeFrame(message);
    qsizetype sent = 0;
    while (m_socket.isOpen() && sent < frame.size()) {
        const auto size = ::send(m_socket.get(), frame.constData() + sent, static_cast<size_t>(frame.size() - sent), withoutSignal);
        if (size < 0 && errno != EINTR)
            return; // it is dying: finished() tells
        sent += std::max<qsizetype>(size, 0);
    }
}

void ForkServer::read()
{
    std::array<char, 16 * 1024> bytes{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(maxDescriptors * sizeof(int))> ancillary{};
    iovec part{bytes.data(), bytes.size()};
    msghdr head{};
    head.msg_iov = &part;
    head.msg_iovlen = 1;
    head.msg_control = ancillary.data();
    head.msg_controllen = ancillary.size();
    const auto size = ::recvmsg(m_socket.get(), &head, MSG_DONTWAIT | closedOnExec);
    if (size <= 0) {
        if (size == 0 || (errno != EAGAIN && errno != EINTR))
            m_readable->setEnabled(false); // finished() follows
        return;
    }
    for (cmsghdr *item = CMSG_FIRSTHDR(&head); item; item = CMSG_NXTHDR(&head, item)) {
        if (item->cmsg_level != SOL_SOCKET || item->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (item->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(item) + i * sizeof(int), sizeof fd);
            makePrivate(fd);
            m_passed.emplace_back(fd);
        }
    }
    m_decoder.feed(QByteArrayView(bytes.data(), size));
    while (const auto message = m_decoder.next())
        handle(*message);
}

void ForkServer::handle(const Json &message)
{
    const QString type = textOf(message, "type");
    const qint64 pid = message.value("pid", qint64(0));
    if (type == QLatin1String("warm") && m_passed.size() >= 2) {
        Descriptor control = std::move(m_passed[0]);
        Descriptor output = std::move(m_passed[1]);
        m_passed.erase(m_passed.begin(), m_passed.begin() + 2);
        auto *worker = new ForkedWorker(pid, std::move(control), std::move(output), [server = QPointer(this)](qint64 child, int signal) {
            if (server)
                server->send({{"type", "signal"}, {"pid", child}, {"signal", signal}});
        });
        m_workers.insert(pid, worker);
        Q_EMIT ready(worker);
    } else if (type == QLatin1String("exited")) {
        if (const auto worker = m_workers.take(pid))
            worker->finish(statusOf(message.value("status", qint64(0))));
    } else if (type == QLatin1String("trouble")) {
        Q_EMIT broke(textOf(message, "error"));
    }
}

void ForkServer::close(const QString &why)
{
    if (m_readable && m_readable->isEnabled())
        read(); // what it said last
    m_readable.reset();
    m_socket.close();
    m_decoder = {};
    m_passed.clear();
    if (m_parent) {
        m_parent->disconnect(this);
        m_parent.release()->deleteLater();
    }
    sweepProcesses(workerVariable, m_id); // the kernel ends its children, but not what had left them
    const auto workers = std::exchange(m_workers, {});
    for (const auto &worker : workers) {
        if (worker)
            worker->finish({std::nullopt, SIGKILL}); // died with the parent
    }
    Q_EMIT broke(why.trimmed());
}

std::unique_ptr<WorkerSource> makeForkServer(WorkerSetup setup)
{
    return std::make_unique<ForkServer>(std::move(setup));
}

} // namespace kule

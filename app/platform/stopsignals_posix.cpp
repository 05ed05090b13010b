// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stopsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kule {
namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t pipeEnd = -1;

void onSignal(int)
{
    const int kept = errno;
    const char byte = 1;
    (void)!::write(static_cast<int>(pipeEnd), &byte, 1);
    errno = kept;
}

} // namespace

struct StopSignals::Hooks
{
    std::array<int, 2> ends{-1, -1};
    std::array<struct sigaction, watched.size()> before{};
    std::unique_ptr<QSocketNotifier> notifier;
};

StopSignals::StopSignals()
    : m_hooks(std::make_unique<Hooks>())
{
    if (::pipe(m_hooks->ends.data()) != 0)
        qFatal("no pipe for signals");
    for (const int end : m_hooks->ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    pipeEnd = m_hooks->ends[1];
    m_hooks->notifier = std::make_unique<QSocketNotifier>(m_hooks->ends[0], QSocketNotifier::Read);
    connect(m_hooks->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(m_hooks->ends[0], &byte, 1) == 1)
            request();
    });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        ::sigaction(watched[i], nullptr, &m_hooks->before[i]);
        // nohup has SIGHUP ignored, a shell without job control SIGINT: so it stays.
        if (m_hooks->before[i].sa_handler != SIG_IGN)
            ::sigaction(watched[i], &action, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (std::size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched[i], &m_hooks->before[i], nullptr);
    pipeEnd = -1;
    m_hooks->notifier.reset();
    ::close(m_hooks->ends[0]);
    ::close(m_hooks->ends[1]);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Two things that Linux says with a flag of each call and macOS with an option of the descriptor. Any thread.
#pragma once
#include <fcntl.h>
#include <sys/socket.h>

namespace kule {

#ifdef MSG_NOSIGNAL
inline constexpr int withoutSignal = MSG_NOSIGNAL;
#else
inline constexpr int withoutSignal = 0;
#endif
#ifdef MSG_CMSG_CLOEXEC
inline constexpr int closedOnExec = MSG_CMSG_CLOEXEC;
#else
inline constexpr int closedOnExec = 0;
#endif

/// Ours alone: not for programs that we start, and no SIGPIPE when its other end is closed.
inline void makePrivate(int fd)
{
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The floor that our server is held against: epoll, read, find the empty line, write a fixed answer. Prints its port.
// Reads no field, keeps no limit; Linux only.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string_view>

int main()
{
    constexpr std::string_view answer = "HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 00:00:00 GMT\r\nContent-Type: application/json; charset=utf-8\r\n"
                                        "Content-Length: 15\r\n\r\n{\"status\":\"ok\"}";
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 256) != 0)
        return 1;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);

    const int poll = ::epoll_create1(0);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    std::array<epoll_event, 64> events;
    std::array<char, 16 * 1024> bytes;
    for (;;) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == listener) {
                event.data.fd = ::accept(listener, nullptr, nullptr);
                const int on = 1;
                ::setsockopt(event.data.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                ::epoll_ctl(poll, EPOLL_CTL_ADD, event.data.fd, &event);
                continue;
            }
            const ssize_t length = ::read(descriptor, bytes.data(), bytes.size());
            if (length <= 0)
                ::close(descriptor);
            else if (std::string_view(bytes.data(), static_cast<std::size_t>(length)).find("\r\n\r\n") != std::string_view::npos)
                (void)!::write(descriptor, answer.data(), answer.size());
        }
    }
}

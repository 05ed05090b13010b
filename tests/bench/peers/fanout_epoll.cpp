// SPDX-License-Identifier: GPL-3.0-or-later
// The ceiling of a fan-out: epoll, one thread, an event written once as a frame, and each client's frames of a command in one
// write. Keeps no state of anyone and reads nothing that is said; Linux only. Prints its port.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

std::string frame(const std::string &text)
{
    std::string bytes = "\x81";
    if (text.size() < 126) {
        bytes += static_cast<char>(text.size());
    } else {
        bytes += static_cast<char>(126);
        bytes += static_cast<char>(text.size() >> 8);
        bytes += static_cast<char>(text.size() & 0xFF);
    }
    return bytes + text;
}

std::string event()
{
    static int seq = 0;
    const std::string now = std::to_string(std::chrono::steady_clock::now().time_since_epoch().count());
    return frame("42[\"job:progress\",{\"jobId\":\"550e8400-e29b-41d4-a716-446655440000\",\"progress\":50,\"status\":\"processing\",\"step\":\"" + now
                 + "\",\"message\":\"" + now + "\",\"seq\":" + std::to_string(++seq) + ",\"kind\":\"script\"}]");
}

void tell(const std::vector<int> &clients, int count)
{
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += event();
    for (const int client : clients)
        (void)!::write(client, bytes.data(), bytes.size());
}

} // namespace

int main()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 4096) != 0)
        return 1;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);

    const int poll = ::epoll_create1(0);
    const auto watch = [poll](int descriptor) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
    };
    watch(listener);
    watch(0);
    std::vector<int> clients;
    std::array<epoll_event, 256> events;
    std::array<char, 16 * 1024> bytes;
    for (;;) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == listener) {
                const int client = ::accept(listener, nullptr, nullptr);
                const int on = 1;
                ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(client);
                continue;
            }
            const ssize_t length = ::read(descriptor, bytes.data(), bytes.size());
            if (descriptor == 0) {
                if (length <= 0)
                    return 0;
                std::istringstream words(std::string(bytes.data(), static_cast<std::size_t>(length)));
                std::string verb;
                int number = 0, apart = 0;
                words >> verb >> number >> apart;
                if (verb == "paced") {
                    for (int tick = 0; tick < number; ++tick) {
                        std::this_thread::sleep_for(std::chrono::milliseconds(apart));
                        tell(clients, 1);
                    }
                } else {
                    tell(clients, number);
                }
            } else if (length <= 0) {
                ::close(descriptor);
            } else if (bytes[0] == 'G') {
                const std::string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk=\r\n\r\n"
                    + frame("0{\"sid\":\"x\"}") + frame("40{\"sid\":\"x\"}");
                (void)!::write(descriptor, answer.data(), answer.size());
                clients.push_back(descriptor);
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time per request of our server on one shard against a bare epoll responder, 64 keep-alive connections, each with one
// request in flight: bench_http [rounds [seconds]]. Rounds alternate; medians are told. The load comes from this process, the
// CPU time is the children's own (/proc/<pid>/stat), so that the load does not count. Linux only.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int connections = 64;

struct Server
{
    pid_t pid = 0;
    int input = -1;
    std::uint16_t port = 0;
};

Server start(const std::string &program)
{
    std::array<int, 2> in{}, out{};
    if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0)
        std::exit(1);
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::close(in[1]);
        ::close(out[0]);
        ::execl(program.c_str(), program.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    std::array<char, 32> line{};
    (void)!::read(out[0], line.data(), line.size() - 1);
    return {pid, in[1], static_cast<std::uint16_t>(std::atoi(line.data()))};
}

/// User and system time of a process so far, in microseconds (proc(5), fields 14 and 15 of stat).
double cpuMicroseconds(pid_t pid)
{
    double sum = 0;
    std::ifstream tasks("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(tasks)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 3; fields >> field; ++i) {
        if (i == 14 || i == 15)
            sum += std::stod(field) * 1e6 / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    return sum;
}

struct Round
{
    double microseconds = 0; ///< of CPU per request
    double rate = 0;         ///< requests per second
};

Round run(const Server &server, std::chrono::duration<double> duration)
{
    constexpr std::string_view request = "GET /livez HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n";
    const int poll = ::epoll_create1(0);
    std::vector<int> sockets;
    for (int i = 0; i < connections; ++i) {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(server.port);
        if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            std::exit(1);
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
        sockets.push_back(descriptor);
    }
    for (const int descriptor : sockets)
        (void)!::write(descriptor, request.data(), request.size());
    const double before = cpuMicroseconds(server.pid);
    const auto began = Clock::now();
    const auto end = began + std::chrono::duration_cast<Clock::duration>(duration);
    std::array<epoll_event, connections> events;
    std::array<char, 4096> bytes;
    long answers = 0;
    while (Clock::now() < end) {
        const int count = ::epoll_wait(poll, events.data(), connections, 1000);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            const ssize_t size = ::read(descriptor, bytes.data(), bytes.size());
            if (size <= 0 || std::string_view(bytes.data(), static_cast<std::size_t>(size)).find("{\"status\":\"ok\"}") == std::string_view::npos) {
                std::fprintf(stderr, "a wrong answer\n");
                std::exit(1);
            }
            ++answers;
            (void)!::write(descriptor, request.data(), request.size());
        }
    }
    const double cpu = cpuMicroseconds(server.pid) - before;
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    for (const int descriptor : sockets)
        ::close(descriptor);
    ::close(poll);
    return {cpu / static_cast<double>(answers), static_cast<double>(answers) / seconds};
}

Round median(std::vector<Round> rounds)
{
    std::sort(rounds.begin(), rounds.end(), [](const Round &a, const Round &b) { return a.microseconds < b.microseconds; });
    return rounds[rounds.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
    const std::chrono::duration<double> duration(argc > 2 ? std::atof(argv[2]) : 2.0);
    ::signal(SIGPIPE, SIG_IGN);
    const std::string self(argv[0]);
    const std::string folder = self.substr(0, self.rfind('/') + 1);
    const std::array servers{start(folder + "epoll_responder"), start(folder + "http_responder")};
    std::array<std::vector<Round>, 2> results;
    for (int i = 0; i < rounds; ++i) {
        for (std::size_t s = 0; s < servers.size(); ++s)
            results[s].push_back(run(servers[s], duration));
    }
    for (const Server &server : servers) {
        ::close(server.input);
        ::kill(server.pid, SIGTERM);
        ::waitpid(server.pid, nullptr, 0);
    }
    const Round bare = median(results[0]);
    const Round ours = median(results[1]);
    std::printf("bare epoll: %6.2f us CPU a request, %8.0f requests/s\n", bare.microseconds, bare.rate);
    std::printf("kule_http:  %6.2f us CPU a request, %8.0f requests/s\n", ours.microseconds, ours.rate);
    std::printf("ratio of CPU a request: %.2f (at most 2.20)\n", ours.microseconds / bare.microseconds);
    return 0;
}

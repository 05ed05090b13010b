// SPDX-License-Identifier: GPL-3.0-or-later
// Fan-out of job events to 1,000 WebSocket clients: bench_fanout RUNS SERVER… Each server is a command that prints its port and obeys
// fanout_kule's words; they take turns. Deliveries a second in bursts of 50 events, each burst read by all before the next; the
// 99th percentile of the way from event to client at 10 events a second for each; memory of the server's process a connection.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Steady = std::chrono::steady_clock;
constexpr int clientCount = 1'000;
constexpr int burst = 50;

[[noreturn]] void die(const char *what)
{
    std::perror(what);
    std::exit(1);
}

struct Server
{
    pid_t pid = 0;
    FILE *in = nullptr;
    int port = 0;

    explicit Server(const std::string &command)
    {
        int input[2], output[2];
        if (::pipe(input) != 0 || ::pipe(output) != 0)
            die("pipe");
        pid = ::fork();
        if (pid == 0) {
            ::dup2(input[0], 0);
            ::dup2(output[1], 1);
            for (const int end : {input[0], input[1], output[0], output[1]})
                ::close(end);
            ::execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
            ::_exit(127);
        }
        ::close(input[0]);
        ::close(output[1]);
        in = ::fdopen(input[1], "w");
        FILE *out = ::fdopen(output[0], "r");
        if (std::fscanf(out, "%d", &port) != 1)
            die("the server's port");
    }
    ~Server()
    {
        std::fclose(in);
        ::kill(pid, SIGTERM);
        ::waitpid(pid, nullptr, 0);
    }
    void say(const std::string &words)
    {
        std::fprintf(in, "%s\n", words.c_str());
        std::fflush(in);
    }
    double kilobytes() const
    {
        std::ifstream rollup("/proc/" + std::to_string(pid) + "/smaps_rollup");
        for (std::string word; rollup >> word;) {
            long size = 0;
            if (word == "Pss:" && rollup >> size)
                return static_cast<double>(size) * 1.024;
        }
        return 0;
    }
};

struct Client
{
    int descriptor = -1;
    std::string rest;
    bool isUpgraded = false;
};

class Crowd
{
public:
    explicit Crowd(int port)
    {
        m_poll = ::epoll_create1(0);
        for (Client &client : m_clients) {
            client.descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(static_cast<std::uint16_t>(port));
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (::connect(client.descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
                die("connect");
            const int on = 1;
            ::setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            const std::string request = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n\r\n";
            send(client, request);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.ptr = &client;
            ::epoll_ctl(m_poll, EPOLL_CTL_ADD, client.descriptor, &event);
            if (const auto come = &client - m_clients.data() + 1; come % 50 == 0)
                readUntil([this, come] { return m_joined == come; });
        }
    }
    ~Crowd()
    {
        for (const Client &client : m_clients)
            ::close(client.descriptor);
        ::close(m_poll);
    }

    template <class Predicate>
    void readUntil(Predicate isDone)
    {
        std::array<epoll_event, 512> events;
        const auto end = Steady::now() + std::chrono::seconds(60);
        while (!isDone()) {
            const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), 1'000);
            for (int i = 0; i < count; ++i)
                read(*static_cast<Client *>(events[static_cast<std::size_t>(i)].data.ptr));
            if (Steady::now() > end) {
                std::fprintf(stderr, "only %ld of the events came\n", m_delivered);
                std::exit(1);
            }
        }
    }
    long delivered() const { return m_delivered; }
    std::vector<double> takeDelays() { return std::exchange(m_delays, {}); }
    bool keepsDelays = false;

private:
    static void send(const Client &client, std::string_view bytes) { (void)!::write(client.descriptor, bytes.data(), bytes.size()); }
    static void say(const Client &client, const std::string &text)
    {
        send(client, std::string("\x81") + static_cast<char>(0x80 | text.size()) + std::string(4, '\0') + text);
    }
    void read(Client &client)
    {
        const ssize_t length = ::read(client.descriptor, m_bytes.data(), m_bytes.size());
        if (length <= 0)
            die("the server closed");
        const long now = Steady::now().time_since_epoch().count();
        client.rest.append(m_bytes.data(), static_cast<std::size_t>(length));
        std::string_view rest = client.rest;
        if (!client.isUpgraded) {
            const std::size_t end = rest.find("\r\n\r\n");
            if (end == std::string_view::npos)
                return;
            if (rest.substr(0, 12) != "HTTP/1.1 101") {
                std::fprintf(stderr, "%.*s\n", static_cast<int>(rest.size()), rest.data());
                std::exit(1);
            }
            client.isUpgraded = true;
            rest.remove_prefix(end + 4);
            say(client, "40");
        }
        while (rest.size() >= 2) {
            std::size_t size = static_cast<unsigned char>(rest[1]), head = 2;
            if (size == 126) {
                if (rest.size() < 4)
                    break;
                size = static_cast<unsigned char>(rest[2]) * 256U + static_cast<unsigned char>(rest[3]);
                head = 4;
            }
            if (rest.size() < head + size)
                break;
            hear(client, rest.substr(head, size), now);
            rest.remove_prefix(head + size);
        }
        client.rest.erase(0, client.rest.size() - rest.size());
    }
    void hear(const Client &client, std::string_view text, long now)
    {
        if (text.substr(0, 3) == "42[") {
            ++m_delivered;
            if (keepsDelays) {
                const std::size_t mark = text.find("\"step\":\"");
                m_delays.push_back(static_cast<double>(now - std::strtol(text.data() + mark + 8, nullptr, 10)) / 1e6);
            }
        } else if (text.substr(0, 2) == "40") {
            ++m_joined;
            say(client, "42[\"job:subscribe\",\"550e8400-e29b-41d4-a716-446655440000\"]");
        } else if (text == "2") {
            say(client, "3");
        }
    }

    int m_poll;
    std::vector<Client> m_clients = std::vector<Client>(clientCount);
    std::vector<char> m_bytes = std::vector<char>(256 * 1024);
    int m_joined = 0;
    long m_delivered = 0;
    std::vector<double> m_delays;
};

struct Measured
{
    std::vector<double> perSecond, p50, p99, kilobytes;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void measure(const std::string &command, Measured &measured)
{
    Server server(command);
    ::usleep(300'000);
    const double before = server.kilobytes();
    Crowd crowd(server.port);
    ::usleep(300'000);
    crowd.readUntil([end = Steady::now() + std::chrono::milliseconds(300)] { return Steady::now() > end; });

    const auto bursts = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const long wanted = crowd.delivered() + long{clientCount} * burst;
            server.say("burst " + std::to_string(burst));
            crowd.readUntil([&] { return crowd.delivered() >= wanted; });
        }
    };
    bursts(3);
    const auto began = Steady::now();
    bursts(20);
    measured.perSecond.push_back(20.0 * burst * clientCount / std::chrono::duration<double>(Steady::now() - began).count());

    crowd.keepsDelays = true;
    const long wanted = crowd.delivered() + long{clientCount} * 40;
    server.say("paced 40 100");
    crowd.readUntil([&] { return crowd.delivered() >= wanted; });
    std::vector<double> delays = crowd.takeDelays();
    std::sort(delays.begin(), delays.end());
    measured.p50.push_back(delays[delays.size() / 2]);
    measured.p99.push_back(delays[delays.size() * 99 / 100]);
    measured.kilobytes.push_back((server.kilobytes() - before) / clientCount);
}

} // namespace

int main(int argc, char **argv)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::signal(SIGPIPE, SIG_IGN);
    std::map<std::string, Measured> all;
    const int runs = argc > 1 ? std::atoi(argv[1]) : 0;
    for (int run = 0; run < runs; ++run) {
        for (int i = 2; i < argc; ++i)
            measure(argv[i], all[argv[i]]);
    }
    for (int i = 2; i < argc && runs > 0; ++i) {
        const Measured &measured = all[argv[i]];
        std::printf("%-60s %10.0f deliveries/s   at 10,000/s p50 %6.2f ms p99 %6.2f ms   %5.1f kB a connection\n", argv[i], median(measured.perSecond),
                    median(measured.p50), median(measured.p99), median(measured.kilobytes));
    }
}

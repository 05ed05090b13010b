// SPDX-License-Identifier: GPL-3.0-or-later
// A Bot API server that costs next to nothing, so that what is measured is the bot: epoll, one thread, one bot, no faults. Says its
// port; then for each line "COUNT AT_ONCE PAUSE_US" of its input lets so many people, each once, say /start to the bot, so many of them
// at a time, the next PAUSE_US after an answer; and says {"seconds", "p50_us", "p95_us"}. Who is answered twice, or not within
// 60 s, ends it with 1.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <queue>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr long mostInBatch = 100;
constexpr std::chrono::seconds patience{60};

struct Drill
{
    long left = 0;
    microseconds pause{0};
    Clock::time_point begun, ended;
    std::unordered_map<long, Clock::time_point> asked; ///< by chat
    std::vector<long> tookUs;
    std::size_t count = 0;
    std::priority_queue<Clock::time_point, std::vector<Clock::time_point>, std::greater<>> next;
};

std::unordered_map<int, std::string> incoming;
std::map<long, std::string> updates; ///< by update_id, until confirmed
std::optional<int> poller;
long pollOffset = 0;
long nextUpdate = 1000;
long nextChat = 10'000'000;
long nextMessage = 1;
Drill drill;

[[noreturn]] void give(const char *why)
{
    std::fprintf(stderr, "telegram_epoll: %s\n", why);
    std::exit(1);
}

long numberAfter(const std::string &text, const char *key, long fallback)
{
    const std::size_t at = text.find(key);
    return at == std::string::npos ? fallback : std::strtol(text.c_str() + at + std::char_traits<char>::length(key), nullptr, 10);
}

void reply(int socket, const std::string &result)
{
    const std::string body = R"({"ok":true,"result":)" + result + "}";
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    for (std::size_t sent = 0; sent < answer.size();) {
        const ssize_t now = send(socket, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return; // who asked has gone
        sent += static_cast<std::size_t>(now);
    }
}

void bring()
{
    if (!poller || updates.lower_bound(pollOffset) == updates.end())
        return;
    std::string list;
    long count = 0;
    for (auto update = updates.lower_bound(pollOffset); update != updates.end() && count < mostInBatch; ++update, ++count)
        list += (list.empty() ? "[" : ",") + update->second;
    reply(*std::exchange(poller, std::nullopt), list + "]");
}

void askOne()
{
    --drill.left;
    const std::string chat = std::to_string(++nextChat), id = std::to_string(nextUpdate);
    updates[nextUpdate++] = R"({"update_id":)" + id + R"(,"message":{"message_id":1,"date":1,"chat":{"id":)" + chat + R"(,"type":"private","first_name":"A"},"from":{"id":)" + chat
        + R"(,"is_bot":false,"first_name":"A"},"text":"/start"}})";
    drill.asked[nextChat] = Clock::now();
    bring();
}

void answeredTo(long chat)
{
    const auto asked = drill.asked.find(chat);
    if (asked == drill.asked.end())
        give("somebody was answered twice");
    drill.ended = Clock::now();
    drill.tookUs.push_back(std::chrono::duration_cast<microseconds>(drill.ended - asked->second).count());
    drill.asked.erase(asked);
    if (drill.left > static_cast<long>(drill.next.size()))
        drill.next.push(drill.ended + drill.pause);
    if (drill.tookUs.size() < drill.count)
        return;
    std::sort(drill.tookUs.begin(), drill.tookUs.end());
    std::printf("{\"seconds\": %.6f, \"p50_us\": %ld, \"p95_us\": %ld}\n", std::chrono::duration<double>(drill.ended - drill.begun).count(), drill.tookUs[drill.count / 2],
                drill.tookUs[drill.count * 95 / 100]);
    std::fflush(stdout);
}

void act(int socket, const std::string &target, const std::string &body)
{
    const std::string method = target.substr(target.rfind('/') + 1);
    if (method == "sendMessage") {
        const long chat = numberAfter(body, "\"chat_id\":", 0);
        reply(socket, R"({"message_id":)" + std::to_string(nextMessage++) + R"(,"date":1,"chat":{"id":)" + std::to_string(chat) + R"(},"text":"Merhaba"})");
        return answeredTo(chat);
    }
    if (method == "getUpdates") {
        pollOffset = numberAfter(body, "\"offset\":", 0);
        updates.erase(updates.begin(), updates.lower_bound(pollOffset));
        poller = socket;
        if (numberAfter(body, "\"timeout\":", 0) == 0 && updates.empty())
            return reply(*std::exchange(poller, std::nullopt), "[]");
        return bring();
    }
    if (method == "getMe")
        return reply(socket, R"({"id":1,"is_bot":true,"first_name":"b1_bot","username":"b1_bot"})");
    if (method == "getWebhookInfo")
        return reply(socket, R"({"url":"","pending_update_count":0})");
    reply(socket, "true");
}

void leave(int socket)
{
    if (poller == socket)
        poller.reset();
    incoming.erase(socket);
    close(socket);
}

void readFrom(int socket)
{
    char buffer[65536];
    const ssize_t size = recv(socket, buffer, sizeof buffer, 0);
    if (size <= 0)
        return leave(socket);
    std::string &bytes = incoming[socket];
    bytes.append(buffer, static_cast<std::size_t>(size));
    for (std::size_t end; (end = bytes.find("\r\n\r\n")) != std::string::npos;) {
        std::string head = bytes.substr(0, end);
        std::transform(head.begin(), head.end(), head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const auto length = static_cast<std::size_t>(numberAfter(head, "content-length:", 0));
        if (bytes.size() < end + 4 + length)
            return;
        const std::size_t target = bytes.find(' ') + 1;
        const std::string path = bytes.substr(target, bytes.find(' ', target) - target), body = bytes.substr(end + 4, length);
        bytes.erase(0, end + 4 + length);
        act(socket, path, body);
    }
}

void command()
{
    std::string line;
    if (!std::getline(std::cin, line))
        std::exit(0);
    drill = {};
    long atOnce = 1, pauseUs = 0;
    if (std::sscanf(line.c_str(), "%ld %ld %ld", &drill.left, &atOnce, &pauseUs) < 1 || drill.left < 1)
        give("COUNT AT_ONCE PAUSE_US");
    drill.count = static_cast<std::size_t>(drill.left);
    drill.pause = microseconds(pauseUs);
    drill.begun = Clock::now();
    for (; atOnce > 0 && drill.left > 0; --atOnce)
        askOne();
}

int waitMs()
{
    if (drill.next.empty())
        return drill.tookUs.size() < drill.count ? 1000 : -1;
    return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(drill.next.top() - Clock::now()).count()));
}

} // namespace

int main()
{
    std::cin.sync_with_stdio(false);
    std::cin.rdbuf()->pubsetbuf(nullptr, 0);
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(server, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(server, 128) != 0 || getsockname(server, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        give("no port");
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    const int poll = epoll_create1(0);
    const auto watch = [poll](int descriptor) {
        epoll_event event{.events = EPOLLIN, .data = {.fd = descriptor}};
        epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
    };
    watch(server);
    watch(0);
    for (;;) {
        epoll_event events[64];
        const int count = epoll_wait(poll, events, 64, waitMs());
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[i].data.fd;
            if (descriptor == server) {
                const int socket = accept(server, nullptr, nullptr);
                setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                watch(socket);
            } else if (descriptor == 0) {
                command();
            } else {
                readFrom(descriptor);
            }
        }
        while (!drill.next.empty() && drill.next.top() <= Clock::now()) {
            drill.next.pop();
            askOne();
        }
        if (drill.tookUs.size() < drill.count && Clock::now() > drill.begun + patience)
            give("somebody was not answered");
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The product's Socket.IO over a job service that tells what it is told to: "burst N" on stdin makes N events of one job,
// "paced N MS" N events, MS milliseconds apart. Prints its port.
#include "api/http/server.h"
#include "api/jobsockets.h"
#include "fakeservices.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>

using namespace kule;

namespace {

class Fanout final : public http::Application
{
public:
    Fanout(JobService &jobs, AccessKeys &keys, Clock &clock, const Redactor &redactor)
        : m_sockets(jobs, keys, clock, redactor)
    {
    }
    std::optional<http::Response> refuse(const http::Head &) const override { return std::nullopt; }
    void serve(http::Request request, http::ResponderPtr responder) override { m_sockets.gate().serve(std::move(request), std::move(responder)); }
    http::Response broken(int status, const char *, const http::Head &) const override { return {status, {}, {}, {}, true}; }
    void served(const http::Head &, const http::Response &, qint64) override {}
    bool takesOver(const http::Head &head) const override { return engineio::Gate::wantsWebSocket(head); }
    void takeOver(http::Head head, std::unique_ptr<QTcpSocket> socket) override { m_sockets.gate().takeOver(std::move(head), std::move(socket)); }
    void threadBegins() override { m_sockets.gate().threadBegins(); }
    void threadDrains() override { m_sockets.gate().threadDrains(); }
    void threadEnds() override { m_sockets.gate().threadEnds(); }

private:
    JobSockets m_sockets;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    SystemClock clock;
    FakeJobs jobs;
    FakeKeys keys;
    Job &job = jobs.add(QStringLiteral("550e8400-e29b-41d4-a716-446655440000"), JobState::Running).job;
    const Redactor redactor;
    Fanout application(jobs, keys, clock, redactor);
    http::Limits limits;
    limits.connections = 20'000;
    http::Server server(application, clock, limits, 2);
    const auto listening = server.listen({QHostAddress(QHostAddress::LocalHost)}, 0);
    std::printf("%d\n", listening->port);
    std::fflush(stdout);

    const auto tell = [&] {
        ++job.revision;
        job.progress = 50;
        job.step = QString::number(std::chrono::steady_clock::now().time_since_epoch().count());
        Q_EMIT jobs.changed(job);
    };
    int left = 0;
    QTimer pace;
    pace.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pace, &QTimer::timeout, &app, [&] {
        tell();
        if (--left == 0)
            pace.stop();
    });
    QSocketNotifier commands(0, QSocketNotifier::Read);
    QObject::connect(&commands, &QSocketNotifier::activated, &app, [&] {
        std::string line;
        if (!std::getline(std::cin, line))
            return app.quit();
        std::istringstream words(line);
        std::string verb;
        int count = 0, apart = 0;
        words >> verb >> count >> apart;
        if (verb == "paced") {
            left = count;
            pace.start(apart);
        } else {
            for (int i = 0; i < count; ++i)
                tell();
        }
    });
    return app.exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Our server on one shard with the least application: the same answer to every request. Prints its port; ends with its input.
#include "api/http/server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace {

using namespace kule::http;

class Livez final : public Application
{
public:
    std::optional<Response> refuse(const Head &) const override { return std::nullopt; }
    void serve(Request, ResponderPtr responder) override
    {
        Response response;
        response.body = QByteArrayLiteral("{\"status\":\"ok\"}");
        responder->send(std::move(response));
    }
    Response broken(int status, const char *, const Head &) const override { return {status, "text/plain", {}, {}, true}; }
    void served(const Head &, const Response &, qint64) override {}
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    Livez livez;
    kule::SystemClock clock;
    Server server(livez, clock, {}, 1);
    const auto listening = server.listen({QHostAddress(QHostAddress::LocalHost)}, 0);
    if (!listening)
        return 1;
    std::printf("%d\n", listening->port);
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return application.exec();
}

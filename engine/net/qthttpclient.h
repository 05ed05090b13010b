// SPDX-License-Identifier: GPL-3.0-or-later
// HttpClient over QNetworkAccessManager. Lives on the thread it is moved to before its first use, and is destroyed there;
// what is under way then is answered with engine.gone. Never sends anything but GET and HEAD a second time.
#pragma once
#include "net/httpclient.h"

#include <QNetworkAccessManager>

namespace kule {

class QtHttpClient final : public QObject, public HttpClient
{
    Q_OBJECT
public:
    explicit QtHttpClient(Clock &clock, QObject *parent = nullptr)
        : QObject(parent)
        , m_clock(clock)
        , m_network(this)
    {
    }
    ~QtHttpClient() override;

    Future<Result<HttpReply>> send(HttpRequest request) override;

private:
    struct Exchange;
    void start(const std::shared_ptr<Exchange> &exchange);
    QNetworkReply *sendOnce(QNetworkRequest request, const HttpRequest &wanted);
    void follow(const std::shared_ptr<Exchange> &exchange, const QUrl &next, int status);

    Clock &m_clock;
    QNetworkAccessManager m_network;
};

} // namespace kule

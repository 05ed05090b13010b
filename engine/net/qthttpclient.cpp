// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qthttpclient.h"

#include <QNetworkReply>

namespace kule {

struct QtHttpClient::Exchange
{
    enum class Ended { ByItself, TimedOut, TooLarge };
    HttpRequest request;
    QPromise<Result<HttpReply>> promise;
    QByteArray body;
    qint64 startedAt = 0;
    Ended ended = Ended::ByItself;
    std::unique_ptr<Clock::Timer> timer;

    void answer(Result<HttpReply> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 readAhead = 256 * 1024;

// Qt counts 4xx and 5xx as errors too; those are answers.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolFailure);
}

HttpReply replyOf(const QNetworkReply &reply, QByteArray body, qint64 durationMs)
{
    HttpReply answer{reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), {}, std::move(body), durationMs};
    for (const auto &header : reply.rawHeaderPairs())
        answer.headers.emplace_back(header.first, header.second);
    return answer;
}

// A server that closes half-way through its answer: Qt tells for some framings only.
bool brokeOff(const HttpReply &reply, const QByteArray &method)
{
    bool isNumber = false;
    const qint64 promised = reply.header("content-length").toLongLong(&isNumber);
    return isNumber && method != "HEAD" && reply.header("content-encoding").isEmpty() && reply.status != 304 && promised != reply.body.size();
}

Error unreachable(const QString &url, const QString &reason)
{
    return {ErrorKind::Unavailable, "net.unreachable",
            text(QT_TRANSLATE_NOOP("Engine", "%1 could not be reached: %2. Check the address and the network."), hostOf(url), reason), nullptr, std::nullopt};
}

Error tooLarge(const HttpRequest &asked, int status)
{
    return {ErrorKind::TooLarge, "net.too_large",
            text(QT_TRANSLATE_NOOP("Engine", "%1 answered with more than %2 bytes, which was not taken. Check the address."), hostOf(asked.url), QString::number(asked.largestReply)),
            Json{{"status", status}}, std::nullopt};
}

} // namespace

QtHttpClient::~QtHttpClient()
{
    // Their finished() would come to a half-destroyed object.
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->disconnect(this);
}

QFuture<Result<HttpReply>> QtHttpClient::send(HttpRequest request)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->promise.start();
    auto future = exchange->promise.future();
    if (auto checked = checkUrl(exchange->request.url); !checked) {
        exchange->answer(fail(checked.error()));
        return future;
    }
    post(this, [this, exchange] { start(exchange); });
    return future;
}

void QtHttpClient::start(const std::shared_ptr<Exchange> &exchange)
{
    const HttpRequest &wanted = exchange->request;
    QNetworkRequest request(QUrl(wanted.url, QUrl::StrictMode));
    for (const auto &[name, value] : wanted.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         wanted.redirects == Redirects::Follow ? QNetworkRequest::NoLessSafeRedirectPolicy : QNetworkRequest::ManualRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    QNetworkReply *reply = wanted.method == "GET" ? m_network.get(request)
        : wanted.method == "HEAD"                 ? m_network.head(request)
                                                  : m_network.sendCustomRequest(request, wanted.method, wanted.body);
    reply->setReadBufferSize(readAhead);
    exchange->startedAt = m_clock.steadyMs();
    exchange->timer = m_clock.after(wanted.timeout, reply, [reply, weak = std::weak_ptr(exchange)] {
        if (const auto late = weak.lock())
            late->ended = Exchange::Ended::TimedOut;
        reply->abort();
    });
    connect(reply, &QNetworkReply::readyRead, this, [reply, exchange] {
        exchange->body += reply->readAll();
        if (exchange->body.size() > exchange->request.largestReply) {
            exchange->ended = Exchange::Ended::TooLarge;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, exchange] {
        reply->deleteLater();
        exchange->timer.reset();
        const HttpRequest &asked = exchange->request;
        if (exchange->ended == Exchange::Ended::TimedOut)
            return exchange->answer(fail(ErrorKind::TimedOut, "net.timeout",
                                         text(QT_TRANSLATE_NOOP("Engine", "%1 did not answer within %2 s. Try again later."), hostOf(asked.url),
                                              QString::number(static_cast<double>(asked.timeout.count()) / 1000))));
        if (exchange->ended == Exchange::Ended::TooLarge)
            return exchange->answer(fail(tooLarge(asked, replyOf(*reply, {}, 0).status)));
        if (reply->error() == QNetworkReply::SslHandshakeFailedError)
            return exchange->answer(fail(ErrorKind::Unavailable, "net.tls",
                                         text(QT_TRANSLATE_NOOP("Engine", "%1 could not be trusted: %2. Check its certificate."), hostOf(asked.url), reply->errorString())));
        const bool isLost = reply->error() == QNetworkReply::TooManyRedirectsError || reply->error() == QNetworkReply::InsecureRedirectError;
        if (!isLost && !isAnswer(reply->error()))
            return exchange->answer(fail(unreachable(asked.url, reply->errorString())));
        exchange->body += reply->readAll();
        HttpReply answer = replyOf(*reply, std::move(exchange->body), m_clock.steadyMs() - exchange->startedAt);
        if (isLost || (asked.redirects == Redirects::Refuse && answer.status >= 300 && answer.status < 400 && !answer.header("location").isEmpty())) {
            Error error{ErrorKind::Unavailable, "net.redirect_refused",
                        text(QT_TRANSLATE_NOOP("Engine", "%1 redirects to another address, which is not followed. Use the final address."), hostOf(asked.url)),
                        Json{{"status", answer.status}, {"location", answer.header("location").left(2000)}}, std::nullopt};
            return exchange->answer(fail(std::move(error)));
        }
        if (answer.body.size() > asked.largestReply)
            return exchange->answer(fail(tooLarge(asked, answer.status)));
        if (answer.status == 0 || brokeOff(answer, asked.method))
            return exchange->answer(fail(unreachable(asked.url, QStringLiteral("the answer broke off"))));
        exchange->answer(std::move(answer));
    });
}

} // namespace kule

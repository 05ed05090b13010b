// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qthttpclient.h"

#include "net/httpfailures.h"

#include <QNetworkReply>

namespace kule {

struct QtHttpClient::Exchange
{
    enum class Ended { ByItself, TimedOut, TooLarge };
    HttpRequest request;
    Promise<Result<HttpReply>> promise;
    QByteArray body;
    qint64 dropped = 0;
    std::optional<qint64> startedAt;
    int redirects = 0;
    Ended ended = Ended::ByItself;
    std::unique_ptr<Clock::Timer> timer;

    /// False: it is more than may be taken.
    bool take(const QByteArray &bytes)
    {
        body += bytes;
        const qint64 excess = body.size() - request.largestReply;
        if (excess <= 0)
            return true;
        if (request.excess == Excess::Refuse)
            return false;
        body.remove(0, excess);
        dropped += excess;
        return true;
    }
    void answer(Result<HttpReply> result) { promise.answer(std::move(result)); }
};

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 readAhead = 256 * 1024;

// A body that can be read once, be it empty. Qt sends a POST or a DELETE again by itself when the connection breaks, which a
// message to people must not be: it may have been taken. From a body that it cannot rewind it refrains.
class OneWayBody final : public QIODevice
{
public:
    OneWayBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        (void)open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return m_read == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_bytes.size() - m_read);
        if (size == 0)
            return m_bytes.isEmpty() ? 0 : -1;
        std::copy_n(m_bytes.constData() + m_read, size, data);
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_read = 0;
};

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
    return isNumber && method != "HEAD" && reply.header("content-encoding").isEmpty() && reply.status != 304 && promised != reply.dropped + reply.body.size();
}

// Before a connection there was nothing that a server could have acted upon.
Reach reachOf(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ? Reach::NeverSent : Reach::Unknown;
}

} // namespace

QtHttpClient::~QtHttpClient()
{
    // Their finished() would come to a half-destroyed object.
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->disconnect(this);
}

Future<Result<HttpReply>> QtHttpClient::send(HttpRequest request)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    auto future = exchange->promise.future();
    if (auto checked = checkUrl(exchange->request.url); !checked) {
        exchange->answer(fail(checked.error()));
        return future;
    }
    post(this, [this, exchange] { start(exchange); });
    return future;
}

void QtHttpClient::follow(const std::shared_ptr<Exchange> &exchange, const QUrl &next, int status)
{
    HttpRequest &request = exchange->request;
    // 307 and 308 repeat the request; the older ones ask for the page (RFC 9110 §15.4). A key is for the host it was given for.
    if (status < 307 && request.method != "HEAD") {
        request.method = "GET";
        request.body.clear();
    }
    if (hostOf(next.toString()) != hostOf(request.url))
        std::erase_if(request.headers, [](const auto &header) { return header.first.compare("authorization", Qt::CaseInsensitive) == 0; });
    request.url = next.toString(QUrl::FullyEncoded);
    start(exchange);
}

QNetworkReply *QtHttpClient::sendOnce(QNetworkRequest request, const HttpRequest &wanted)
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, wanted.body.size());
    auto *body = new OneWayBody(wanted.body, nullptr);
    QNetworkReply *reply = m_network.sendCustomRequest(request, wanted.method, body);
    body->setParent(reply);
    return reply;
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
    // Followed by us: Qt lets bytes of the redirecting answer through into the final one.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = wanted.method == "GET" ? m_network.get(request) : wanted.method == "HEAD" ? m_network.head(request) : sendOnce(std::move(request), wanted);
    reply->setReadBufferSize(readAhead);
    exchange->startedAt = exchange->startedAt.value_or(m_clock.steadyMs());
    const Milliseconds left = wanted.timeout - Milliseconds(m_clock.steadyMs() - *exchange->startedAt);
    exchange->timer = m_clock.after(std::max(left, Milliseconds(0)), reply, [reply, weak = std::weak_ptr(exchange)] {
        if (const auto late = weak.lock())
            late->ended = Exchange::Ended::TimedOut;
        reply->abort();
    });
    connect(reply, &QNetworkReply::readyRead, this, [reply, exchange] {
        if (!exchange->take(reply->readAll())) {
            exchange->ended = Exchange::Ended::TooLarge;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, exchange] {
        reply->deleteLater();
        exchange->timer.reset();
        const HttpRequest &asked = exchange->request;
        if (exchange->ended == Exchange::Ended::TimedOut)
            return exchange->answer(fail(tookTooLong(asked)));
        if (exchange->ended == Exchange::Ended::TooLarge)
            return exchange->answer(fail(tooLarge(asked, replyOf(*reply, {}, 0).status)));
        if (reply->error() == QNetworkReply::SslHandshakeFailedError)
            return exchange->answer(fail(notTrusted(asked.url, reply->errorString())));
        if (!isAnswer(reply->error()))
            return exchange->answer(fail(unreachable(asked.url, reply->errorString(), reachOf(reply->error()))));
        const bool isTaken = exchange->take(reply->readAll());
        HttpReply answer = replyOf(*reply, std::exchange(exchange->body, {}), m_clock.steadyMs() - *exchange->startedAt);
        answer.dropped = exchange->dropped;
        if (isRedirect(answer)) {
            const QUrl next = reply->url().resolved(QUrl::fromEncoded(answer.header("location"), QUrl::StrictMode));
            const bool isSafe = checkUrl(next.toString()) && (reply->url().scheme() == QLatin1String("http") || next.scheme() == QLatin1String("https"));
            if (asked.redirects == Redirects::Follow && isSafe && ++exchange->redirects <= mostRedirects)
                return follow(exchange, next, answer.status);
            return exchange->answer(fail(redirectRefused(asked, answer)));
        }
        if (!isTaken)
            return exchange->answer(fail(tooLarge(asked, answer.status)));
        if (answer.status == 0 || brokeOff(answer, asked.method))
            return exchange->answer(fail(brokenOff(asked.url)));
        exchange->answer(std::move(answer));
    });
}

} // namespace kule

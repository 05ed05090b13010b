// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpconnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace kule {
namespace {

bool isTls(const QUrl &address)
{
    return address.scheme() == QLatin1String("https");
}

int portOf(const QUrl &address)
{
    return address.port(isTls(address) ? 443 : 80);
}

// What the system says for such an address; a proxy that only repeats requests is none for a connection.
QNetworkProxy proxyFor(const QUrl &address)
{
    const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(address));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() != QNetworkProxy::HttpCachingProxy && proxy.type() != QNetworkProxy::FtpCachingProxy)
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

QByteArray hostLineOf(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray pathAndQueryOf(const QUrl &url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1(), query = url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? QByteArray("/") : path) + (query.isEmpty() ? QByteArray() : '?' + query);
}

QByteArray headOf(const HttpRequest &request, const HttpTarget &target)
{
    QByteArray head;
    head.reserve(512 + request.body.size());
    head += request.method + ' ' + target.pathAndQuery + " HTTP/1.1\r\nHost: " + target.host + "\r\n";
    for (const auto &[name, value] : request.headers)
        head += name + ": " + value + "\r\n";
    if (!request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD"))
        head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return head + "\r\n";
}

} // namespace

HttpTarget::HttpTarget(const QString &text)
    : address(text)
    , url(text, QUrl::StrictMode)
    , origin(url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1() + ':' + QByteArray::number(portOf(url)))
    , pathAndQuery(pathAndQueryOf(url))
    , host(hostLineOf(url))
{
}

HttpConnection::HttpConnection(HttpTargetPtr target, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
{
    if (isTls(m_target->url)) {
        auto *secure = new QSslSocket(this);
        connect(secure, &QSslSocket::encrypted, this, &HttpConnection::opened);
        m_socket = secure;
    } else {
        m_socket = new QTcpSocket(this);
        connect(m_socket, &QAbstractSocket::connected, this, &HttpConnection::opened);
    }
    m_socket->setProxy(proxyFor(m_target->url));
    connect(m_socket, &QIODevice::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, &HttpConnection::failed);
    connect(m_socket, &QAbstractSocket::disconnected, this, &HttpConnection::closed);
    connectBy(m_protocol);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

// The fourth version first: a sixth that leads nowhere would be waited for longer than any request may take.
void HttpConnection::connectBy(QAbstractSocket::NetworkLayerProtocol protocol)
{
    m_protocol = protocol;
    const auto port = static_cast<quint16>(portOf(m_target->url));
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket))
        secure->connectToHostEncrypted(m_target->url.host(QUrl::FullyEncoded), port, QIODevice::ReadWrite, protocol);
    else
        m_socket->connectToHost(m_target->url.host(QUrl::FullyEncoded), port, QIODevice::ReadWrite, protocol);
}

void HttpConnection::send(const HttpRequest &request, const HttpTarget &target, Ended ended)
{
    m_request = request;
    m_bytes = headOf(request, target) + request.body;
    m_ended = std::move(ended);
    m_reader = std::make_unique<ReplyReader>(request.method == "HEAD" ? ReplyReader::Body::None : ReplyReader::Body::Expected, request.largestReply);
    m_hasWritten = false;
    m_isKept = false;
    if (m_isOpen)
        write();
}

void HttpConnection::abandon()
{
    m_ended = nullptr;
    m_socket->disconnect(this);
    m_socket->abort();
}

void HttpConnection::opened()
{
    m_isOpen = true;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_ended)
        write();
}

void HttpConnection::write()
{
    m_hasWritten = true;
    m_socket->write(std::exchange(m_bytes, {}));
    m_socket->flush();
}

void HttpConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_ended)
        return judge(m_reader->feed(bytes));
    m_socket->abort(); // nobody has asked
}

void HttpConnection::failed(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError && m_isOpen)
        return; // closed() follows
    if (error == QAbstractSocket::SslHandshakeFailedError)
        return end(fail(notTrusted(m_request.url, m_socket->errorString())));
    if (!m_isOpen && m_protocol == QAbstractSocket::IPv4Protocol)
        return post(this, [this] {
            m_socket->abort();
            connectBy(QAbstractSocket::AnyIPProtocol);
        });
    end(fail(unreachable(m_request.url, m_socket->errorString(), reach())));
}

void HttpConnection::closed()
{
    if (!m_isOpen)
        return; // failed() has said so
    m_isOpen = false;
    if (!m_ended)
        return Q_EMIT lost();
    if (const QByteArray rest = m_socket->readAll(); !rest.isEmpty())
        judge(m_reader->feed(rest));
    if (m_ended)
        judge(m_reader->close());
}

void HttpConnection::judge(ReplyReader::State state)
{
    switch (state) {
    case ReplyReader::State::NeedMore:
        return;
    case ReplyReader::State::Broken:
        return end(fail(brokenOff(m_request.url)));
    case ReplyReader::State::TooLarge:
        return end(fail(tooLarge(m_request, m_reader->status())));
    case ReplyReader::State::Complete:
        break;
    }
    m_isKept = m_isOpen && m_reader->keepsConnection();
    HttpReply reply = m_reader->takeReply();
    if (isRedirect(reply))
        return end(fail(redirectRefused(m_request, reply)));
    end(std::move(reply));
}

void HttpConnection::end(Result<HttpReply> result)
{
    if (const Ended ended = std::exchange(m_ended, nullptr))
        ended(std::move(result));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiserver.h"

#include "api/discovery.h"
#include "api/http/tls.h"
#include "api/platform/process.h"
#include "settings/settingsservice.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

namespace kule {
namespace {

constexpr int shards = 2;
constexpr Milliseconds betweenNotes(250);
constexpr Milliseconds farewell(2'000);

ApiPolicy policyOf(const Settings &settings)
{
    ApiPolicy policy;
    policy.listen = settings.list(Setting::ApiListen);
    for (const QString &origin : settings.list(Setting::ApiCorsOrigins))
        policy.corsOrigins.push_back(origin.endsWith(u'/') ? origin.chopped(1).toUtf8() : origin.toUtf8());
    const QUrl open(settings.text(Setting::TelegramPublicUrl));
    policy.publicHost = open.host(QUrl::FullyEncoded).toLatin1() + (open.port() > 0 ? ':' + QByteArray::number(open.port()) : QByteArray());
    policy.requestsPerMinute = settings.number(Setting::ApiRequestsPerMinute);
    return policy;
}

engineio::Gate::Rules socketRulesOf(const Settings &settings)
{
    return {settings.isOn(Setting::ApiEio3) ? engineio::OldClients::Served : engineio::OldClients::Refused, settings.number(Setting::ApiMaxClients)};
}

http::Limits limitsOf(const Settings &settings)
{
    http::Limits limits;
    limits.bodyBytes = settings.number(Setting::ApiMaxBody);
    limits.connections = settings.number(Setting::ApiMaxConnections);
    limits.waiting = settings.number(Setting::ApiMaxClients);
    limits.headTime = std::chrono::seconds(settings.number(Setting::ApiHeaderTimeout));
    limits.idleTime = limits.stalledTime = std::chrono::seconds(settings.number(Setting::ApiIdleTimeout));
    return limits;
}

Result<QByteArray> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Unavailable, "api.tls_unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "%1 cannot be read: %2. Mend the path or its permissions."), path, file.errorString()));
    return file.read(1 << 20);
}

Result<std::optional<QSslConfiguration>> tlsOf(const QString &certificate, const QString &key)
{
    if (certificate.isEmpty() && key.isEmpty())
        return std::nullopt;
    if (certificate.isEmpty() || key.isEmpty())
        return fail(ErrorKind::Invalid, "api.tls_incomplete",
                    text(QT_TRANSLATE_NOOP("Engine", "TLS needs both a certificate and its key. Set api.tls_certificate and api.tls_key.")));
    const auto certificatePem = readPem(certificate);
    auto keyPem = readPem(key);
    if (!certificatePem || !keyPem)
        return fail(certificatePem ? keyPem.error() : certificatePem.error());
    const Secret secret(*keyPem);
    scrub(keyPem->data(), static_cast<std::size_t>(keyPem->size()));
    return http::serverTls(*certificatePem, secret).map([](const QSslConfiguration &tls) { return std::optional(tls); });
}

Result<std::vector<QHostAddress>> addressesOf(const QStringList &names)
{
    std::vector<QHostAddress> addresses;
    for (const QString &name : names) {
        const QHostAddress address = name == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(name);
        if (address.isNull())
            return fail(ErrorKind::Invalid, "api.bad_address",
                        text(QT_TRANSLATE_NOOP("Engine", "%1 is not an address to listen on. Write one such as 127.0.0.1 or ::1 in api.listen."), name));
        addresses.push_back(address);
    }
    if (addresses.empty())
        return fail(ErrorKind::Invalid, "api.bad_address",
                    text(QT_TRANSLATE_NOOP("Engine", "There is no address to listen on. Write one such as 127.0.0.1 in api.listen.")));
    return addresses;
}

} // namespace

ApiServer::ApiServer(Services services, const Folders &folders, Secret ownKey)
    : m_services(services)
    , m_discoveryFile(folders.discoveryFile())
    , m_ownKey(std::move(ownKey))
    , m_application(services, *this)
{
    m_application.requestLog().setAwake([this] {
        post(this, [this] { m_notesTimer = m_services.clock.after(betweenNotes, this, [this] { noteRequests(); }); });
    });
    connect(&services.settings, &SettingsService::changed, this, [this](const Settings &settings) {
        if (m_isOpen)
            follow(settings);
    });
}

ApiServer::~ApiServer()
{
    if (m_status.isListening)
        removeDiscovery(m_discoveryFile, QCoreApplication::applicationPid());
}

void ApiServer::open()
{
    m_isOpen = true;
    allowManyConnections();
    follow(m_services.settings.current());
}

Future<Done> ApiServer::close(Milliseconds bound)
{
    m_isOpen = false;
    if (m_status.isListening)
        removeDiscovery(m_discoveryFile, QCoreApplication::applicationPid());
    m_status = {};
    Q_EMIT changed(m_status);
    return m_server ? m_server->stop(bound) : answered(Done());
}

void ApiServer::follow(const Settings &settings)
{
    m_application.setPolicy(policyOf(settings));
    m_application.setSocketRules(socketRulesOf(settings));
    m_limits = limitsOf(settings);
    const Place place{settings.number(Setting::ApiPort), settings.list(Setting::ApiListen), settings.text(Setting::ApiTlsCertificate),
                      settings.text(Setting::ApiTlsKey)};
    if (m_server && place == m_place)
        return m_server->setLimits(m_limits);
    m_place = place;
    listen();
}

void ApiServer::listen()
{
    // The one that listened till now answers what it has, on its own, and goes.
    if (auto *leaving = m_server.release()) {
        m_leaving.emplace_back(leaving);
        whenDone(leaving->stop(farewell), this, [this, leaving](const Done &) {
            std::erase_if(m_leaving, [leaving](const auto &server) { return server.get() == leaving; });
        });
    }
    m_status = {};
    if (const auto listening = tryListen()) {
        m_status.isListening = true;
        m_status.port = listening->port;
        m_status.urls = listening->urls;
        const auto written = writeDiscovery(m_discoveryFile, {QCoreApplication::applicationPid(), listening->urls.value(0),
                                                              QStringLiteral(KULE_VERSION), m_ownKey.clone()});
        if (!written)
            m_status.problem = written.error();
    } else {
        removeDiscovery(m_discoveryFile, QCoreApplication::applicationPid());
        m_status.problem = listening.error();
    }
    Q_EMIT changed(now());
}

Result<http::Listening> ApiServer::tryListen()
{
    const auto addresses = addressesOf(m_place.addresses);
    if (!addresses)
        return fail(addresses.error());
    auto tls = tlsOf(m_place.certificate, m_place.key);
    if (!tls)
        return fail(tls.error());
    auto server = std::make_unique<http::Server>(m_application, m_services.clock, m_limits, shards);
    auto listening = server->listen(*addresses, static_cast<quint16>(m_place.port), std::move(*tls));
    if (listening)
        m_server = std::move(server);
    return listening;
}

ApiStatus ApiServer::now() const
{
    ApiStatus status = m_status;
    status.connections = m_server ? m_server->connections() : 0;
    status.requests = m_application.metrics().requests();
    const JobSockets &sockets = m_application.sockets();
    status.clients = sockets.clients().sessions;
    status.webSockets = sockets.clients().webSockets;
    status.subscriptions = sockets.subscriptions();
    return status;
}

Future<Result<ApiStatus>> ApiServer::status()
{
    return ask(this, [this]() -> Result<ApiStatus> { return now(); });
}

Future<Result<std::vector<ApiRequestNote>>> ApiServer::recent()
{
    return ask(this, [this]() -> Result<std::vector<ApiRequestNote>> { return m_application.requestLog().recent(); });
}

void ApiServer::noteRequests()
{
    auto notes = m_application.requestLog().take();
    std::reverse(notes.begin(), notes.end());
    Q_EMIT served(std::move(notes));
}

} // namespace kule

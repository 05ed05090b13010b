// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"

#include "api/discovery.h"

#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <algorithm>

namespace kule::cli {

Result<Secret> readKey(const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return refuse(ErrorKind::Invalid, "cli.key_file",
                      QCoreApplication::translate("Cli", "The key file %1 cannot be read: %2.").arg(shown, source.errorString()));
    QByteArray bytes = source.read(64 * 1024);
    const QByteArrayView key = QByteArrayView(bytes).trimmed();
    if (key.isEmpty())
        return refuse(ErrorKind::Invalid, "cli.key_file",
                      QCoreApplication::translate("Cli", "The key file %1 is empty. An empty key opens nothing; write a key into it.").arg(shown));
    const bool fits = key.size() <= 1024 && std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    Secret secret(key);
    scrub(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!fits)
        return refuse(ErrorKind::Invalid, "cli.key_file",
                      QCoreApplication::translate("Cli", "The key file %1 must hold one key of printable ASCII, at most 1024 characters.").arg(shown));
    return secret;
}

void declareClient(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("url")}, QCoreApplication::translate("Cli", "Address of the engine; else the one that runs here is found."), "url");
    declare(parser, {QStringLiteral("key-file")}, QCoreApplication::translate("Cli", "File with the access key; else KULE_API_KEY, else the engine's own."), "file");
    declare(parser, {QStringLiteral("data-dir")}, QCoreApplication::translate("Cli", "Data folder of the engine."), "folder");
}

void declarePage(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("limit")}, QCoreApplication::translate("Cli", "How many at most, 1 to 1000; else 50."), "number");
    declare(parser, {QStringLiteral("after")}, QCoreApplication::translate("Cli", "Continue after this place, as the page before named it."), "cursor");
}

// A word with a space was in quotes that the shell took away.
static QString filterOf(const Session &session)
{
    QStringList words = session.words();
    for (QString &word : words) {
        static const QRegularExpression key(QStringLiteral("^-?([A-Za-z_]+:)?"));
        const qsizetype start = key.match(word).capturedLength();
        if (word.contains(u' ') && !word.contains(u'"'))
            word = word.left(start) + u'"' + word.mid(start) + u'"';
    }
    return words.join(u' ');
}

// The filter, and under it what is wrong in it.
static void pointAt(const Session &session, const Json &details)
{
    if (session.out.isJson() || !details.is_object() || !details.contains("position"))
        return;
    session.out.say(filterOf(session));
    session.out.say(QString(details.value("position", 0), u' ') + QString(std::clamp(details.value("length", 1), 1, 200), u'^'));
}

QUrlQuery pageQuery(const Session &session)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("limit", session.option("limit").value_or(QStringLiteral("50")));
    add("after", session.option("after").value_or(QString()));
    add("q", filterOf(session));
    return query;
}

Result<ExitCode> tellPage(Session &session, Client &client, const QString &path, const ListText &list)
{
    const auto page = client.get(path, pageQuery(session));
    if (!page) {
        pointAt(session, page.error().details);
        return fail(page.error());
    }
    if (session.out.isJson()) {
        session.out.json(*page);
        return ExitCode::Ok;
    }
    std::vector<QStringList> rows;
    for (const Json &item : page->value("items", Json::array()))
        rows.push_back(list.rowOf(session.out, item));
    if (rows.empty())
        session.out.say(list.none);
    else
        session.out.table(list.heads, rows);
    if (const QString next = textOf(*page, "next"); !next.isEmpty())
        session.out.say(QCoreApplication::translate("Cli", "%1 of %2 shown; more with --after %3")
                            .arg(QString::number(rows.size()), QString::number(page->value("total", qint64(0))), next));
    if (const qint64 unsearched = page->value("unsearched", qint64(0)); unsearched > 0)
        session.out.say(QCoreApplication::translate("Cli", "The search has yet to look into %1 jobs; ask again in a while.").arg(unsearched));
    return ExitCode::Ok;
}

QString segment(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

Result<std::unique_ptr<Client>> Client::connect(const Session &session)
{
    QUrl url;
    Secret key;
    if (const auto file = session.option("key-file")) {
        auto read = readKey(*file);
        if (!read)
            return fail(read.error());
        key = std::move(*read);
    } else if (const QByteArray given = qgetenv("KULE_API_KEY").trimmed(); !given.isEmpty()) {
        key = Secret(given);
    }
    if (const auto named = session.option("url")) {
        url = QUrl(*named, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
            return refuse(ErrorKind::Invalid, "cli.bad_url",
                          QCoreApplication::translate("Cli", "\"%1\" is no address of an engine. One looks like http://127.0.0.1:3000.").arg(*named));
    } else if (auto found = readDiscovery(session.folders.discoveryFile())) {
        url = QUrl(found->url);
        if (key.isEmpty())
            key = std::move(found->key);
    } else {
        return refuse(ErrorKind::Unavailable, "cli.no_engine",
                      QCoreApplication::translate("Cli", "No engine runs on %1. Start one with \"kule serve\" or open the console, or name one with --url.")
                          .arg(QDir::toNativeSeparators(session.folders.data)));
    }
    return std::make_unique<Client>(std::move(url), std::move(key), session.language);
}

Client::Client(QUrl base, Secret key, Language language)
    : m_base(std::move(base))
    , m_key(std::move(key))
    , m_language(tagOf(language))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Result<Json> Client::get(const QString &path, const QUrlQuery &query)
{
    return call("GET", path, query, nullptr);
}

Result<Json> Client::post(const QString &path, const Json &body)
{
    return call("POST", path, {}, &body);
}

Result<Json> Client::put(const QString &path, const Json &body)
{
    return call("PUT", path, {}, &body);
}

Result<Json> Client::remove(const QString &path, const QUrlQuery &query)
{
    return call("DELETE", path, query, nullptr);
}

Done Client::download(const QString &path, const QUrlQuery &query, const std::function<Done(const QByteArray &)> &take)
{
    QNetworkRequest asked = request(path, query);
    asked.setRawHeader("Accept-Encoding", "identity");
    const std::unique_ptr<QNetworkReply> reply(m_network.get(asked));
    reply->setReadBufferSize(4 << 20); // a slow disk slows the engine down, not fills the memory
    Done taken;
    const auto read = [&] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 200 || !taken)
            return;
        taken = take(reply->readAll());
        if (!taken)
            reply->abort();
    };
    QObject::connect(reply.get(), &QIODevice::readyRead, reply.get(), read);
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    read();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!taken)
        return taken;
    if (status != 0 && status != 200) {
        const auto refusal = answerOf(status, reply->rawHeader("Retry-After"), reply->readAll());
        return refusal ? refuse(ErrorKind::Broken, "cli.status", QCoreApplication::translate("Cli", "The engine answered with HTTP status %1. Its log may say why.").arg(status)) : Done(fail(refusal.error()));
    }
    if (reply->error() != QNetworkReply::NoError)
        return refuse(ErrorKind::Unavailable, "cli.broken_off",
                      QCoreApplication::translate("Cli", "It broke off before its end: %1. Look whether the engine still runs, and try again.").arg(reply->errorString()));
    return {};
}

QNetworkRequest Client::request(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_base;
    url.setPath(path, QUrl::TolerantMode);
    url.setQuery(query);
    QNetworkRequest asked(url);
    asked.setTransferTimeout(30'000);
    asked.setRawHeader("Accept-Language", m_language);
    if (!m_key.isEmpty())
        asked.setRawHeader("X-API-Key", m_key.view().toByteArray());
    return asked;
}

Result<Json> Client::call(const char *method, const QString &path, const QUrlQuery &query, const Json *body)
{
    QNetworkRequest asked = request(path, query);
    if (body)
        asked.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(asked, method, body ? dumpJson(*body) : QByteArray()));
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return refuse(ErrorKind::Unavailable, "cli.unreachable",
                      QCoreApplication::translate("Cli", "The engine at %1 cannot be reached: %2. Check whether it still runs.").arg(m_base.toString(), reply->errorString()));
    return answerOf(status, reply->rawHeader("Retry-After"), reply->readAll());
}

Result<Json> Client::answerOf(int status, const QByteArray &retryAfter, const QByteArray &body) const
{
    const auto json = parseJson(body, nullptr, 4 * maxJsonDepth);
    if (!json)
        return refuse(ErrorKind::Unavailable, "cli.not_kule",
                      QCoreApplication::translate("Cli", "What answers at %1 is not Kule (HTTP status %2). Check --url.").arg(url(), QString::number(status)));
    if (status < 300)
        return json->is_object() && json->contains("success") && json->contains("data") ? json->at("data") : *json;
    // {"error": "sentence", "code"} of the job runner's routes, {"error": {"code", "message", "details"?}} of all others.
    const Json problem = json->is_object() ? json->value("error", Json()) : Json();
    const Json &carrier = problem.is_object() ? problem : *json;
    const QString fallback = QCoreApplication::translate("Cli", "The engine answered with HTTP status %1. Its log may say why.").arg(status);
    Error error{kindOfStatus(status), textOf(carrier, "code", QStringLiteral("cli.status")).toUtf8(),
                Text{(problem.is_string() ? problem.get<QString>() : textOf(carrier, "message", fallback)).toUtf8(), {}},
                problem.is_object() ? problem.value("details", Json()) : Json(), std::nullopt};
    bool isNumber = false;
    if (const int seconds = retryAfter.toInt(&isNumber); isNumber)
        error.retryAfter = seconds;
    return fail(std::move(error));
}

} // namespace kule::cli

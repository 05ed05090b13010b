// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP API of a running engine, as commands call it. Main thread; a call returns when its answer is there. Where the
// engine is comes from the flags, the environment or its discovery file. Never prints the key, never follows a redirect.
#pragma once
#include "waiting.h"
#include "command.h"

#include "base/secret.h"

#include <QNetworkAccessManager>
#include <QUrl>
#include <QUrlQuery>

class QNetworkRequest;

namespace kule::cli {

class Client
{
public:
    /// cli.no_engine when none runs and no --url is given; cli.bad_url; cli.key_file.
    static Result<std::unique_ptr<Client>> connect(const Session &session);
    Client(QUrl base, Secret key, Language language);

    /// Answers `data` of {"success", "data"}, or the whole object where there is none (the job runner's routes). A failure has the code and
    /// the sentence that the engine gave; cli.unreachable when it gave none.
    Result<Json> get(const QString &path, const QUrlQuery &query = {});
    Result<Json> post(const QString &path, const Json &body = Json::object());
    Result<Json> put(const QString &path, const Json &body);
    Result<Json> remove(const QString &path, const QUrlQuery &query = {});
    /// A stream, piece by piece as it comes; take's refusal ends it. A stream that breaks is cli.broken_off.
    Done download(const QString &path, const QUrlQuery &query, const std::function<Done(const QByteArray &)> &take);

    QString url() const { return m_base.toString(); }

private:
    QNetworkRequest request(const QString &path, const QUrlQuery &query) const;
    Result<Json> call(const char *method, const QString &path, const QUrlQuery &query, const Json *body);
    Result<Json> answerOf(int status, const QByteArray &retryAfter, const QByteArray &body) const;

    QUrl m_base;
    Secret m_key;
    QByteArray m_language;
    QNetworkAccessManager m_network;
};

/// An access key from a file: white space around it is dropped. cli.key_file when it cannot be read, is empty or holds
/// what no header can carry.
Result<Secret> readKey(const QString &file);
/// The options that find an engine: --url, --key-file, --data-dir.
void declareClient(QCommandLineParser &parser);
/// --limit and --after of a list, and its query: those and the words as the filter.
void declarePage(QCommandLineParser &parser);
QUrlQuery pageQuery(const Session &session);
/// A list of the API for people: one table with a row an item, or a sentence when there is none.
struct ListText
{
    QStringList heads;
    QStringList (*rowOf)(const Output &out, const Json &item);
    QString none;
};
/// Asks for the page that the options name and tells it, with how to go on when it was not all; --json: as it came.
Result<ExitCode> tellPage(Session &session, Client &client, const QString &path, const ListText &list);
/// A name as one segment of a path.
QString segment(const QString &name);

} // namespace kule::cli

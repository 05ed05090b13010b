// SPDX-License-Identifier: GPL-3.0-or-later
// Heroku's Platform API v3 as requests and answers: what is sent, what an answer means, and how its JSON, which may be anything,
// is read. Pure; any thread.
#pragma once
#include "base/secret.h"
#include "heroku/heroku.h"
#include "net/httpclient.h"

namespace kule::herokucalls {

/// Lower-case letters, digits and "-": nothing else is ever put into an address.
bool isAppName(const QString &name);
/// Letters, digits, "_" and "-".
bool isProcessType(const QString &name);
/// Printable ASCII without spaces: nothing else is ever put into a header.
bool isToken(QByteArrayView text);

struct Call
{
    QByteArray method = "GET";
    QString path = {}; ///< behind "/apps/{app}"; segments are encoded
    Json body = nullptr;
};
/// base: without a slash at its end.
HttpRequest requestOf(const QString &base, const QString &app, const Secret &token, const Call &call);

/// The body of an answer that says yes; heroku.* for every other, of what the HTTP client says too. said(): takes secrets out
/// of Heroku's own words.
Result<Json> answerOf(const Result<HttpReply> &reply, const QString &app, qint64 nowMs, const std::function<QString(const QString &)> &said);
/// RateLimit-Remaining
std::optional<qint64> requestsLeftOf(const HttpReply &reply);
/// Of a request that changes something: heroku.unclear where it may have been done all the same.
Error orUnclear(Error error);

Error unreadable();
/// heroku.unreadable; an item of the list that is none is one too.
Result<std::vector<HerokuDyno>> dynosOf(const Json &answer);
Result<std::vector<HerokuFormation>> formationOf(const Json &answer);
/// Where a log session's lines are; a secret, as it needs no token.
Result<QString> logAddressOf(const Json &answer, const QString &base);

} // namespace kule::herokucalls

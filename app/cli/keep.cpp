// SPDX-License-Identifier: GPL-3.0-or-later
// kule keep: how much is kept, and what would go by the settings as they are or by others. Deletes nothing.
#include "client.h"
#include "jobtext.h"

#include <QLocale>

namespace kule::cli {
namespace {

QString kindText(const QString &kind)
{
    if (kind == QLatin1String("jobs"))
        return QCoreApplication::translate("Cli", "jobs that went well");
    if (kind == QLatin1String("failed_jobs"))
        return QCoreApplication::translate("Cli", "failed jobs");
    if (kind == QLatin1String("fatals"))
        return QCoreApplication::translate("Cli", "fatal reports");
    return kind == QLatin1String("callbacks") ? QCoreApplication::translate("Cli", "delivered callbacks") : QCoreApplication::translate("Cli", "activity");
}

Result<ExitCode> keep(Session &session)
{
    QUrlQuery query;
    for (const QString &word : session.words()) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return usageError(QCoreApplication::translate("Cli", "\"%1\" is no limit. One looks like jobs_days=30; \"kule help keep\" says more.").arg(word));
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(word.left(equals))), QString::fromLatin1(QUrl::toPercentEncoding(word.mid(equals + 1))));
    }
    const auto client = Client::connect(session);
    if (!client)
        return fail(client.error());
    const auto kinds = (*client)->get(QStringLiteral("/api/retention/preview"), query);
    if (!kinds)
        return fail(kinds.error());
    if (session.out.isJson()) {
        session.out.json(*kinds);
        return ExitCode::Ok;
    }
    const QLocale locale;
    std::vector<QStringList> rows;
    for (const Json &going : *kinds) {
        rows.push_back({QString::number(numberOf(going, "count")), locale.formattedDataSize(numberOf(going, "bytes")), timeText(going.value("oldest", Json())),
                        QString::number(numberOf(going, "total")), kindText(textOf(going, "kind"))});
    }
    session.out.table({QCoreApplication::translate("Cli", "WOULD GO"), QCoreApplication::translate("Cli", "SIZE"), QCoreApplication::translate("Cli", "OLDEST"),
                       QCoreApplication::translate("Cli", "OF"), QCoreApplication::translate("Cli", "KIND")}, rows);
    return ExitCode::Ok;
}

} // namespace

const Command keepCommand{"keep", "[jobs_days=30 failed_mb=500 …]",
                          QT_TRANSLATE_NOOP("Cli", "Say what would be deleted by the settings under keep., or by other limits."), declareClient, keep};

} // namespace kule::cli

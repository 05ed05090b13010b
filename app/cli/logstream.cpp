// SPDX-License-Identifier: GPL-3.0-or-later
#include "logstream.h"

#include "platform/stopsignals.h"

#include <QDateTime>

namespace kule::cli {
namespace {

constexpr qsizetype timeLength = 24; // "2026-11-21T00:33:09.123Z", then a space

bool beginsWithTime(QByteArrayView line)
{
    return line.size() > timeLength && line[10] == 'T' && line[timeLength - 1] == 'Z' && line[timeLength] == ' ';
}

} // namespace

void declareLogTime(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("time")}, QCoreApplication::translate("Cli", "Times of the lines: utc, local or off; else local."), "kind");
}

Result<LogTime> logTimeOf(const Session &session)
{
    const QString word = session.option("time").value_or(QStringLiteral("local"));
    if (word == QLatin1String("utc"))
        return LogTime::Utc;
    if (word == QLatin1String("local"))
        return LogTime::Local;
    if (word == QLatin1String("off"))
        return LogTime::Off;
    return usageError(QCoreApplication::translate("Cli", "--time takes utc, local or off."));
}

LogStream::LogStream(Client &client, Output &out, QString path, int attempt, LogTime time)
    : m_client(client)
    , m_out(out)
    , m_path(std::move(path))
    , m_attempt(attempt)
    , m_time(time)
{
}

Done LogStream::skipTo(qint64 tail)
{
    const auto slice = m_client.get(m_path, QUrlQuery{{QStringLiteral("tail"), QString::number(tail)}});
    if (slice)
        m_offset = slice->value("offset", qint64(0));
    return slice.map([](const Json &) {});
}

Result<ExitCode> LogStream::follow()
{
    const StopSignals stop;
    for (;;) {
        const auto isAll = drain();
        if (!isAll)
            return fail(isAll.error());
        if (*isAll)
            return ExitCode::Ok;
        if (stop.count() > 0)
            return ExitCode::Interrupted;
        pause(Milliseconds(150), &stop, &StopSignals::requested);
    }
}

Result<bool> LogStream::drain()
{
    for (;;) {
        QUrlQuery query{{QStringLiteral("offset"), QString::number(m_offset)}, {QStringLiteral("limit"), QStringLiteral("1048576")}};
        if (m_attempt > 0)
            query.addQueryItem(QStringLiteral("attempt"), QString::number(m_attempt));
        const auto slice = m_client.get(m_path, query);
        if (!slice)
            return fail(slice.error());
        if (const qint64 skipped = slice->value("skipped", qint64(0)); skipped > 0)
            m_out.say(QCoreApplication::translate("Cli", "(%1 bytes of the log were not kept here)").arg(skipped));
        const qint64 next = slice->value("next", m_offset);
        const bool isAll = next == m_offset || next >= slice->value("size", next);
        const bool isComplete = isAll && slice->value("is_complete", false);
        m_rest += textOf(*slice, "text").toUtf8();
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            put(QByteArrayView(m_rest).first(end));
            m_rest.remove(0, end + 1);
        }
        m_offset = next;
        if (m_out.isBroken())
            return true;
        if (!isAll)
            continue;
        if (isComplete && !m_rest.isEmpty())
            put(std::exchange(m_rest, {}));
        return isComplete;
    }
}

Result<qint64> LogStream::search(const QString &pattern)
{
    for (qint64 from = 0, count = 0;;) {
        QUrlQuery query{{QStringLiteral("from"), QString::number(from)}, {QStringLiteral("limit"), QStringLiteral("1000")}};
        query.addQueryItem(QStringLiteral("pattern"), QString::fromLatin1(QUrl::toPercentEncoding(pattern))); // a + would be a space
        if (m_attempt > 0)
            query.addQueryItem(QStringLiteral("attempt"), QString::number(m_attempt));
        const auto found = m_client.get(m_path + QStringLiteral("/search"), query);
        if (!found)
            return fail(found.error());
        for (const Json &hit : found->value("hits", Json::array())) {
            const QString time = textOf(hit, "time");
            put((time.isEmpty() ? textOf(hit, "text") : time + u' ' + textOf(hit, "text")).toUtf8());
            ++count;
        }
        from = found->value("next", from);
        if (found->value("is_end", true) || m_out.isBroken())
            return count;
    }
}

void LogStream::put(QByteArrayView line)
{
    const bool hasTime = beginsWithTime(line);
    const QByteArrayView time = line.first(hasTime ? timeLength : 0);
    const QByteArrayView text = line.sliced(hasTime ? timeLength + 1 : 0);
    if (m_out.isJson())
        return m_out.jsonLine({{"time", time.toByteArray()}, {"text", text.toByteArray()}});
    QByteArray shown;
    if (hasTime && m_time == LogTime::Utc)
        shown = time.toByteArray() + ' ';
    else if (hasTime && m_time == LogTime::Local)
        shown = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODateWithMs).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")).toLatin1();
    m_out.remote(shown + text.toByteArray() + '\n');
}

} // namespace kule::cli

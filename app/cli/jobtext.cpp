// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobtext.h"

#include "titles/titlestages.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kule::cli {
namespace {

Colour colourOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return Colour::Dim;
    case JobState::Running:
        return Colour::Busy;
    case JobState::Succeeded:
        return Colour::Good;
    case JobState::Failed:
    case JobState::TimedOut:
    case JobState::Interrupted:
        return Colour::Bad;
    case JobState::Cancelled:
        return Colour::Plain;
    }
    return Colour::Plain;
}

// The API says times as ISO 8601 text; a number is milliseconds since 1970.
QDateTime momentOf(const Json &time)
{
    if (time.is_string())
        return QDateTime::fromString(time.get<QString>(), Qt::ISODateWithMs);
    return time.is_number() ? QDateTime::fromMSecsSinceEpoch(time.get<qint64>(), Qt::UTC) : QDateTime();
}

} // namespace

JobState stateOf(const Json &job)
{
    return jobStateOf(textOf(job, "state").toUtf8()).value_or(JobState::Queued);
}

QString stateWord(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return QCoreApplication::translate("Cli", "queued");
    case JobState::Running:
        return QCoreApplication::translate("Cli", "running");
    case JobState::Succeeded:
        return QCoreApplication::translate("Cli", "succeeded");
    case JobState::Failed:
        return QCoreApplication::translate("Cli", "failed");
    case JobState::Cancelled:
        return QCoreApplication::translate("Cli", "cancelled");
    case JobState::TimedOut:
        return QCoreApplication::translate("Cli", "timed_out");
    case JobState::Interrupted:
        return QCoreApplication::translate("Cli", "interrupted");
    }
    return {};
}

QString stateWord(const Json &job)
{
    const QString name = textOf(job, "state");
    const auto state = jobStateOf(name.toUtf8());
    return state ? stateWord(*state) : name;
}

QString stateText(const Output &out, const Json &job)
{
    return out.painted(colourOf(stateOf(job)), stateWord(job));
}

QString stepText(const Json &job, Language language)
{
    const QString step = textOf(job, "step");
    const auto words = textOf(job, "kind") == QLatin1String(titleKind) ? stageText(step) : std::nullopt;
    return words ? words->in(language) : step;
}

QString processIdOf(const Json &job)
{
    const auto id = job.find("process_id");
    if (id == job.end())
        return {};
    return id->is_string() ? id->get<QString>() : QString::fromUtf8(dumpJson(*id));
}

Json resultOf(const Json &job)
{
    const auto attempts = job.find("attempts");
    if (attempts == job.end() || !attempts->is_array() || attempts->empty())
        return nullptr;
    return attempts->back().value("result", Json());
}

QString timeText(const Json &time)
{
    const QDateTime moment = momentOf(time);
    return moment.isValid() ? moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QStringLiteral("–");
}

QString durationText(const Json &from, const Json &to)
{
    const QDateTime start = momentOf(from);
    const QDateTime end = momentOf(to);
    if (!start.isValid() || !end.isValid())
        return QStringLiteral("–");
    const qint64 ms = start.msecsTo(end);
    if (ms < 60'000)
        return QCoreApplication::translate("Cli", "%1 s").arg(static_cast<double>(ms) / 1000, 0, 'f', ms < 10'000 ? 2 : 1);
    return QCoreApplication::translate("Cli", "%1 min %2 s").arg(ms / 60'000).arg(ms % 60'000 / 1000);
}

qint64 numberOf(const Json &object, const char *key)
{
    const auto member = object.find(key);
    return member != object.end() && member->is_number() ? member->get<qint64>() : 0;
}

} // namespace kule::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobfilter.h"

#include "base/folding.h"

#include <algorithm>

namespace kule {
namespace {

constexpr FilterChoice states[] = {{"queued"},
                                   {"running"},
                                   {"succeeded"},
                                   {"failed"},
                                   {"cancelled"},
                                   {"timed_out"},
                                   {"interrupted"},
                                   {"open", "queued,running"},
                                   {"ended", "succeeded,failed,cancelled,timed_out,interrupted"},
                                   {"waiting", "queued"},
                                   {"success", "succeeded"},
                                   {"canceled", "cancelled"},
                                   {"timeout", "timed_out"},
                                   {"timed-out", "timed_out"}};

constexpr FilterChoice kinds[] = {{scriptKind}, {titleKind}, {"scripts", scriptKind}, {"titles", titleKind}};

constexpr FilterKey table[] = {
    {"state", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "State; several with commas, also open and ended"), states, "status"},
    {"file", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the file's path"), {}, "script"},
    {"id", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Process id or job id, whole"), {}, "process_id"},
    {"label", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the label")},
    {"actor", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Name of the access key that asked, whole"), {}, "by"},
    {"type", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Type of the exception"), {}, "exception"},
    {"error", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the error")},
    {"args", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the arguments"), {}, "kwargs"},
    {"log", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the log")},
    {"since", FilterKind::Since, QT_TRANSLATE_NOOP("Engine", "Created then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "after"},
    {"before", FilterKind::Before, QT_TRANSLATE_NOOP("Engine", "Created before: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "until"},
    {"duration", FilterKind::Duration, QT_TRANSLATE_NOOP("Engine", "How long it ran: >5m, <90s, 1h..2h"), {}, "took"},
    {"attempt", FilterKind::Number, QT_TRANSLATE_NOOP("Engine", "Number of its newest attempt: >1 has run again")},
    {"kind", FilterKind::Choice, QT_TRANSLATE_NOOP("Engine", "What it does: script or title"), kinds},
};

bool isKey(const FilterTerm &term, const char *name)
{
    return term.key && qstrcmp(term.key->name, name) == 0;
}

bool isText(const FilterTerm &term)
{
    return !term.key || term.key->kind == FilterKind::Part;
}

bool fitsWords(const FilterTerm &term, const JobWords &words)
{
    if (!term.key)
        return fits(term, words.id + words.label + words.file + words.type + words.error + words.args + words.log);
    const QString &in = isKey(term, "file") ? words.file
        : isKey(term, "label")              ? words.label
        : isKey(term, "type")               ? words.type
        : isKey(term, "error")              ? words.error
        : isKey(term, "args")               ? words.args
                                            : words.log;
    return fits(term, in);
}

std::optional<qint64> durationOf(const Job &job, qint64 now)
{
    return job.startedAt ? std::optional(job.endedAt.value_or(now) - *job.startedAt) : std::nullopt;
}

bool fitsRow(const FilterTerm &term, const Job &job, qint64 now)
{
    if (isKey(term, "state"))
        return fitsWhole(term, {QString::fromLatin1(wordOf(job.state))});
    if (isKey(term, "kind"))
        return fitsWhole(term, {QString::fromLatin1(job.kind)});
    if (isKey(term, "id"))
        return fitsWhole(term, {plainText(job.processId), job.id.value});
    if (isKey(term, "actor"))
        return fitsWhole(term, {job.actor});
    if (isKey(term, "duration"))
        return fits(term, durationOf(job, now));
    return fits(term, isKey(term, "attempt") ? job.attempt : job.createdAt);
}

} // namespace

std::span<const FilterKey> JobFilter::keys()
{
    return table;
}

Result<JobFilter> JobFilter::parse(const QString &query, qint64 nowMs)
{
    return parseFilter(query, table, nowMs).map([](Filter filter) { return JobFilter{std::move(filter)}; });
}

bool JobFilter::hasWords() const
{
    return std::any_of(terms.begin(), terms.end(), isText);
}

JobWords JobWords::of(const Job &job)
{
    return {foldedWords(plainText(job.processId)), foldedWords(job.label), foldedWords(job.filePath), foldedWords(job.errorType), foldedWords(job.error.english()), {}, {}};
}

QString plainText(const Json &processId)
{
    return processId.is_string() ? processId.get<QString>() : QString::fromUtf8(dumpJson(processId));
}

bool shows(const JobFilter &filter, const Job &job, const JobWords &words)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(),
                       [&](const FilterTerm &term) { return isText(term) ? fitsWords(term, words) : fitsRow(term, job, filter.now); });
}

bool shows(const JobFilter &filter, const Job &job)
{
    return shows(filter, job, filter.hasWords() ? JobWords::of(job) : JobWords());
}

} // namespace kule

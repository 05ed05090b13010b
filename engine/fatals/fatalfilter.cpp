// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folding.h"
#include "fatals/fatal.h"

#include <algorithm>

namespace kule {
namespace {

constexpr FilterKey table[] = {
    {"type", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Type of the exception"), {}, "exception"},
    {"file", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the file's path"), {}, "script"},
    {"error", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "Words of the error")},
    {"frame", FilterKind::Part, QT_TRANSLATE_NOOP("Engine", "A function or file of the traceback's own frames")},
    {"id", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Process id or job id, whole"), {}, "process_id"},
    {"group", FilterKind::Whole, QT_TRANSLATE_NOOP("Engine", "Fingerprint of equal reports, whole"), {}, "fingerprint"},
    {"since", FilterKind::Since, QT_TRANSLATE_NOOP("Engine", "Failed then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "after"},
    {"before", FilterKind::Before, QT_TRANSLATE_NOOP("Engine", "Failed before: 2026-11-01 (local time; Z for UTC), today, 3d ago"), {}, "until"},
};

bool isKey(const FilterTerm &term, const char *name)
{
    return term.key && qstrcmp(term.key->name, name) == 0;
}

} // namespace

std::span<const FilterKey> FatalFilter::keys()
{
    return table;
}

Result<FatalFilter> FatalFilter::parse(const QString &query, qint64 nowMs)
{
    return parseFilter(query, table, nowMs).map([](Filter filter) { return FatalFilter{std::move(filter)}; });
}

FatalFilter FatalFilter::within(const QString &fingerprint) const
{
    FatalFilter narrower = *this;
    FilterTerm term;
    term.key = findKey(table, u"group");
    term.values = {fingerprint};
    narrower.terms.push_back(term);
    narrower.text += u' ' + filterText("group", fingerprint);
    return narrower;
}

bool shows(const FatalFilter &filter, const Fatal &fatal)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&fatal](const FilterTerm &term) {
        const QString id = fatal.processId.is_string() ? fatal.processId.get<QString>() : QString::fromUtf8(dumpJson(fatal.processId));
        if (!term.key)
            return fits(term, foldedWords(fatal.filename) + foldedWords(id) + foldedWords(fatal.type) + foldedWords(fatal.error.english()) + foldedWords(fatal.file));
        if (isKey(term, "type"))
            return fits(term, foldedWords(fatal.type));
        if (isKey(term, "file"))
            return fits(term, foldedWords(fatal.file));
        if (isKey(term, "error"))
            return fits(term, foldedWords(fatal.error.english()));
        if (isKey(term, "frame"))
            return fits(term, QString()); // known to the index alone
        if (isKey(term, "id"))
            return fitsWhole(term, {id, fatal.job.value});
        if (isKey(term, "group"))
            return fitsWhole(term, {fatal.fingerprint});
        return fits(term, fatal.time);
    });
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// What people type, paste and send into a filter. Besides not crashing: a refusal points into the text, an accepted filter
// says only what its table knows, is read alike each time, and never both shows a job and its negation.
#include "fuzztarget.h"

#include "filter/suggestions.h"
#include "jobs/jobfilter.h"

#include <cstdlib>

using namespace kule;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const QString &text, const FilterTerm &term)
{
    require(term.position >= 0 && term.length > 0 && term.position + term.length <= text.size());
    require(!term.values.isEmpty());
    require(!term.key || findKey(JobFilter::keys(), QString::fromLatin1(term.key->name)) == term.key);
    for (const QString &value : term.values)
        require(!value.isEmpty() && !value.contains(QChar(u'\0')));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    constexpr qint64 now = 1'700'000'000'000;
    Job job;
    job.processId = QStringLiteral("12345");
    job.filePath = QStringLiteral("packages/report.py");
    job.label = QStringLiteral("İstanbul");
    job.createdAt = now;

    const auto filter = JobFilter::parse(text, now);
    if (!filter) {
        const Error &error = filter.error();
        require(error.kind == ErrorKind::Invalid && error.code.startsWith("filter."));
        const qint64 position = error.details.at("position").get<qint64>();
        const qint64 length = error.details.at("length").get<qint64>();
        require(position >= 0 && length > 0 && position + length <= text.size());
    } else {
        for (const FilterTerm &term : filter->terms) {
            check(text, term);
            JobFilter one{{{term}, {}, now}};
            JobFilter other = one;
            other.terms.front().isNegated = !term.isNegated;
            require(shows(one, job) != shows(other, job));
        }
        const auto again = JobFilter::parse(text, now);
        require(again && again->terms.size() == filter->terms.size() && shows(*again, job) == shows(*filter, job));
    }
    for (const FilterSuggestion &suggestion : suggestFilter(text, JobFilter::keys()))
        require(suggestion.text.startsWith(text) && suggestion.text != text);
    return 0;
}

std::vector<std::string> fuzzSeeds()
{
    return {
        "state:failed,timed_out file:report -label:nightly timeout \"exact words\"",
        "since:3d before:2026-11-01T09:30Z duration:>5m duration:1h..2h attempt:>1 attempt:2..3",
        "id:\"a \\\"b\\\" c\",12345 actor:default type:ValueError error:x args:y log:z",
        "-\"a b\" -state:open C:\\x http://a/b ValueError: x \xe2\x80\xaezzz \xc4\xb0stanbul",
        "- : \"\" \"open -- key:",
    };
}

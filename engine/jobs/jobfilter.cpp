// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobfilter.h"

#include "base/querywords.h"

namespace kule {

Result<JobFilter> JobFilter::parse(const QString &query)
{
    JobFilter filter;
    for (const QueryWord &word : splitQuery(query)) {
        if (word.key.isEmpty()) {
            filter.words += word.value;
        } else if (word.key == QLatin1String("state")) {
            const QStringList names = word.value.split(u',', Qt::SkipEmptyParts);
            for (const QString &name : names) {
                const auto state = jobStateOf(name.toUtf8());
                if (!state)
                    return fail(ErrorKind::Invalid, "job.bad_filter",
                                text(QT_TRANSLATE_NOOP("Engine", "There is no state “%1”. Use queued, running, succeeded, failed, cancelled, timed_out or interrupted."), name));
                filter.states.push_back(*state);
            }
        } else if (word.key == QLatin1String("file")) {
            filter.file = word.value;
        } else if (word.key == QLatin1String("id")) {
            filter.processId = word.value;
        } else if (word.key == QLatin1String("label")) {
            filter.label = word.value;
        } else if (word.key == QLatin1String("by")) {
            filter.actor = word.value;
        } else {
            return fail(ErrorKind::Invalid, "job.bad_filter",
                        text(QT_TRANSLATE_NOOP("Engine", "A filter knows state:, file:, id:, label: and by:, but not “%1:”. Put the words in quotes to search for them."), word.key));
        }
    }
    return filter;
}

} // namespace kule

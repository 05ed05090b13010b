// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the fields of the submit form, and what is wrong with it, field by field. Pure; any thread.
#pragma once
#include "jobs/job.h"

#include <array>

namespace kule {

enum class DraftField { File, ProcessId, Args, Kwargs, CallbackUrl, Timeout, Label };
inline constexpr std::array allDraftFields = {DraftField::File,        DraftField::ProcessId, DraftField::Args, DraftField::Kwargs,
                                              DraftField::CallbackUrl, DraftField::Timeout,   DraftField::Label};

struct JobDraft
{
    QString file;
    QString processId;
    QString args;   ///< JSON array; empty: []
    QString kwargs; ///< JSON object; empty: {}
    QString callbackUrl;
    QString timeout; ///< seconds; empty: none
    QString label;
    Json originalId; ///< of the job that is edited: an id that was a number stays one while its text is untouched
};

struct DraftProblem
{
    DraftField field;
    QString message; ///< of JSON only what it should be: where it breaks is JsonEdit's to show
};

struct CheckedDraft
{
    JobRequest request; ///< good only without problems
    std::vector<DraftProblem> problems;
};

CheckedDraft check(const JobDraft &draft);
JobDraft draftOf(const JobDetail &detail);
/// Which field the engine's refusal is about; nothing: the whole.
std::optional<DraftField> fieldOf(const Error &error);
/// "report-1121-0105-3f9a"
QString suggestedId(const QString &file, qint64 nowMs, quint32 salt);

} // namespace kule

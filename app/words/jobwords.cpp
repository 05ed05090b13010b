// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/jobwords.h"

#include "widgets/words.h"
#include "words/titlewords.h"

#include <QCoreApplication>

namespace kule {
namespace {

QString said(const char *source)
{
    return QCoreApplication::translate("JobWords", source);
}

QString stepOf(const Job &job)
{
    return job.kind == titleKind ? stageWord(job.step) : job.step;
}

} // namespace

StateLook lookOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("JobWords", "queued"))};
    case JobState::Running:
        return {Glyph::HalfDisc, Token::Running, said(QT_TRANSLATE_NOOP("JobWords", "running")), true};
    case JobState::Succeeded:
        return {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("JobWords", "succeeded"))};
    case JobState::Failed:
        return {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("JobWords", "failed"))};
    case JobState::Cancelled:
        return {Glyph::Ring, Token::Stopped, said(QT_TRANSLATE_NOOP("JobWords", "cancelled"))};
    case JobState::TimedOut:
        return {Glyph::Diamond, Token::Failed, said(QT_TRANSLATE_NOOP("JobWords", "timed out"))};
    case JobState::Interrupted:
        return {Glyph::Diamond, Token::Failed, said(QT_TRANSLATE_NOOP("JobWords", "interrupted"))};
    }
    return {};
}

StateLook lookOf(const Job &job)
{
    StateLook look = lookOf(job.state);
    if (job.isStopping && isOpen(job.state))
        look.word = said(QT_TRANSLATE_NOOP("JobWords", "ending…"));
    return look;
}

QString processIdText(const Json &processId)
{
    return processId.is_string() ? QString::fromStdString(processId.get_ref<const std::string &>())
                                 : QString::fromUtf8(dumpJson(processId));
}

QString nameOf(const Job &job)
{
    return job.label.isEmpty() ? processIdText(job.processId) : job.label;
}

QString errorOf(const Job &job)
{
    return job.kind == titleKind ? titleSentence(job.error) : sentenceOf(job.error);
}

QString remarkOf(const Job &job)
{
    switch (job.state) {
    case JobState::Queued:
        if (job.waiting)
            return sentenceOf(*job.waiting);
        return job.position ? said(QT_TRANSLATE_NOOP("JobWords", "%1. in the queue")).arg(*job.position) : QString();
    case JobState::Running:
        return job.isStopping ? said(QT_TRANSLATE_NOOP("JobWords", "ending, killed after 10 s")) : stepOf(job);
    case JobState::Succeeded:
    case JobState::Cancelled:
        return stepOf(job);
    case JobState::Failed:
    case JobState::TimedOut:
    case JobState::Interrupted:
        break;
    }
    return job.error.isEmpty() ? job.errorType : errorOf(job);
}

std::optional<qint64> durationOf(const Job &job, qint64 now)
{
    if (!job.startedAt)
        return std::nullopt;
    return std::max<qint64>(0, (job.endedAt ? *job.endedAt : now) - *job.startedAt);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobevents/jobnews.h"

#include "api/socketio/event.h"
#include "jobs/jobfilter.h"

#include <array>
#include <cmath>

namespace kule {
namespace {

struct StepWords
{
    const char *step;
    const char *sentence;
};
/// The document's table; steps of scripts are their own sentences.
constexpr std::array<StepWords, 6> titleSteps{{
    {"created", "Job created"},
    {"checking_cache", "Checking cache"},
    {"checking_database", "Checking database"},
    {"scraping_netflix", "Scraping Netflix"},
    {"saving_to_database", "Saving to database"},
    {"completed", "Completed"},
}};

bool isScript(const Job &job)
{
    return job.kind == "script";
}

QString stepOf(const Job &job)
{
    if (job.state == JobState::Succeeded)
        return QStringLiteral("completed");
    if (!job.step.isEmpty())
        return job.step;
    return QString::fromLatin1(job.state == JobState::Queued ? "created" : wordOf(job.state));
}

QString sentenceOf(const QString &step)
{
    for (const StepWords &words : titleSteps) {
        if (step == QLatin1String(words.step))
            return QString::fromLatin1(words.sentence);
    }
    return step;
}

OrderedJson endErrorOf(const Job &job)
{
    const auto orElse = [](const QString &text, const char *words) { return text.isEmpty() ? QString::fromLatin1(words) : text; };
    const QByteArray named = isScript(job) ? QByteArray() : job.errorType.toUtf8();
    const auto error = [&](const char *code, const char *words) { return errorOf(named.isEmpty() ? QByteArray(code) : named, orElse(job.error.english(), words)); };
    switch (job.state) {
    case JobState::Cancelled:
        return error("JOB_CANCELLED", "The job was cancelled.");
    case JobState::TimedOut:
        return error("JOB_TIMED_OUT", "The job ran out of time.");
    case JobState::Interrupted:
        return error("JOB_INTERRUPTED", "Kule ended while the job ran. Run it again if it should be.");
    case JobState::Queued:
    case JobState::Running:
    case JobState::Succeeded:
    case JobState::Failed:
        break;
    }
    return error("JOB_FAILED", "The job failed. Its fatal report says why.");
}

engineio::EncodedPacket packetOf(const char *event, OrderedJson payload)
{
    socketio::Event said;
    said.data = OrderedJson::array({event, std::move(payload)});
    said.hasData = true;
    return socketio::encode(said, engineio::Revision::Four).front();
}

JobNews news(const Job &job, qint64 seq)
{
    JobNews made;
    made.jobRoom = roomOf(job.id);
    if (!job.processId.is_null())
        made.processRoom = roomOfProcess(plainText(job.processId));
    made.seq = seq;
    return made;
}

OrderedJson ordered(const Json &json)
{
    return OrderedJson(json);
}

} // namespace

QByteArray roomOf(const JobId &id)
{
    return "j:" + id.value.toUtf8();
}

QByteArray roomOfProcess(const QString &processId)
{
    return "p:" + processId.toUtf8();
}

const char *statusOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return "pending";
    case JobState::Running:
        return "processing";
    case JobState::Succeeded:
        return "completed";
    case JobState::Failed:
    case JobState::Cancelled:
    case JobState::TimedOut:
    case JobState::Interrupted:
        return "failed";
    }
    return "failed";
}

OrderedJson errorOf(const QByteArray &code, const QString &message)
{
    return {{"code", code}, {"message", message}};
}

OrderedJson progressOf(const Job &job, qint64 seq)
{
    const QString step = stepOf(job);
    const double progress = job.state == JobState::Succeeded ? 100 : job.progress;
    OrderedJson said{{"jobId", job.id.value}};
    if (progress == std::floor(progress))
        said["progress"] = static_cast<qint64>(progress);
    else
        said["progress"] = progress;
    said["status"] = statusOf(job.state);
    said["step"] = step;
    said["message"] = sentenceOf(step);
    said["seq"] = seq;
    said["kind"] = job.kind;
    if (!job.processId.is_null())
        said["processId"] = ordered(job.processId);
    return said;
}

OrderedJson endOf(const Job &job, const std::optional<Json> &result, qint64 seq)
{
    OrderedJson said{{"jobId", job.id.value}};
    if (job.state != JobState::Succeeded) {
        said["error"] = endErrorOf(job);
        if (isScript(job) && !job.errorType.isEmpty())
            said["error"]["type"] = job.errorType;
    } else if (isScript(job)) {
        said["data"] = result ? ordered(*result) : OrderedJson();
        said["source"] = "script";
    } else {
        const Json given = result.value_or(Json::object());
        said["data"] = ordered(given.value("data", Json()));
        said["source"] = ordered(given.value("source", Json()));
    }
    said["seq"] = seq;
    said["kind"] = job.kind;
    if (!job.processId.is_null())
        said["processId"] = ordered(job.processId);
    return said;
}

JobNews progressNews(const Job &job, qint64 seq)
{
    JobNews made = news(job, seq);
    made.packet = packetOf("job:progress", progressOf(job, seq));
    made.topic = qHash(made.jobRoom) | 1U; // never 0
    return made;
}

JobNews endNews(const Job &job, const std::optional<Json> &result, qint64 seq)
{
    JobNews made = news(job, seq);
    made.packet = packetOf(job.state == JobState::Succeeded ? "job:completed" : "job:error", endOf(job, result, seq));
    return made;
}

OrderedJson refusalOf(const QString &name, const OrderedJson &error)
{
    return OrderedJson::array({"job:error", {{"jobId", name}, {"error", error}}});
}

} // namespace kule

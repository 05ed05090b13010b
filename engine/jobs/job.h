// SPDX-License-Identifier: GPL-3.0-or-later
// What a job is, as values: its state, request, row, detail. Any thread; no behaviour beyond naming.
#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "base/page.h"
#include "base/result.h"

#include <QHash>

namespace kule {

enum class JobState { Queued, Running, Succeeded, Failed, Cancelled, TimedOut, Interrupted };
inline constexpr JobState allJobStates[] = {JobState::Queued,    JobState::Running,  JobState::Succeeded,  JobState::Failed,
                                            JobState::Cancelled, JobState::TimedOut, JobState::Interrupted};

/// "queued", "running", "succeeded", "failed", "cancelled", "timed_out", "interrupted": API, database and filter say these.
const char *wordOf(JobState state);
std::optional<JobState> jobStateOf(QByteArrayView word);
inline bool isOpen(JobState state)
{
    return state == JobState::Queued || state == JobState::Running;
}

/// Kinds of jobs: what a job does, so where it runs. The filter, the database and the API say these.
inline constexpr char scriptKind[] = "script"; ///< boot() of a Python file
inline constexpr char titleKind[] = "title";   ///< the six fields of a title; file_path is its url

/// What POST /run asks, checked for shape but not against the disk; the other kinds ask the same way.
struct JobRequest
{
    QByteArray kind = scriptKind;
    JobId id;       ///< empty: a random one is made
    Json processId; ///< a string or a whole number, returned as it came; null: the job's id
    QString filePath;
    Json args = Json::array();
    Json kwargs = Json::object();
    QString callbackUrl; ///< empty: none
    QString label;
    std::optional<Milliseconds> timeout;
    QString firstStep; ///< what its step says until it runs
};

struct Submitted
{
    Json processId;
    JobId id;
    JobState state = JobState::Queued;
    bool isNew = true; ///< false: the same job was there already
};

/// A row of the list; also the snapshot that changed() carries.
struct Job
{
    qint64 seq = 0;
    JobId id;
    qint64 revision = 0; ///< of two snapshots of a job the higher one is newer
    QByteArray kind = scriptKind;
    Json processId;
    QString label;
    QString filePath;
    JobState state = JobState::Queued;
    double progress = 0; ///< 0 … 100
    QString step;
    int attempt = 1;
    qint64 createdAt = 0; ///< UTC ms, as all times here
    qint64 queuedAt = 0;
    std::optional<qint64> startedAt;
    std::optional<qint64> endedAt;
    QString actor;
    QString errorType;
    Text error;
    QString fatalFile;          ///< name in the fatals folder; empty: none
    std::optional<int> position; ///< in the queue, from 1; only while queued
    std::optional<Text> waiting; ///< why it is not running; only while queued
    bool isStopping = false;     ///< told to end, not yet ended
};

struct Attempt
{
    int number = 1;
    JobState state = JobState::Queued;
    QByteArray codeHash; ///< SHA-256 of the file that ran, hexadecimal
    qint64 queuedAt = 0;
    std::optional<qint64> startedAt;
    std::optional<qint64> endedAt;
    std::optional<qint64> pid;
    QString python; ///< "3.11.2 /usr/bin/python3.11"
    std::optional<int> exitCode;
    QString signal; ///< "SIGSEGV"
    qint64 logBytes = 0;
    std::optional<Json> result;
    bool resultIsRepr = false; ///< JSON could not hold the value; result is its repr
    QString errorType;
    Text error;
    QString fatalFile;
};

/// What safe_trigger said.
struct JobEvent
{
    int number = 0;
    int attempt = 1;
    qint64 at = 0;
    QString channel;
    QString event;
    Json data;
    QByteArray delivery; ///< "stored" (no Pusher configured), "queued", "sent", "failed"
};

struct JobDetail
{
    Job job;
    QString path; ///< the file that file_path named
    Json args;
    Json kwargs;
    QString callbackUrl;
    std::optional<Milliseconds> timeout;
    std::vector<Attempt> attempts; ///< oldest first
    std::vector<JobEvent> events;  ///< oldest first, the newest 1,000
};

struct JobCounts
{
    qint64 queued = 0;
    qint64 running = 0;
    qint64 total = 0;
    QHash<QByteArray, qint64> byState;
};

enum class RerunCode { AsNow, AsThen }; ///< the file as it is now, or the bytes of the former attempt

} // namespace kule

Q_DECLARE_METATYPE(kule::Job)

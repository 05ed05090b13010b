// SPDX-License-Identifier: GPL-3.0-or-later
// Apps on Heroku and what runs there, as values. Any thread. An app's token is no part of it: it lives where secrets live.
#pragma once
#include "base/result.h"
#include "schedule/restarttimes.h"

#include <optional>
#include <vector>

namespace kule {

/// How a scheduled restart went.
enum class HerokuRestartEnd {
    Restarted,
    Skipped, ///< nothing runs, or it has just been restarted
    Missed,  ///< Kule did not run then, or the computer slept
    Failed,
};
/// "restarted", "skipped", "missed", "failed"
const char *wordOf(HerokuRestartEnd end);
std::optional<HerokuRestartEnd> herokuRestartEndOf(QByteArrayView word);

struct HerokuRestart
{
    qint64 at = 0; ///< UTC ms: when it was done, or was meant to be
    HerokuRestartEnd end = HerokuRestartEnd::Restarted;
    Text said; ///< what happened, or why not
};

struct HerokuApp
{
    QString name;
    bool isGiven = false; ///< by the environment, with its token
    RestartTimes restarts;
    QString restartType; ///< type of process that is restarted on schedule; empty: all
    std::optional<qint64> nextRestartAt; ///< UTC ms
    std::optional<HerokuRestart> lastRestart; ///< on schedule
    std::optional<qint64> requestsLeft; ///< RateLimit-Remaining, as Heroku said it last
    std::optional<qint64> waitsUntil;   ///< UTC ms: Heroku wants no request before
};

/// What a person says of an app; what is absent stays.
struct HerokuAppDraft
{
    std::optional<RestartTimes> restarts;
    std::optional<QString> restartType;
};

struct HerokuDyno
{
    QString id;    ///< another one after each restart
    QString name;  ///< "worker.1"
    QString type;  ///< "worker"
    QString state; ///< Heroku's word: up, starting, idle, crashed, down
    QString size;  ///< "basic"
    QString command;
    int release = 0;
    qint64 startedAt = 0; ///< UTC ms
    qint64 cyclesFrom = 0;  ///< UTC ms: Heroku restarts it by itself between this and the next; 0: not known
    qint64 cyclesUntil = 0;
    Text cycling; ///< the same for people, with how long it runs
};

struct HerokuFormation
{
    QString type;
    int quantity = 0;
    QString size;
    QString command;
};

/// What an app runs, and what it is meant to run.
struct HerokuState
{
    HerokuApp app;
    std::vector<HerokuFormation> formation;
    std::vector<HerokuDyno> dynos;
    /// Times for a scheduled restart, offered while the app has none.
    std::optional<RestartTimes> offered;
};

enum class HerokuDeed { Scale, Stop, RestartDyno, RestartType, RestartAll };

struct HerokuOrder
{
    QString app;
    HerokuDeed deed = HerokuDeed::RestartAll;
    QString target = {}; ///< the dyno for RestartDyno, nothing for RestartAll, else the type of process
    int quantity = 0;    ///< Scale only; the dynos' size stays as it is
};

struct HerokuPreview
{
    HerokuOrder order;
    Text effect;        ///< what the order would do now, for people
    QByteArray expected; ///< confirms it: holds as long as that stays so
};

struct HerokuOutcome
{
    HerokuOrder order;
    Text effect; ///< what was done
    qint64 at = 0;
};

struct HerokuLogWish
{
    int lines = 100; ///< 1 … 1500, Heroku's own cap
    QString dyno = {};   ///< of this one alone; empty: all
};

struct HerokuLogLine
{
    QString at;     ///< as Heroku wrote it (ISO 8601); empty where a line has no head
    QString source; ///< "app", "heroku"
    QString dyno;   ///< "worker.1", "router"
    QString text;
};

struct HerokuLog
{
    std::vector<HerokuLogLine> lines; ///< oldest first, without secrets that Kule knows
    bool isCut = false;               ///< there was more than is taken; the oldest lines are missing
};

} // namespace kule

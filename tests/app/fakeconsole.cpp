// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeconsole.h"

#include "waitfor.h"

namespace kule {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

} // namespace

FakeConsole::FakeConsole(Settings::Layer flags, Settings::Layer environment)
    : m_folders(Folders::resolve(m_folder.filePath(QStringLiteral("kule"))))
    , settings((QDir().mkpath(m_folders.data), m_folders.settingsFile), std::move(flags), std::move(environment))
    , m_store(Store::open({m_folders.database(), m_folders.backups(), {}}, clock.wallMs()).value())
    , m_activity(*m_store)
    , exports(*m_store, jobs, fatals, m_activity, titles)
{
}

Console FakeConsole::console()
{
    return {{jobs, fatals, callbacks, keys, m_activity, settings, executor, *m_store, clock, bulk, retention, exports, overview, titles, secrets, redactor, bots, heroku}, api, m_folders};
}

void FakeConsole::fill()
{
    const qint64 now = clock.wallMs();
    keys.all = {{{QStringLiteral("k1")}, QStringLiteral("default"), Scope::Admin, now - 400 * hour, now - 20 * second, {}, false},
                {{QStringLiteral("k2")}, QStringLiteral("ci"), Scope::Run, now - 90 * hour, now - 3 * minute, {}, false},
                {{QStringLiteral("k3")}, QStringLiteral("grafana"), Scope::Read, now - 50 * hour, {}, {}, false},
                {{QStringLiteral("k4")}, QStringLiteral("old laptop"), Scope::Run, now - 900 * hour, now - 700 * hour, now - 300 * hour, false},
                {{QStringLiteral("k5")}, QStringLiteral("this computer"), Scope::Admin, 0, now - second, {}, true}};
    const struct
    {
        const char *method;
        const char *target;
        int status;
        qint64 microseconds;
        const char *caller;
    } calls[] = {{"GET", "/api/jobs?q=state%3Afailed&limit=100", 200, 1240, "grafana"},
                 {"POST", "/run", 202, 2310, "ci"},
                 {"GET", "/fatals", 200, 880, "default"},
                 {"DELETE", "/fatals/rapor-2026-11-20.txt", 404, 410, "default"},
                 {"GET", "/", 401, 95, ""},
                 {"GET", "/livez", 200, 41, ""},
                 {"POST", "/run", 500, 30120, "ci"}};
    for (int i = 0; i < 28; ++i) {
        const auto &call = calls[static_cast<std::size_t>(i) % std::size(calls)];
        api.notes.push_back({now - i * 731, call.method, call.target, call.status, call.microseconds + i * 17, QString::fromLatin1(call.caller)});
    }
    const auto delivery = [&](const char *id, const char *url, DeliveryState state, int tries) {
        Delivery made{{QString::fromLatin1(id)}, {QStringLiteral("job-1")}, 1, QString::fromLatin1(url), state, now - 2 * hour, now + 4 * minute, {}};
        for (int i = 1; i <= tries; ++i) {
            const bool isGood = state == DeliveryState::Delivered && i == tries;
            made.tries.push_back({i, now - 2 * hour + i * minute, isGood ? 200 : i % 2 ? 503 : 0, isGood || i % 2 ? Text() : verbatim(QStringLiteral("Connection refused")), 180});
        }
        callbacks.all.push_back(std::move(made));
    };
    delivery("d1", "https://hooks.example.com/kule/fatal", DeliveryState::Waiting, 3);
    delivery("d2", "https://hooks.example.com/kule/fatal", DeliveryState::Delivered, 1);
    delivery("d3", "http://10.0.0.7:8080/callback?source=job-runner&team=operations", DeliveryState::Dead, 14);
    constexpr JobState states[] = {JobState::Succeeded, JobState::Failed, JobState::Running, JobState::Queued,     JobState::Cancelled,
                                   JobState::TimedOut,  JobState::Succeeded, JobState::Running, JobState::Interrupted, JobState::Succeeded};
    const char *files[] = {"packages/gunluk_rapor.py", "packages/report.py", "packages/import/customers.py", "packages/scrape_titles.py", "packages/backup.py"};
    for (int i = 0; i < 30; ++i) {
        const JobState state = states[29 - i < 10 ? 29 - i : i % 10];
        JobDetail &detail = jobs.add(QStringLiteral("5f0c9d7e-31aa-4b7c-9d0%1-6a1be2c4f0%2").arg(i % 10).arg(i, 2, 10, QLatin1Char('0')), state);
        Job &job = detail.job;
        job.processId = i % 3 ? Json(12345 + i) : Json("gece-raporu-" + std::to_string(i));
        job.filePath = QString::fromLatin1(files[static_cast<std::size_t>(i) % std::size(files)]);
        job.createdAt = job.queuedAt = now - (30 - i) * 7 * minute;
        job.actor = i % 2 ? QStringLiteral("ci") : QStringLiteral("console");
        if (state != JobState::Queued)
            job.startedAt = job.createdAt + 2;
        if (!isOpen(state))
            job.endedAt = *job.startedAt + 1400 * (i + 1);
        if (state == JobState::Running) {
            job.progress = 40;
            job.step = QStringLiteral("Satır 400 / 1000");
        }
        if (state == JobState::Succeeded)
            job.progress = 100;
        if (state == JobState::Failed || state == JobState::TimedOut) {
            job.errorType = QStringLiteral("ValueError");
            job.error = verbatim(QStringLiteral("could not convert string to float: '12,5'"));
            job.fatalFile = QStringLiteral("%1.txt").arg(12345 + i);
        }
        if (state == JobState::Queued) {
            job.position = 3;
            job.waiting = text("It waits for a free place: %1 of %2 jobs are running and %3 wait before it.", QStringLiteral("8"), QStringLiteral("8"), QStringLiteral("2"));
        }
        Attempt &attempt = detail.attempts.front();
        attempt.startedAt = job.startedAt;
        attempt.endedAt = job.endedAt;
        attempt.python = QStringLiteral("3.11.2 /usr/bin/python3.11");
        attempt.error = job.error;
        attempt.errorType = job.errorType;
        attempt.fatalFile = job.fatalFile;
        if (state == JobState::Succeeded)
            attempt.result = Json{{"rows", 1000}, {"file", "rapor.csv"}};
        QByteArray log;
        for (int line = 0; line < 40; ++line)
            log += isoTime(job.createdAt + line * 35) + " Satır " + QByteArray::number(line * 25) + " işlendi\n";
        attempt.logBytes = log.size();
        jobs.logs.insert(job.id.value, log);
    }
    for (int i = 0; i < 12; ++i) {
        Fatal &fatal = fatals.add(QStringLiteral("%1.txt").arg(12345 + i));
        fatal.processId = 12345 + i;
        fatal.type = i % 3 ? QStringLiteral("ValueError") : QStringLiteral("TimeoutExpired");
        fatal.error = i % 3 ? verbatim(QStringLiteral("could not convert string to float: '12,5'")) : text("Timed out after %1 s", QStringLiteral("30"));
        fatal.file = QString::fromLatin1(files[static_cast<std::size_t>(i) % std::size(files)]);
        fatal.time = now - (12 - i) * 23 * minute;
        fatal.size = 2048 + 311 * i;
        fatal.job = {QStringLiteral("5f0c9d7e-31aa-4b7c-9d0%1-6a1be2c4f0%2").arg(i % 10).arg(i, 2, 10, QLatin1Char('0'))};
        fatal.attempt = 1;
        const std::string file = fatal.file.toStdString();
        fatals.reports[fatal.filename] = Json{
            {"process_id", fatal.processId}, {"error", fatal.error.english()}, {"file", fatal.file}, {"args", {1, 2, 3}}, {"kwargs", {{"day", "2026-11-20"}}},
            {"type", fatal.type}, {"time", isoTime(fatal.time)}, {"duration_ms", 1240 + i * 90}, {"attempt", 1}, {"job_id", fatal.job.value}, {"signal", nullptr},
            {"exit_code", 1}, {"python", "3.11.2 /usr/bin/python3.11"}, {"fingerprint", "abc"},
            {"traceback", "Traceback (most recent call last):\n  File \"/srv/kule/" + file + "\", line 42, in boot\n    rows = load(day)\n           ^^^^^^^^^\n"
                          "  File \"/srv/kule/" + file + "\", line 17, in load\n    return [parse(row) for row in csv.DictReader(source)]\n"
                          "  File \"/usr/lib/python3.11/csv.py\", line 111, in __next__\n    row = next(self.reader)\n"
                          "KeyError: 'fiyat'\n\nThe above exception was the direct cause of the following exception:\n\n"
                          "Traceback (most recent call last):\n  File \"/srv/kule/" + file + "\", line 23, in parse\n    return float(row['fiyat'])\n"
                          "ValueError: could not convert string to float: '12,5'\n"},
            {"chain", {{{"type", "ValueError"}, {"error", "could not convert string to float: '12,5'"}, {"relation", ""},
                        {"frames", {{{"file", "/srv/kule/" + file}, {"line", 23}, {"function", "parse"}, {"own", true}}}}},
                       {{"type", "KeyError"}, {"error", "'fiyat'"}, {"relation", "cause"},
                        {"frames", {{{"file", "/srv/kule/" + file}, {"line", 17}, {"function", "load"}, {"own", true}},
                                    {{"file", "/usr/lib/python3.11/csv.py"}, {"line", 111}, {"function", "__next__"}, {"own", false}}}}}}},
            {"log_tail", {"Satır 375 işlendi", "Satır 400 işlendi", "fiyat = 12,5"}}};
    }
    const struct
    {
        const char *actor, *action, *target, *detail;
    } deeds[] = {{"console", "job.run", "5f0c9d7e-31aa-4b7c-9d04-6a1be2c4f004", "packages/gunluk_rapor.py"},
                 {"ci", "job.cancel", "5f0c9d7e-31aa-4b7c-9d05-6a1be2c4f005", ""},
                 {"default", "fatal.delete", "12345.txt", ""},
                 {"console", "setting.set", "jobs.concurrency", "8"},
                 {"console", "key.create", "grafana", "read"},
                 {"ci", "job.rerun", "5f0c9d7e-31aa-4b7c-9d06-6a1be2c4f006", "packages/import/customers.py"},
                 {"console", "callback.redeliver", "d3", ""}};
    const Done noted = waitFor(m_store->write([&deeds, now](Database &database) -> Done {
        for (int i = 0; i < 21; ++i) {
            const auto &deed = deeds[static_cast<std::size_t>(i) % std::size(deeds)];
            if (auto done = ActivityLog::note(database, now - (21 - i) * 17 * minute, {QString::fromLatin1(deed.actor)}, deed.action, QString::fromLatin1(deed.target),
                                              QString::fromLatin1(deed.detail));
                !done)
                return done;
        }
        return {};
    }));
    if (!noted)
        qFatal("the activity could not be filled");
    Fatal &broken = fatals.add(QStringLiteral("elle-eklenen.txt"));
    broken.isReadable = false;
    broken.error = {};
    broken.type.clear();
    broken.file.clear();
    broken.processId = nullptr;
    broken.time = now - 2 * hour;
    fatals.reports.remove(broken.filename);
    retention.going = {{KeptKind::Jobs, 48'210, 9'100'000'000, 1204, 310'000'000, now - 400 * 24 * hour},
                       {KeptKind::FailedJobs, 3'120, 640'000'000, 0, 0, {}},
                       {KeptKind::Fatals, 812, 14'000'000, 96, 1'700'000, now - 760 * 24 * hour},
                       {KeptKind::Callbacks, 77, 210'000, 0, 0, {}},
                       {KeptKind::Activity, 51'044, 8'000'000, 0, 0, {}}};
    fillOverview(now);
    fillTitles(now);
}

void FakeConsole::noteActivity(int count, const QByteArray &action, const QString &target)
{
    const Done noted = waitFor(m_store->write([=, now = clock.wallMs()](Database &database) -> Done {
        for (int i = 0; i < count; ++i) {
            if (auto done = ActivityLog::note(database, now, {QStringLiteral("ci")}, action.constData(), target); !done)
                return done;
        }
        return {};
    }));
    if (!noted)
        qFatal("the activity could not be noted");
}

void FakeConsole::fillOverview(qint64 now)
{
    Overview &filled = overview.state;
    filled.at = now;
    for (const JobDetail &detail : jobs.all) {
        ++filled.jobs.byState[wordOf(detail.job.state)];
        ++filled.jobs.total;
        if (detail.job.state == JobState::Running && filled.running.size() < 3)
            filled.running.push_back(detail.job);
        if (detail.job.state == JobState::Queued)
            filled.waiting.push_back(detail.job);
    }
    filled.jobs.running = filled.jobs.byState.value("running");
    filled.jobs.queued = filled.jobs.byState.value("queued");
    filled.lastDay = {1284, 37};
    filled.dayBefore = {1310, 21};
    for (int i = 0; i < Overview::hourCount; ++i)
        filled.hours.push_back({(now / hour - (Overview::hourCount - 1) + i) * hour, 20 + (i * 37) % 83, i % 5 == 2 ? 3 + i % 7 : i % 11 == 0 ? 1 : 0});
    filled.fatals = static_cast<qint64>(fatals.all.size());
    filled.groups = {{QStringLiteral("abc"), QStringLiteral("ValueError"), QStringLiteral("boot › load › parse (gunluk_rapor.py)"), text("Same type and frames."), 84, 8,
                      now - 90 * hour, now - 4 * minute, verbatim(QStringLiteral("could not convert string to float: '12,5'"))},
                     {QStringLiteral("def"), QStringLiteral("TimeoutExpired"), QStringLiteral("customers.py"), text("Same type and file."), 4, 4, now - 20 * hour,
                      now - 3 * hour, text("Timed out after %1 s", QStringLiteral("30"))}};
    filled.titles = {1820, 340, 96, 14, {{QStringLiteral("NOT_FOUND"), 9}, {QStringLiteral("SCRAPE_ERROR"), 4}, {QStringLiteral("PARSE_ERROR"), 1}}};
    filled.waitingCallbacks = 1;
    filled.deadCallbacks = 1;
    filled.databaseBytes = 48'300'000;
    filled.freeBytes = 214'000'000'000;
    filled.diskBytes = 512'000'000'000;
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// kule demo: an engine on a throwaway folder, the samples through its real API, and what happened. Leaves nothing behind.
#include "hosted.h"
#include "jobtext.h"
#include "logstream.h"
#include "standin.h"
#include "platform/stopsignals.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>

namespace kule::cli {
namespace {

void declareDemo(QCommandLineParser &) {}

Secret randomKey()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    return Secret(QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex());
}

Done layOut(const Folders &folders)
{
    QDir().mkpath(folders.packages());
    const QDir samples(QStringLiteral(":/samples"));
    for (const QString &name : samples.entryList(QDir::Files)) {
        if (!QFile::copy(samples.filePath(name), folders.packages() + QLatin1Char('/') + name))
            return refuse(ErrorKind::Unavailable, "cli.demo_folder",
                          QCoreApplication::translate("Cli", "The folder %1 cannot be written. Free some space or set TMPDIR.").arg(folders.data));
    }
    return {};
}

EngineOptions optionsOf(const Folders &folders, const QString &pages, const Secret &key)
{
    EngineOptions options;
    options.folders = folders;
    options.flags = {{Setting::DataDir, folders.data},
                     {Setting::ApiPort, QStringLiteral("0")},
                     {Setting::ApiListen, QStringLiteral("127.0.0.1")},
                     {Setting::ScriptRoots, folders.packages()},
                     {Setting::TitlesBaseUrl, pages},
                     {Setting::TitlesPace, QStringLiteral("0")}};
    // Of the environment only what says how Python is found: nothing shall leave this folder.
    const auto given = Settings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    for (const Setting setting : {Setting::Python, Setting::PythonWorkers, Setting::PythonWarm, Setting::LogLevel}) {
        if (given.contains(setting))
            options.environment.insert(setting, given.value(setting));
    }
    options.sessionKey = key.clone();
    return options;
}

/// Says each call and its answer as it goes, and keeps them for --json.
class Story
{
public:
    Story(Session &session, Client &client)
        : m_out(session.out)
        , m_language(session.language)
        , m_client(client)
    {
    }

    Result<Json> get(const QString &path) { return told("GET", path, m_client.get(path)); }
    Result<Json> remove(const QString &path) { return told("DELETE", path, m_client.remove(path)); }

    /// Runs the sample to its end; a wrong end is an error.
    Result<Json> run(const QString &file, const Json &args, JobState expected)
    {
        const Json request{{"process_id", file.section(u'.', 0, 0)}, {"file_path", QStringLiteral("packages/") + file}, {"args", args}};
        const auto accepted = told("POST", QStringLiteral("/run ") + QString::fromUtf8(dumpJson(request)), m_client.post(QStringLiteral("/run"), request));
        if (!accepted)
            return accepted;
        return follow(textOf(*accepted, "job_id"), file, expected);
    }

    /// Asks for the title; a wrong end is an error.
    Result<Json> scrape(const QString &url)
    {
        const Json request{{"url", url}};
        const auto accepted = told("POST", QStringLiteral("/api/getinfo/async ") + QString::fromUtf8(dumpJson(request)), m_client.post(QStringLiteral("/api/getinfo/async"), request));
        return accepted ? follow(textOf(*accepted, "jobId"), url, JobState::Succeeded) : accepted;
    }

    Result<Json> post(const QString &path, const Json &body)
    {
        return told("POST", path + u' ' + QString::fromUtf8(dumpJson(body)), m_client.post(path, body));
    }

    void title(const QString &words)
    {
        if (!m_out.isJson())
            m_out.line(QLatin1Char('\n') + words);
    }
    const Json &steps() const { return m_steps; }
    bool isInterrupted() const { return m_stop.count() > 0; }

private:
    Result<Json> follow(const QString &id, const QString &what, JobState expected)
    {
        const QString path = QStringLiteral("/api/jobs/") + segment(id);
        for (;;) {
            auto job = m_client.get(path);
            if (!job || m_stop.count() > 0)
                return job ? refuse(ErrorKind::TimedOut, "cli.interrupted", QCoreApplication::translate("Cli", "Interrupted.")) : std::move(job);
            if (isOpen(stateOf(*job))) {
                m_out.progress(job->value("progress", 0.0), stepText(*job, m_language));
                pause(Milliseconds(20), &m_stop, &StopSignals::requested);
                continue;
            }
            if (auto log = showLog(id); !log)
                return fail(log.error());
            const Json end{{"state", job->at("state")}, {"error", job->value("error", Json())}, {"result", resultOf(*job)}};
            auto answer = told("GET", path, Result<Json>(end));
            if (stateOf(*job) != expected)
                return refuse(ErrorKind::Broken, "cli.demo_failed",
                              QCoreApplication::translate("Cli", "%1 did not end as %2. \"kule doctor\" may say why.").arg(what, stateWord(expected)));
            return answer;
        }
    }

    Result<Json> told(const char *method, const QString &what, Result<Json> answer)
    {
        const Json body = answer ? *answer : Json{{"error", answer.error().message.english()}, {"code", answer.error().code}};
        m_steps.push_back({{"method", method}, {"path", what}, {"answer", body}});
        if (!m_out.isJson()) {
            m_out.line(QStringLiteral("  → %1 %2").arg(QLatin1String(method), what));
            m_out.line(QStringLiteral("  ← ") + QString::fromUtf8(dumpJson(body)).left(400));
        }
        return answer;
    }

    Done showLog(const QString &id)
    {
        if (m_out.isJson())
            return {};
        LogStream log(m_client, m_out, QStringLiteral("/api/jobs/%1/log").arg(segment(id)), 0, LogTime::Utc);
        const auto all = log.drain();
        return all ? Done() : fail(all.error());
    }

    Output &m_out;
    const Language m_language;
    Client &m_client;
    StopSignals m_stop;
    Json m_steps = Json::array();
};

Done tell(Story &story)
{
    story.title(QCoreApplication::translate("Cli", "Is it there?"));
    if (auto there = story.get(QStringLiteral("/")); !there)
        return fail(there.error());
    story.title(QCoreApplication::translate("Cli", "A job that succeeds"));
    if (auto done = story.run(QStringLiteral("hello.py"), {"Kule"}, JobState::Succeeded); !done)
        return fail(done.error());
    story.title(QCoreApplication::translate("Cli", "A job that fails and leaves a report"));
    if (auto failed = story.run(QStringLiteral("fails.py"), Json::array(), JobState::Failed); !failed)
        return fail(failed.error());
    const auto list = story.get(QStringLiteral("/fatals"));
    if (!list)
        return fail(list.error());
    for (const Json &file : list->value("fatal_files", Json::array())) {
        const QString path = QStringLiteral("/fatals/") + segment(file.get<QString>());
        if (auto shown = story.get(path); !shown)
            return fail(shown.error());
        story.title(QCoreApplication::translate("Cli", "The report is read; delete it"));
        if (auto gone = story.remove(path); !gone)
            return fail(gone.error());
    }
    const auto rest = story.get(QStringLiteral("/fatals"));
    if (!rest)
        return fail(rest.error());
    if (list->value("fatal_files", Json::array()).size() != 1 || !rest->value("fatal_files", Json::array()).empty())
        return refuse(ErrorKind::Broken, "cli.demo_failed", QCoreApplication::translate("Cli", "The failed job was to leave one report, and deleting it none."));
    story.title(QCoreApplication::translate("Cli", "A title, from a page of a local stand-in; then from the cache"));
    const QString url = QStringLiteral("https://www.netflix.com/tr/title/81616256");
    if (auto fetched = story.scrape(url); !fetched)
        return fail(fetched.error());
    if (auto cached = story.post(QStringLiteral("/api/getinfo"), {{"url", url}}); !cached)
        return fail(cached.error());
    return {};
}

Result<ExitCode> demo(Session &session)
{
    if (auto words = expectWords(session, 0, 0, demoCommand); !words)
        return fail(words.error());
    const QTemporaryDir place;
    if (!place.isValid())
        return refuse(ErrorKind::Unavailable, "cli.demo_folder",
                      QCoreApplication::translate("Cli", "No temporary folder can be made: %1. Free some space or set TMPDIR.").arg(place.errorString()));
    Folders folders = Folders::resolve(place.path());
    folders.runtime = place.path() + QStringLiteral("/runtime");
    if (auto laid = layOut(folders); !laid)
        return fail(laid.error());
    const Secret key = randomKey();
    QFile page(QStringLiteral(":/pages/title.html"));
    const StandIn standIn(page.open(QIODevice::ReadOnly) ? page.readAll() : QByteArray());
    auto hosted = host(optionsOf(folders, standIn.url(), key));
    if (!hosted)
        return fail(hosted.error());
    session.out.say(QCoreApplication::translate("Cli", "An engine on a folder of its own serves %1.").arg(hosted->url));
    Client client(QUrl(hosted->url), key.clone(), session.language);
    Story story(session, client);
    const auto told = tell(story);
    if (session.out.isJson())
        session.out.json(story.steps());
    hosted->engine.reset();
    if (story.isInterrupted())
        return ExitCode::Interrupted;
    if (!told)
        return fail(told.error());
    session.out.say(QCoreApplication::translate("Cli", "All went as it should, and nothing is left behind. Next: kule serve, then kule run FILE."));
    return ExitCode::Ok;
}

} // namespace

const Command demoCommand{"demo", "", QT_TRANSLATE_NOOP("Cli", "Show how it works, in a temporary folder."), declareDemo, demo};

} // namespace kule::cli

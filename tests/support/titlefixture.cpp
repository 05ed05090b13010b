// SPDX-License-Identifier: GPL-3.0-or-later
#include "titlefixture.h"

namespace kule {

QByteArray titlePage(const QByteArray &name, int year)
{
    return "<!doctype html><html><head><meta charset=\"utf-8\"><title>" + name + " | Netflix</title><script type=\"application/ld+json\">"
           "{\"@context\":\"http://schema.org\",\"@type\":\"Movie\",\"url\":\"https://www.netflix.com/tr/title/81616256\",\"name\":\"" + name
        + "\",\"description\":\"Huysuz bir adam.\",\"contentRating\":\"18+\",\"genre\":\"Komedi\",\"image\":\"https://img.example/1.jpg\","
          "\"actors\":[{\"@type\":\"Person\",\"name\":\"Tom Hanks\"},{\"@type\":\"Person\",\"name\":\"Mariana Treviño\"}]}</script></head><body>"
          "<h1 class=\"title-title\" data-uia=\"title-info-title\">" + name + "</h1><span class=\"title-info-metadata-item item-year\" data-uia=\"item-year\">"
        + QByteArray::number(year) + "</span></body></html>";
}

void SwitchedDatabase::enqueue(Access access, Work work, std::function<void(const Done &)> finish)
{
    if (isAway)
        return finish(fail(ErrorKind::Unavailable, "titles.database_away", text("The database %1 cannot be used: %2. Check KULE_DATABASE_URL and that PostgreSQL runs there.", QStringLiteral("kule"), QStringLiteral("away"))));
    auto run = access == Access::Write ? m_real->write(std::move(work)) : m_real->read(std::move(work));
    run.then(finish);
}

TitleLife::TitleLife(const QTemporaryDir &folder, FetchPolicy policy, StoreFault titlesFault, RunnerLimits limits)
{
    store = std::move(*Store::open({folder.filePath(QStringLiteral("kule.db")), folder.filePath(QStringLiteral("backups")), {}, 2}, 1));
    spool = std::make_unique<TitleSpool>(*store);
    auto opened = SqliteTitles::open(folder.filePath(QStringLiteral("titles.db")), folder.filePath(QStringLiteral("backups")), 1, std::move(titlesFault));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message.english()));
    database = std::make_unique<SwitchedDatabase>(std::move(*opened));
    server.handle([](const ScriptedServer::Seen &) { return ScriptedServer::Answer{200, titlePage(), {{"Content-Type", "text/html; charset=utf-8"}}}; });
    if (policy.baseUrl.isEmpty())
        policy.baseUrl = server.url(QString());
    rules.fetch = policy;
    http = std::make_unique<QtHttpClient>(clock);
    fetch = std::make_unique<PageFetch>(*http, clock, 1, policy);
    keeper = std::make_unique<TitleKeeper>(*database, *spool, clock);
    backdrops = std::make_unique<Backdrops>(*http, folder.filePath(QStringLiteral("backdrops")), policy.baseUrl);
    executor = std::make_unique<TitleExecutor>(TitleParts{cache, *database, *keeper, *fetch, clock, redactor}, rules);
    QObject::connect(executor.get(), &Executor::progressed, executor.get(), [this](const AttemptRef &, double percent, const QString &step) {
        steps += QStringLiteral("%1 %2").arg(step).arg(percent);
    });
    jobs = std::make_unique<ScriptJobs>(RunnerParts{*store, scripts, fatals, outbox, notifier, clock, folder.filePath(QStringLiteral("logs")), executor.get()}, limits,
                                        QStringList{folder.path()});
    (void)waitFor(jobs->runner().recover());
    titles = std::make_unique<Titles>(TitlesParts{*store, *jobs, memory, cache, *database, *keeper, *spool, *backdrops, clock});
    titles->recover();
    keeper->emptySpool();
}

TitleLife::~TitleLife()
{
    titles.reset();
    // Answers on their way to the service come before it goes, as in the engine's own shutdown.
    store->close();
    QCoreApplication::processEvents();
    jobs.reset();
    executor.reset();
    keeper.reset();
    fetch.reset();
    http.reset();
    database.reset();
}

QString TitleLife::ended(const JobId &id)
{
    JobDetail detail;
    (void)waitUntil([&] {
        detail = job(id);
        return !isOpen(detail.job.state) && !jobs->runner().isOpen(id); // the row is there a moment before the service knows
    });
    return detail.job.errorType.isEmpty() ? QString::fromLatin1(detail.job.state == JobState::Succeeded ? "" : wordOf(detail.job.state)) : detail.job.errorType + QStringLiteral(": ") + detail.job.error.english();
}

} // namespace kule

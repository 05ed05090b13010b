// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "activity/activitylog.h"
#include "api/apiserver.h"
#include "base/await.h"
#include "base/heap.h"
#include "callbacks/callbacksender.h"
#include "exports/exports.h"
#include "fatals/fatalfolder.h"
#include "heroku/herokuapps.h"
#include "herokudoor.h"
#include "jobs/bulkjobs.h"
#include "jobs/jobsearch.h"
#include "keeping/keeper.h"
#include "keys/keyservice.h"
#include "net/qthttpclient.h"
#include "notify/pusher.h"
#include "overview/overviewreader.h"
#include "roomoptions.h"
#include "secrets/redactedmessages.h"
#include "secrets/safe.h"
#include "secrets/systemkeychain.h"
#include "settings/datalock.h"
#include "settings/settingsservice.h"
#include "store/store.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRandomGenerator>
#include <QSemaphore>

namespace kule {
namespace {

// With the executor's 2.8 s and its warm parent's 1 s that is 8.8 s: serve promises to end within 10.
constexpr Milliseconds answersBound{1500};
constexpr Milliseconds jobsBound{3500};
constexpr Milliseconds botsBound{4000}; // from the same moment as the jobs
constexpr Milliseconds reopeningPause{2000};

Error alreadyRunning(qint64 pid, const Folders &folders)
{
    return {ErrorKind::Conflict, "engine.already_running",
            text(QT_TRANSLATE_NOOP("Engine", "Kule already runs on the data folder %1 (process %2). Use that one, or choose another folder with --data-dir."),
                 QDir::toNativeSeparators(folders.data), QString::number(pid)),
            Json{{"pid", pid}}, std::nullopt};
}

// Runs f on the thread of anchor and waits; never called on that thread.
template <class F>
auto runOn(QObject &anchor, F f)
{
    return await(ask(&anchor, std::move(f)));
}

} // namespace

// In the order in which they are built; each needs only those above it. Built and destroyed on the engine thread.
struct Engine::Rooms
{
    explicit Rooms(Folders where)
        : folders(std::move(where))
        , lock(std::in_place, folders.lockFile())
    {
        thread.setObjectName(QStringLiteral("engine"));
        anchor.moveToThread(&thread);
    }

    Done build(EngineOptions &options);
    void follow(const Settings &now);
    void reopenLater();

    const Folders folders;
    std::optional<DataLock> lock;
    QThread thread;
    QObject anchor; ///< something on the thread to post to

    SystemClock clock;
    Redactor redactor;
    RedactedMessages messages{redactor};
    std::unique_ptr<SettingsService> settings;
    std::unique_ptr<Store> store;
    std::unique_ptr<ActivityLog> activity;
    std::unique_ptr<KeyService> keys;
    std::unique_ptr<SystemKeychain> keychain;
    std::unique_ptr<Safe> secrets;
    std::unique_ptr<QtHttpClient> http;
    std::unique_ptr<Pusher> notifier;
    std::unique_ptr<CallbackSender> callbacks;
    std::unique_ptr<FatalFolder> fatals;
    std::unique_ptr<LocalExecutor> executor;
    std::unique_ptr<TitleWorks> titleWorks;
    std::unique_ptr<JobSearch> search; ///< null: its file cannot be made; jobs do without
    std::unique_ptr<ScriptJobs> jobs;
    std::unique_ptr<Titles> titles;
    std::unique_ptr<BulkJobs> bulk;
    std::unique_ptr<Keeper> keeper;
    std::unique_ptr<Exports> exports;
    std::unique_ptr<OverviewReader> overview;
    std::unique_ptr<HerokuApps> heroku;
    std::unique_ptr<BotWorks> bots;
    std::unique_ptr<ApiServer> api;
    std::shared_ptr<const Secret> firstKey;
    std::unique_ptr<Clock::Timer> nextReopening; ///< set while the store refuses
};

Done Engine::Rooms::build(EngineOptions &options)
{
    redactor.learn(options.sessionKey);
    const QStringList givenApps = herokuAppsIn(options.secrets);
    settings = std::make_unique<SettingsService>(folders.settingsFile, options.flags, withoutSecrets(options.environment));
    const Settings &now = settings->current();
    StoreOptions where{folders.database(), folders.backups(), {}};
    where.redaction = [this](const QByteArray &said) { return redactor.redactedJson(said); };
    where.onTrouble = [this] { post(&anchor, [this] { reopenLater(); }); };
    auto opened = Store::open(std::move(where), clock.wallMs());
    if (!opened)
        return fail(opened.error());
    store = std::move(*opened);
    activity = std::make_unique<ActivityLog>(*store);
    keys = std::make_unique<KeyService>(*store, clock);
    if (!options.sessionKey.isEmpty())
        keys->addSessionKey(QStringLiteral("environment"), options.sessionKey, Scope::Admin);
    auto loaded = keys->load();
    if (!loaded)
        return fail(loaded.error());
    if (*loaded)
        firstKey = (*loaded)->secret;
    keychain = std::make_unique<SystemKeychain>();
    secrets = std::make_unique<Safe>(SafeParts{*settings, *keychain, clock, redactor, folders.data, givenSecrets(options.environment, std::move(options.secrets))});
    http = std::make_unique<QtHttpClient>(clock);
    notifier = std::make_unique<Pusher>(*settings, *secrets, *http, clock, QRandomGenerator::system()->generate());
    callbacks = std::make_unique<CallbackSender>(*store, *http, clock, QRandomGenerator::system()->generate());
    fatals = std::make_unique<FatalFolder>(folders.fatals(), *store, *settings, clock, redactor);
    QObject::connect(callbacks.get(), &CallbackSender::redelivered, fatals.get(), &FatalFolder::retryPending);
    executor = std::make_unique<LocalExecutor>(executorOptions(now, folders), clock, redactor);
    titleWorks = std::make_unique<TitleWorks>(titleSettings(now), TitlePlace{folders.titles(), folders.backups(), folders.backdrops()}, *store, *secrets, clock, redactor, QRandomGenerator::system()->generate());
    if (auto index = JobSearch::open(folders.searchIndex(), *store, clock, folders.logs()))
        search = std::move(*index);
    jobs = std::make_unique<ScriptJobs>(RunnerParts{*store, *executor, *fatals, *callbacks, *notifier, clock, folders.logs(), &titleWorks->executor()}, runnerLimits(now),
                                        scriptRoots(now, folders), search.get());
    titles = titleWorks->serve(*jobs);
    bulk = std::make_unique<BulkJobs>(*store, *jobs, clock, folders.logs());
    keeper = std::make_unique<Keeper>(*store, *fatals, *settings, clock, folders.logs());
    exports = std::make_unique<Exports>(*store, *jobs, *fatals, *activity, *titles, redactor);
    overview = std::make_unique<OverviewReader>(*store, clock, folders.data, [this](Job &job) { jobs->runner().bringUpToDate(job); });
    heroku = std::make_unique<HerokuApps>(HerokuApps::Parts{*store, clock, *secrets, *http, redactor, now.text(Setting::HerokuBaseUrl), givenApps, QRandomGenerator::system()->generate()});
    bots = std::make_unique<BotWorks>(botSettings(now, folders), BotPlace{folders.data, Folders::resolve({}).runtime}, *store, *secrets, clock, redactor, herokuDoor(*heroku, anchor));
    QObject::connect(settings.get(), &SettingsService::changed, &anchor, [this](const Settings &changed) { follow(changed); });
    QObject::connect(settings.get(), &SettingsService::decided, &anchor, [this](Setting setting, const QString &value, const Actor &actor) {
        (void)store->write([=, at = clock.wallMs()](Database &database) { return ActivityLog::note(database, at, actor, "setting.set", QString::fromLatin1(rowOf(setting).key), value); });
    });
    QObject::connect(secrets.get(), &SecretService::decided, &anchor, [this](const QByteArray &action, const QString &target, const Actor &actor) {
        (void)store->write([=, at = clock.wallMs()](Database &database) { return ActivityLog::note(database, at, actor, action, target); });
    });
    return {};
}

void Engine::Rooms::follow(const Settings &now)
{
    executor->configure(executorOptions(now, folders));
    titleWorks->configure(titleSettings(now));
    heroku->configure(now.text(Setting::HerokuBaseUrl));
    bots->configure(botSettings(now, folders));
    jobs->setRoots(scriptRoots(now, folders));
    jobs->runner().setLimits(runnerLimits(now));
}

// A full disk or a lost folder is mended by a person; nothing else has to be done for Kule to go on.
void Engine::Rooms::reopenLater()
{
    if (!store)
        return; // told while shutting down
    nextReopening = clock.after(reopeningPause, &anchor, [this] {
        whenDone(store->reopen(), &anchor, [this](const Done &reopened) {
            nextReopening.reset();
            if (!reopened)
                reopenLater();
        });
    });
}

Engine::Engine(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{
}

Result<std::unique_ptr<Engine>> Engine::start(EngineOptions options)
{
    returnLargeBlocks();
    if (auto made = options.folders.create(); !made)
        return fail(made.error());
    auto rooms = std::make_unique<Rooms>(options.folders);
    switch (rooms->lock->tryHold()) {
    case DataLock::Outcome::Held:
        break;
    case DataLock::Outcome::Taken:
        return fail(alreadyRunning(rooms->lock->owner(), rooms->folders));
    case DataLock::Outcome::Failed:
        return fail(Folders::notWritable(rooms->folders.data, rooms->lock->reason()));
    }
    rooms->thread.start();
    std::unique_ptr<Engine> engine(new Engine(std::move(rooms)));
    Rooms &built = *engine->m_rooms;
    if (auto done = runOn(built.anchor, [&] { return built.build(options); }); !done)
        return fail(done.error());
    if (auto done = runOn(built.anchor, [&] { return built.jobs->runner().recover(); }); !done)
        return fail(done.error());
    if (auto done = runOn(built.anchor, [&] { return built.heroku->load(); }); !done)
        return fail(done.error());
    if (auto done = await(built.bots->load()); !done)
        return fail(done.error());
    (void)runOn(built.anchor, [&]() -> Done {
        built.titles->recover();
        Secret own = built.keys->makeSessionKey(QStringLiteral("this computer"), Scope::Admin);
        built.redactor.learn(own);
        built.api = std::make_unique<ApiServer>(engine->services(), built.folders, std::move(own));
        if (options.listens)
            built.api->open();
        return {};
    });
    return engine;
}

Engine::~Engine()
{
    Rooms &rooms = *m_rooms;
    // Nobody new, then those who run, then what they left to write; what waits for the network stays in the store.
    if (rooms.api)
        (void)runOn(rooms.anchor, [&] { return rooms.api->close(answersBound); });
    // What goes through many jobs calls them: it rests before they do, while the engine's loop still answers it.
    if (rooms.bulk)
        (void)runOn(rooms.anchor, [&] { return rooms.bulk->finish(); });
    if (rooms.exports)
        (void)runOn(rooms.anchor, [&] { return rooms.exports->finish(); });
    const auto drained = std::make_shared<QSemaphore>();
    const QDeadlineTimer botsEnd(botsBound);
    if (rooms.bots)
        post(&rooms.anchor, [&rooms, drained] { whenDone(rooms.bots->finish(), &rooms.anchor, [drained](const Done &) { drained->release(); }); });
    if (rooms.jobs) {
        const auto ended = std::make_shared<QSemaphore>();
        post(&rooms.anchor, [&rooms, ended] { whenDone(rooms.jobs->runner().shutDown(), &rooms.anchor, [ended](const Done &) { ended->release(); }); });
        (void)ended->tryAcquire(1, static_cast<int>(jobsBound.count()));
    }
    if (rooms.bots)
        (void)drained->tryAcquire(1, static_cast<int>(botsEnd.remainingTime()));
    (void)runOn(rooms.anchor, [&]() -> Done {
        rooms.nextReopening.reset();
        rooms.api.reset();
        return {};
    });
    (void)runOn(rooms.anchor, [&]() -> Done {
        rooms.bots.reset();
        rooms.heroku.reset();
        rooms.overview.reset();
        rooms.exports.reset();
        rooms.keeper.reset();
        rooms.bulk.reset();
        rooms.titles.reset();
        rooms.jobs.reset();
        rooms.titleWorks.reset();
        rooms.search.reset();
        rooms.executor.reset();
        rooms.fatals.reset();
        rooms.callbacks.reset();
        rooms.notifier.reset();
        rooms.http.reset();
        rooms.secrets.reset();
        rooms.keychain.reset();
        rooms.keys.reset();
        rooms.activity.reset();
        rooms.store.reset();
        rooms.settings.reset();
        return {};
    });
    rooms.thread.quit();
    rooms.thread.wait();
    rooms.lock.reset();
}

Services Engine::services()
{
    return {jobs(), fatals(), callbacks(), keys(), activity(), settings(), executor(), store(), m_rooms->clock, bulk(), retention(), exports(), overview(), titles(), secrets(), redactor(), bots(), heroku()};
}

JobService &Engine::jobs()
{
    return *m_rooms->jobs;
}

FatalService &Engine::fatals()
{
    return *m_rooms->fatals;
}

CallbackService &Engine::callbacks()
{
    return *m_rooms->callbacks;
}

AccessKeys &Engine::keys()
{
    return *m_rooms->keys;
}

ActivityLog &Engine::activity()
{
    return *m_rooms->activity;
}

SettingsService &Engine::settings()
{
    return *m_rooms->settings;
}

ApiControl &Engine::api()
{
    return *m_rooms->api;
}

BotService &Engine::bots()
{
    return m_rooms->bots->service();
}

HerokuService &Engine::heroku()
{
    return *m_rooms->heroku;
}

OverviewService &Engine::overview()
{
    return *m_rooms->overview;
}

SecretService &Engine::secrets()
{
    return *m_rooms->secrets;
}

const Redactor &Engine::redactor() const
{
    return m_rooms->redactor;
}

Executor &Engine::executor()
{
    return *m_rooms->executor;
}

const Folders &Engine::folders() const
{
    return m_rooms->folders;
}

JobBulk &Engine::bulk()
{
    return *m_rooms->bulk;
}

RetentionService &Engine::retention()
{
    return *m_rooms->keeper;
}

Exports &Engine::exports()
{
    return *m_rooms->exports;
}

TitleService &Engine::titles()
{
    return *m_rooms->titles;
}

Store &Engine::store()
{
    return *m_rooms->store;
}

std::shared_ptr<const Secret> Engine::takeFirstKey()
{
    return std::exchange(m_rooms->firstKey, nullptr);
}

} // namespace kule

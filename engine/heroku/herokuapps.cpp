// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokuapps.h"

#include "activity/activitylog.h"
#include "heroku/herokutable.h"
#include "base/chain.h"

namespace kule {
namespace {

constexpr int mostLines = 1500;

Error noApp(const QString &app)
{
    return {ErrorKind::NotFound, "heroku.no_app", text(QT_TRANSLATE_NOOP("Engine", "There is no app %1 here. Add it with its token, or load the list again."), app.left(100)), nullptr, std::nullopt};
}

Error givenByEnvironment(const QString &app)
{
    return {ErrorKind::Conflict, "heroku.given", text(QT_TRANSLATE_NOOP("Engine", "The environment gives %1 and its token. Change it there, then start Kule again."), app), nullptr, std::nullopt};
}

template <class T>
Future<Result<T>> refused(const Error &error)
{
    return answered(Result<T>(fail(error)));
}

/// The same deed, told by one row in the activity log and not by two.
Actor asPart(Actor actor)
{
    actor.isNotedAsOne = true;
    return actor;
}

Done check(const HerokuAppDraft &draft)
{
    if (draft.restartType && !draft.restartType->isEmpty() && !herokucalls::isProcessType(*draft.restartType))
        return fail(ErrorKind::Invalid, "heroku.bad_type", text(QT_TRANSLATE_NOOP("Engine", "“%1” is no process type. A Procfile names them, such as worker or web; leave it empty for all."), draft.restartType->left(100)));
    if (draft.restarts && !draft.restarts->cron.isEmpty())
        return Schedule::parse(draft.restarts->cron, draft.restarts->timezone).map([](const Schedule &) {});
    return {};
}

} // namespace

HerokuApps::HerokuApps(Parts parts)
    : m_parts(std::move(parts))
    , m_client({m_parts.http, m_parts.clock, m_parts.secrets, m_parts.redactor, m_parts.base})
    , m_restarts(m_parts.clock, m_parts.seed)
{
    qRegisterMetaType<HerokuApp>();
    for (const QString &app : std::as_const(m_parts.given)) {
        if (!herokucalls::isAppName(app))
            continue;
        m_apps[app].app.name = app;
        m_apps[app].app.isGiven = true;
    }
    connect(&m_restarts, &HerokuRestarts::due, this, &HerokuApps::restartOnSchedule);
    connect(&m_restarts, &HerokuRestarts::missed, this, [this](const QString &app, qint64 planned) {
        const Entry *entry = find(app);
        if (entry && !entry->trouble.source.isEmpty())
            conclude(app, {planned, HerokuRestartEnd::Failed, entry->trouble});
        else
            conclude(app, {planned, HerokuRestartEnd::Missed, text(QT_TRANSLATE_NOOP("Engine", "Kule was not running then, or the computer slept. Restart the app yourself if it cannot wait for the next time."))});
    });
    connect(&m_restarts, &HerokuRestarts::planned, this, [this](const QString &app) {
        (void)m_parts.store.write([app, next = m_restarts.nextOf(app)](Database &database) { return herokutable::plan(database, app, next); });
    });
}

HerokuApps::Entry *HerokuApps::find(const QString &app)
{
    const auto found = m_apps.find(app);
    return found == m_apps.end() ? nullptr : &found->second;
}

HerokuApp HerokuApps::viewOf(const Entry &entry) const
{
    HerokuApp app = entry.app;
    app.nextRestartAt = m_restarts.nextOf(app.name);
    const auto quota = m_client.quotaOf(app.name);
    app.requestsLeft = quota.left;
    app.waitsUntil = quota.waitsUntil;
    return app;
}

void HerokuApps::tell(const QString &app)
{
    if (const Entry *entry = find(app))
        Q_EMIT changed(viewOf(*entry));
}

Future<Done> HerokuApps::load()
{
    return chained(this, m_parts.store.read([](Database &database) { return herokutable::list(database); }), [this](const Result<std::vector<HerokuApp>> &stored) {
        for (const HerokuApp &app : stored.value_or(std::vector<HerokuApp>())) {
            Entry &entry = m_apps[app.name];
            const bool isGiven = entry.app.isGiven;
            entry.app = app;
            entry.app.isGiven = isGiven;
            m_restarts.follow(app.name, app.restarts, app.nextRestartAt);
        }
        return answered(stored.map([](const auto &) {}));
    });
}

Future<Result<std::vector<HerokuApp>>> HerokuApps::apps()
{
    return ask(this, [this]() -> Result<std::vector<HerokuApp>> {
        std::vector<HerokuApp> views;
        for (const auto &[name, entry] : m_apps)
            views.push_back(viewOf(entry));
        return views;
    });
}

Future<Result<HerokuApp>> HerokuApps::keep(QString app, SecretPtr token, Actor actor)
{
    return ask(this, [this, app = std::move(app), token = std::move(token), actor = std::move(actor)] {
        if (!herokucalls::isAppName(app))
            return refused<HerokuApp>({ErrorKind::Invalid, "heroku.bad_app", text(QT_TRANSLATE_NOOP("Engine", "“%1” is no name of an app on Heroku: small letters, digits and dashes, such as my-bot-app."), app.left(100)), nullptr, std::nullopt});
        if (!token || !herokucalls::isToken(token->view()))
            return refused<HerokuApp>({ErrorKind::Invalid, "heroku.bad_token", text(QT_TRANSLATE_NOOP("Engine", "This is not a token of Heroku. “heroku authorizations:create” makes one. Enter it again.")), nullptr, std::nullopt});
        if (const Entry *entry = find(app); entry && entry->app.isGiven)
            return refused<HerokuApp>(givenByEnvironment(app));
        // The token first: an app without one would only puzzle.
        const auto kept = chained(this, m_parts.secrets.write(secretname::herokuToken(app), token, asPart(actor)), [this, app, actor](const Done &written) {
            if (!written)
                return answered(written);
            return m_parts.store.write([app, actor, now = m_parts.clock.wallMs()](Database &database) {
                auto noted = ActivityLog::note(database, now, actor, "heroku.keep", app);
                return noted ? herokutable::add(database, app, now) : noted;
            });
        });
        return chained(this, kept, [this, app](const Done &stored) {
            if (!stored)
                return refused<HerokuApp>(stored.error());
            Entry &entry = m_apps[app];
            entry.app.name = app;
            m_client.forget(app);
            tell(app);
            return answered(Result<HerokuApp>(viewOf(entry)));
        });
    });
}

Future<Result<HerokuApp>> HerokuApps::change(QString app, HerokuAppDraft draft, Actor actor)
{
    return ask(this, [this, app = std::move(app), draft = std::move(draft), actor = std::move(actor)] {
        const Entry *entry = find(app);
        const auto checked = entry ? check(draft) : Done(fail(noApp(app)));
        if (!checked)
            return refused<HerokuApp>(checked.error());
        HerokuApp wanted = entry->app;
        wanted.restarts = draft.restarts.value_or(wanted.restarts);
        wanted.restartType = draft.restartType.value_or(wanted.restartType);
        wanted.nextRestartAt.reset();
        const auto stored = m_parts.store.write([wanted, actor, now = m_parts.clock.wallMs()](Database &database) {
            auto done = ActivityLog::note(database, now, actor, "heroku.schedule", wanted.name, wanted.restarts.cron);
            if (done)
                done = herokutable::add(database, wanted.name, now);
            return done ? herokutable::schedule(database, wanted) : done;
        });
        return chained(this, stored, [this, wanted](const Done &done) {
            Entry *mine = find(wanted.name);
            if (!done || !mine)
                return refused<HerokuApp>(done ? noApp(wanted.name) : done.error());
            mine->app.restarts = wanted.restarts;
            mine->app.restartType = wanted.restartType;
            mine->trouble = {};
            m_restarts.follow(wanted.name, wanted.restarts);
            tell(wanted.name);
            return answered(Result<HerokuApp>(viewOf(*mine)));
        });
    });
}

Future<Done> HerokuApps::remove(QString app, Actor actor)
{
    return ask(this, [this, app = std::move(app), actor = std::move(actor)] {
        const Entry *entry = find(app);
        if (!entry || entry->app.isGiven)
            return refused<void>(entry ? givenByEnvironment(app) : noApp(app));
        // The token first: one that nothing names any more would stay for ever.
        const auto gone = chained(this, m_parts.secrets.remove(secretname::herokuToken(app), asPart(actor)), [this, app, actor](const Done &removed) {
            if (!removed)
                return answered(removed);
            return m_parts.store.write([app, actor, now = m_parts.clock.wallMs()](Database &database) {
                auto noted = ActivityLog::note(database, now, actor, "heroku.remove", app);
                return noted ? herokutable::remove(database, app) : noted;
            });
        });
        return chained(this, gone, [this, app](const Done &done) {
            if (done) {
                m_restarts.dismiss(app);
                m_client.forget(app);
                m_apps.erase(app);
                Q_EMIT removed(app);
            }
            return answered(done);
        });
    });
}

Future<Result<HerokuState>> HerokuApps::lookHere(const QString &app)
{
    if (!find(app))
        return refused<HerokuState>(noApp(app));
    return chained(this, m_client.formation(app), [this, app](const Result<std::vector<HerokuFormation>> &formation) {
        if (!formation)
            return refused<HerokuState>(formation.error());
        return chained(this, m_client.dynos(app), [this, app, formation = *formation](const Result<std::vector<HerokuDyno>> &dynos) {
            tell(app); // how many requests are left
            const Entry *entry = find(app);
            if (!dynos || !entry)
                return refused<HerokuState>(entry ? dynos.error() : noApp(app));
            HerokuState state{viewOf(*entry), formation, *dynos, std::nullopt};
            for (HerokuDyno &dyno : state.dynos)
                tellCycle(dyno, formation, m_parts.clock.wallMs());
            if (entry->app.restarts.cron.isEmpty())
                state.offered = offeredRestarts();
            return answered(Result<HerokuState>(std::move(state)));
        });
    });
}

Future<Result<HerokuState>> HerokuApps::look(QString app)
{
    return ask(this, [this, app = std::move(app)] { return lookHere(app); });
}

Future<Result<HerokuLog>> HerokuApps::log(QString app, HerokuLogWish wish)
{
    return ask(this, [this, app = std::move(app), wish = std::move(wish)] {
        if (!find(app))
            return refused<HerokuLog>(noApp(app));
        if (wish.lines < 1 || wish.lines > mostLines)
            return refused<HerokuLog>({ErrorKind::Invalid, "heroku.bad_lines", text(QT_TRANSLATE_NOOP("Engine", "Heroku gives the last 1 to %1 lines. Ask for so many."), QString::number(mostLines)), nullptr, std::nullopt});
        return m_client.log(app, wish);
    });
}

Future<Result<QStringList>> HerokuApps::appsThatHold(SecretPtr value)
{
    return ask(this, [this, value = std::move(value)] {
        const Promise<Result<QStringList>> promise;
        struct Search
        {
            QStringList found;
            std::size_t open = 0;
        };
        const auto search = std::make_shared<Search>();
        search->open = m_apps.size();
        const auto finish = [promise, search] {
            search->found.sort();
            promise.answer(Result<QStringList>(search->found));
        };
        if (m_apps.empty())
            finish();
        for (const auto &[name, entry] : m_apps) {
            whenDone(m_client.holds(name, value), this, [search, finish, app = name](const Result<bool> &isHeld) {
                if (isHeld.value_or(false))
                    search->found += app;
                if (--search->open == 0)
                    finish();
            });
        }
        return promise.future();
    });
}

} // namespace kule

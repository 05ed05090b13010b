// SPDX-License-Identifier: GPL-3.0-or-later
// HerokuApps: what changes something at Heroku, asked for by a person or by the hour.
#include "heroku/herokuapps.h"

#include "activity/activitylog.h"
#include "heroku/herokutable.h"
#include "base/chain.h"

namespace kule {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds retryPause = 60s;
constexpr qint64 freshMs = 5 * 60'000;

template <class T>
Future<Result<T>> refused(const Error &error)
{
    return answered(Result<T>(fail(error)));
}

const char *actionOf(HerokuDeed deed)
{
    switch (deed) {
    case HerokuDeed::Scale:
        return "heroku.scale";
    case HerokuDeed::Stop:
        return "heroku.stop";
    case HerokuDeed::RestartDyno:
    case HerokuDeed::RestartType:
    case HerokuDeed::RestartAll:
        return "heroku.restart";
    }
    return "";
}

Error unconfirmed()
{
    return {ErrorKind::Conflict, "heroku.unconfirmed",
            text(QT_TRANSLATE_NOOP("Engine", "This has to be confirmed, so nothing was done. Look at what it would do, then repeat it with the value of expected that stands beside it.")), nullptr,
            std::nullopt};
}

Done confirmed(const HerokuPlan &plan, const QByteArray &expected)
{
    if (plan.expected == expected)
        return {};
    return fail(ErrorKind::Conflict, "heroku.changed",
                text(QT_TRANSLATE_NOOP("Engine", "What runs there has changed since this was confirmed, so nothing was done. Look at what it would do now and confirm that.")));
}

bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Busy;
}

} // namespace

Future<Result<HerokuPreview>> HerokuApps::preview(HerokuOrder order)
{
    return ask(this, [this, order = std::move(order)] {
        return chained(this, lookHere(order.app), [order](const Result<HerokuState> &now) {
            const auto plan = now.and_then([&](const HerokuState &state) { return herokuPlanOf(order, state); });
            return answered(plan.map([&](const HerokuPlan &fit) { return HerokuPreview{order, fit.effect, fit.expected}; }));
        });
    });
}

template <class F>
Future<Result<HerokuOutcome>> HerokuApps::alone(const QString &app, F deed)
{
    Entry *entry = find(app);
    if (entry && entry->isBusy)
        return refused<HerokuOutcome>({ErrorKind::Busy, "heroku.busy", text(QT_TRANSLATE_NOOP("Engine", "Something is being done to %1 right now. Try again in a moment."), app), nullptr, 5});
    if (entry)
        entry->isBusy = true;
    return chained(this, deed(), [this, app](const Result<HerokuOutcome> &outcome) {
        if (Entry *mine = find(app))
            mine->isBusy = false;
        return answered(outcome);
    });
}

Future<Result<HerokuOutcome>> HerokuApps::perform(HerokuOrder order, QByteArray expected, Actor actor)
{
    if (expected.isEmpty())
        return refused<HerokuOutcome>(unconfirmed());
    return ask(this, [this, order = std::move(order), expected = std::move(expected), actor = std::move(actor)] {
        return alone(order.app, [&] {
            return chained(this, lookHere(order.app), [this, order, expected, actor](const Result<HerokuState> &now) {
                const auto plan = now.and_then([&](const HerokuState &state) { return herokuPlanOf(order, state); });
                const auto agreed = plan ? confirmed(*plan, expected) : Done(fail(plan.error()));
                return agreed ? execute(order, *plan, actor) : refused<HerokuOutcome>(agreed.error());
            });
        });
    });
}

Future<Result<HerokuOutcome>> HerokuApps::execute(const HerokuOrder &order, const HerokuPlan &plan, const Actor &actor)
{
    return chained(this, m_client.change(order.app, plan.call), [this, order, plan, actor](const Done &done) {
        if (!done && done.error().code != "heroku.unclear")
            return refused<HerokuOutcome>(done.error());
        const qint64 now = m_parts.clock.wallMs();
        const QString detail = done ? plan.detail : plan.detail + QLatin1String(" (unclear)");
        const auto noted = m_parts.store.write([=](Database &database) { return ActivityLog::note(database, now, actor, actionOf(order.deed), order.app, detail); });
        // Noted or not: it is done.
        return chained(this, noted, [order, plan, now, done](const Done &) {
            return done ? answered(Result<HerokuOutcome>(HerokuOutcome{order, plan.done, now})) : refused<HerokuOutcome>(done.error());
        });
    });
}

void HerokuApps::restartOnSchedule(const QString &app, qint64 planned)
{
    const Entry *due = find(app);
    if (!due)
        return;
    const HerokuOrder order{app, due->app.restartType.isEmpty() ? HerokuDeed::RestartAll : HerokuDeed::RestartType, due->app.restartType, 0};
    const auto deed = alone(app, [&] {
        return chained(this, lookHere(app), [this, order, planned](const Result<HerokuState> &now) {
            if (!now)
                return refused<HerokuOutcome>(now.error());
            const auto dynos = restartable(*now, order.target);
            // By a person, by Heroku, or by this very restart before Kule was ended.
            const bool isFresh = std::all_of(dynos.begin(), dynos.end(), [planned](const HerokuDyno &dyno) { return dyno.startedAt >= planned - freshMs; });
            if (!dynos.empty() && isFresh)
                return refused<HerokuOutcome>({ErrorKind::Conflict, "heroku.nothing_to_do", text(QT_TRANSLATE_NOOP("Engine", "Its dynos had just been restarted.")), nullptr, std::nullopt});
            const auto plan = herokuPlanOf(order, *now);
            return plan ? execute(order, *plan, {QStringLiteral("schedule"), false}) : refused<HerokuOutcome>(plan.error());
        });
    });
    whenDone(deed, this, [this, app, planned](const Result<HerokuOutcome> &outcome) {
        Entry *entry = find(app);
        if (!entry)
            return;
        if (outcome)
            return conclude(app, {outcome->at, HerokuRestartEnd::Restarted, outcome->effect});
        const Error &error = outcome.error();
        if (error.code == "heroku.nothing_to_do")
            return conclude(app, {planned, HerokuRestartEnd::Skipped, error.message});
        if (!mayPass(error))
            return conclude(app, {planned, HerokuRestartEnd::Failed, error.message});
        entry->trouble = error.message;
        m_restarts.again(app, std::max<Milliseconds>(retryPause, std::chrono::seconds(error.retryAfter.value_or(0))));
    });
}

void HerokuApps::conclude(const QString &app, HerokuRestart restart)
{
    Entry *entry = find(app);
    if (!entry)
        return;
    entry->trouble = {};
    entry->app.lastRestart = restart;
    m_restarts.conclude(app);
    (void)m_parts.store.write([app, restart, next = m_restarts.nextOf(app)](Database &database) { return herokutable::conclude(database, app, restart, next); });
    tell(app);
}

} // namespace kule

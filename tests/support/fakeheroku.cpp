// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeheroku.h"

namespace kule {

HerokuState &FakeHeroku::add(const QString &name, int workers)
{
    HerokuState &state = all[name];
    state.app.name = name;
    state.formation = {{QStringLiteral("worker"), workers, QStringLiteral("basic"), QStringLiteral("python3 tanitim.py")}};
    setDynos(state, QStringLiteral("worker"), workers);
    state.offered = offeredRestarts();
    return state;
}

void FakeHeroku::setDynos(HerokuState &state, const QString &type, int quantity)
{
    std::erase_if(state.dynos, [&](const HerokuDyno &dyno) { return dyno.type == type; });
    for (int i = 1; i <= quantity; ++i) {
        HerokuDyno dyno;
        dyno.id = QString::number(someTime + i);
        dyno.name = QStringLiteral("%1.%2").arg(type).arg(i);
        dyno.type = type;
        dyno.state = QStringLiteral("up");
        dyno.size = QStringLiteral("basic");
        dyno.startedAt = someTime - 20 * 3'600'000;
        state.dynos.push_back(dyno);
        tellCycle(state.dynos.back(), state.formation, someTime);
    }
}

Result<HerokuState> FakeHeroku::find(const QString &app) const
{
    const auto found = all.find(app);
    return found == all.end() ? Result<HerokuState>(fail(absent("heroku.no_app"))) : found->second;
}

Future<Result<std::vector<HerokuApp>>> FakeHeroku::apps()
{
    std::vector<HerokuApp> apps;
    for (const auto &[name, state] : all)
        apps.push_back(state.app);
    return answer<std::vector<HerokuApp>>(apps);
}

Future<Result<HerokuApp>> FakeHeroku::keep(QString app, SecretPtr token, Actor actor)
{
    asked << QStringLiteral("keep %1 by %2").arg(app, actor.name);
    tokens[app] = std::move(token);
    const HerokuApp kept = all.contains(app) ? all[app].app : add(app).app;
    Q_EMIT changed(kept);
    return answer<HerokuApp>(kept);
}

Future<Result<HerokuApp>> FakeHeroku::change(QString app, HerokuAppDraft draft, Actor actor)
{
    asked << QStringLiteral("change %1 by %2").arg(app, actor.name);
    const auto found = all.find(app);
    if (found == all.end())
        return answer<HerokuApp>(fail(absent("heroku.no_app")));
    HerokuApp &mine = found->second.app;
    mine.restarts = draft.restarts.value_or(mine.restarts);
    mine.restartType = draft.restartType.value_or(mine.restartType);
    mine.nextRestartAt = mine.restarts.cron.isEmpty() ? std::nullopt : std::optional(someTime + 3'600'000);
    Q_EMIT changed(mine);
    return answer<HerokuApp>(mine);
}

Future<Done> FakeHeroku::remove(QString app, Actor actor)
{
    asked << QStringLiteral("remove %1 by %2").arg(app, actor.name);
    if (all.erase(app) == 0)
        return answered(Done(fail(absent("heroku.no_app"))));
    Q_EMIT removed(app);
    return answered(Done());
}

Future<Result<HerokuState>> FakeHeroku::look(QString app)
{
    return answer(find(app));
}

Future<Result<HerokuPreview>> FakeHeroku::preview(HerokuOrder order)
{
    const auto plan = find(order.app).and_then([&](const HerokuState &state) { return herokuPlanOf(order, state); });
    return answer<HerokuPreview>(plan.map([&](const HerokuPlan &fit) { return HerokuPreview{order, fit.effect, fit.expected}; }));
}

Future<Result<HerokuOutcome>> FakeHeroku::perform(HerokuOrder order, QByteArray expected, Actor actor)
{
    const auto plan = find(order.app).and_then([&](const HerokuState &state) { return herokuPlanOf(order, state); });
    if (!plan)
        return answer<HerokuOutcome>(fail(plan.error()));
    if (plan->expected != expected)
        return answer<HerokuOutcome>(fail(ErrorKind::Conflict, expected.isEmpty() ? "heroku.unconfirmed" : "heroku.changed", text("It is not confirmed.")));
    asked << QStringLiteral("%1 %2 by %3").arg(order.app, plan->detail, actor.name);
    HerokuState &state = all[order.app];
    for (HerokuFormation &row : state.formation) {
        if (row.type != order.target || (order.deed != HerokuDeed::Scale && order.deed != HerokuDeed::Stop))
            continue;
        row.quantity = order.deed == HerokuDeed::Stop ? 0 : order.quantity;
        setDynos(state, row.type, row.quantity);
    }
    for (HerokuDyno &dyno : state.dynos) {
        if (order.deed == HerokuDeed::RestartAll || dyno.name == order.target || (order.deed == HerokuDeed::RestartType && dyno.type == order.target)) {
            dyno.id = QString::number(++m_dynos);
            dyno.startedAt = someTime;
        }
    }
    return answer<HerokuOutcome>(HerokuOutcome{order, plan->done, someTime});
}

Future<Result<HerokuLog>> FakeHeroku::log(QString app, HerokuLogWish wish)
{
    lastWish = std::move(wish);
    return answer<HerokuLog>(find(app).map([this](const HerokuState &) { return lines; }));
}

Future<Result<QStringList>> FakeHeroku::appsThatHold(SecretPtr)
{
    return answer<QStringList>(holders);
}

} // namespace kule

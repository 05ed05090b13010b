// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokuplan.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace kule {
namespace {

constexpr int mostDynos = 1000;
constexpr qsizetype mostNamed = 10;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
// devcenter.heroku.com/articles/dyno-lifecycle: once a day, plus up to 216 random minutes.
constexpr qint64 cycleMs = 24 * hourMs;
constexpr qint64 cycleSpreadMs = 216 * minuteMs;

const HerokuFormation *formationOf(const std::vector<HerokuFormation> &formation, const QString &type)
{
    const auto found = std::find_if(formation.begin(), formation.end(), [&](const HerokuFormation &row) { return row.type == type; });
    return found == formation.end() ? nullptr : &*found;
}

const HerokuDyno *dynoOf(const HerokuState &now, const QString &name)
{
    const auto found = std::find_if(now.dynos.begin(), now.dynos.end(), [&](const HerokuDyno &dyno) { return dyno.name == name; });
    return found == now.dynos.end() ? nullptr : &*found;
}

QString namesOf(const std::vector<HerokuDyno> &dynos)
{
    QStringList names;
    for (const HerokuDyno &dyno : dynos)
        names += dyno.name;
    names.sort();
    return names.size() > mostNamed ? names.mid(0, mostNamed).join(QLatin1String(", ")) + QLatin1String(", …") : names.join(QLatin1String(", "));
}

// What the order is about, in an order of its own: Heroku lists as it likes.
QByteArray digestOf(const HerokuOrder &order, const std::vector<HerokuFormation> &formation, const std::vector<HerokuDyno> &dynos)
{
    QStringList rows;
    for (const HerokuFormation &row : formation)
        rows += row.type + u' ' + QString::number(row.quantity) + u' ' + row.size;
    for (const HerokuDyno &dyno : dynos)
        rows += dyno.name + u' ' + dyno.id + u' ' + QString::number(dyno.startedAt);
    rows.sort();
    rows.prepend(order.app + u' ' + QString::number(static_cast<int>(order.deed)) + u' ' + order.target + u' ' + QString::number(order.quantity));
    return QCryptographicHash::hash(rows.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
}

QString segment(const QString &name)
{
    return u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

Error noType(const HerokuOrder &order)
{
    return {ErrorKind::NotFound, "heroku.no_type", text(QT_TRANSLATE_NOOP("Engine", "%1 has no process type %2. Its Procfile names them; load its formation again."), order.app, order.target.left(100)), nullptr, std::nullopt};
}

Error nothingToDo(Text why)
{
    return {ErrorKind::Conflict, "heroku.nothing_to_do", std::move(why), nullptr, std::nullopt};
}

Result<HerokuPlan> scalePlan(const HerokuOrder &order, const HerokuState &now, int quantity)
{
    const HerokuFormation *row = formationOf(now.formation, order.target);
    if (!row)
        return fail(noType(order));
    if (quantity < 0 || quantity > mostDynos)
        return fail(ErrorKind::Invalid, "heroku.bad_quantity", text(QT_TRANSLATE_NOOP("Engine", "A process type runs 0 to %1 dynos. Give such a number."), QString::number(mostDynos)));
    const QString former = QString::number(row->quantity);
    const QString wanted = QString::number(quantity);
    if (quantity == row->quantity)
        return fail(nothingToDo(text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 is %2 already. There is nothing to change."), row->type, wanted)));
    HerokuPlan plan;
    if (quantity == 0) {
        plan.effect = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 goes from %2 to 0: all its dynos stop, and stay so until it is scaled up. (To stop a single dyno, as “heroku ps:stop” does, would only restart it.)"), row->type, former);
        plan.done = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 went from %2 to 0: its dynos stop, until it is scaled up again."), row->type, former);
    } else if (quantity < row->quantity) {
        plan.effect = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 goes from %2 to %3: the dynos with the highest numbers stop, the others run on."), row->type, former, wanted);
        plan.done = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 went from %2 to %3."), row->type, former, wanted);
    } else {
        plan.effect = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 goes from %2 to %3: new dynos start, which Heroku charges by its plan; those that run go on."), row->type, former, wanted);
        plan.done = text(QT_TRANSLATE_NOOP("Engine", "The quantity of %1 went from %2 to %3."), row->type, former, wanted);
    }
    plan.detail = QStringLiteral("%1: %2 → %3").arg(row->type, former, wanted);
    plan.expected = digestOf(order, {*row}, {});
    plan.call = {"PATCH", QLatin1String("/formation") + segment(row->type), {{"quantity", quantity}}};
    return plan;
}

Result<HerokuPlan> stopPlan(const HerokuOrder &order, const HerokuState &now)
{
    if (const HerokuDyno *dyno = formationOf(now.formation, order.target) ? nullptr : dynoOf(now, order.target))
        return fail(ErrorKind::Conflict, "heroku.stop_is_by_type",
                    text(QT_TRANSLATE_NOOP("Engine", "Heroku would start %1 again at once, as the quantity of %2 asks for it. Stop %2, which sets its quantity to 0, or scale it down."), dyno->name, dyno->type));
    return scalePlan(order, now, 0);
}

Result<HerokuPlan> restartOne(const HerokuOrder &order, const HerokuState &now)
{
    const HerokuDyno *dyno = dynoOf(now, order.target);
    if (!dyno)
        return fail(ErrorKind::NotFound, "heroku.no_dyno", text(QT_TRANSLATE_NOOP("Engine", "%1 runs no dyno %2 now. Load its dynos again."), order.app, order.target.left(100)));
    const HerokuFormation *row = formationOf(now.formation, dyno->type);
    HerokuPlan plan;
    if (row) {
        plan.effect = text(QT_TRANSLATE_NOOP("Engine", "%1 will be restarted: it gets SIGTERM, has 30 s to end, and starts anew. The quantity of %2 stays %3."), dyno->name, row->type, QString::number(row->quantity));
        plan.done = text(QT_TRANSLATE_NOOP("Engine", "%1 is being restarted."), dyno->name);
    } else {
        plan.effect = text(QT_TRANSLATE_NOOP("Engine", "%1 is a one-off dyno: it will be ended, and nothing starts it again."), dyno->name);
        plan.done = text(QT_TRANSLATE_NOOP("Engine", "%1 is being ended."), dyno->name);
    }
    plan.detail = dyno->name;
    plan.expected = digestOf(order, row ? std::vector{*row} : std::vector<HerokuFormation>(), {*dyno});
    plan.call = {"DELETE", QLatin1String("/dynos") + segment(dyno->name)};
    return plan;
}

Result<HerokuPlan> restartMany(const HerokuOrder &order, const HerokuState &now)
{
    const bool isAll = order.deed == HerokuDeed::RestartAll;
    const HerokuFormation *row = formationOf(now.formation, order.target);
    if (!isAll && !row)
        return fail(noType(order));
    const auto dynos = restartable(now, isAll ? QString() : order.target);
    if (dynos.empty())
        return fail(nothingToDo(text(QT_TRANSLATE_NOOP("Engine", "Nothing of that runs on %1 now. Scale it up to start it."), order.app)));
    const QString names = namesOf(dynos);
    HerokuPlan plan;
    plan.effect = text(QT_TRANSLATE_NOOP("Engine", "These dynos will be restarted: %1. Each gets SIGTERM, has 30 s to end, and starts anew; quantities stay."), names);
    plan.done = text(QT_TRANSLATE_NOOP("Engine", "These dynos are being restarted: %1."), names);
    plan.detail = isAll ? names : order.target;
    plan.expected = digestOf(order, isAll ? now.formation : std::vector{*row}, dynos);
    plan.call = {"DELETE", isAll ? QStringLiteral("/dynos") : QLatin1String("/formations") + segment(order.target)};
    return plan;
}

} // namespace

Result<HerokuPlan> herokuPlanOf(const HerokuOrder &order, const HerokuState &now)
{
    switch (order.deed) {
    case HerokuDeed::Scale:
        return scalePlan(order, now, order.quantity);
    case HerokuDeed::Stop:
        return stopPlan(order, now);
    case HerokuDeed::RestartDyno:
        return restartOne(order, now);
    case HerokuDeed::RestartType:
    case HerokuDeed::RestartAll:
        return restartMany(order, now);
    }
    return fail(noType(order));
}

std::vector<HerokuDyno> restartable(const HerokuState &now, const QString &type)
{
    std::vector<HerokuDyno> dynos;
    std::copy_if(now.dynos.begin(), now.dynos.end(), std::back_inserter(dynos), [&](const HerokuDyno &dyno) {
        return formationOf(now.formation, dyno.type) && (type.isEmpty() || dyno.type == type);
    });
    return dynos;
}

void tellCycle(HerokuDyno &dyno, const std::vector<HerokuFormation> &formation, qint64 nowMs)
{
    if (dyno.startedAt <= 0)
        return;
    dyno.cyclesFrom = dyno.startedAt + cycleMs;
    dyno.cyclesUntil = dyno.cyclesFrom + cycleSpreadMs;
    const qint64 age = std::max<qint64>(nowMs - dyno.startedAt, 0);
    const QString hours = QString::number(age / hourMs);
    const QString minutes = QString::number(age % hourMs / minuteMs);
    if (!formationOf(formation, dyno.type)) {
        dyno.cyclesUntil = dyno.cyclesFrom;
        dyno.cycling = text(QT_TRANSLATE_NOOP("Engine", "It has run for %1 h %2 min. A one-off dyno is ended by Heroku after 24 hours and not started again."), hours, minutes);
    } else if (nowMs >= dyno.cyclesFrom) {
        dyno.cycling = text(QT_TRANSLATE_NOOP("Engine", "It has run for %1 h %2 min. Heroku restarts every dyno by itself once a day, this one at any moment now; what it holds in memory is lost then."), hours, minutes);
    } else {
        const auto until = [nowMs](qint64 moment) { return QString::number((moment - nowMs + hourMs / 2) / hourMs); };
        dyno.cycling = text(QT_TRANSLATE_NOOP("Engine", "It has run for %1 h %2 min. Heroku restarts every dyno by itself once a day, this one in about %3 to %4 hours; what it holds in memory is lost then."), hours,
                            minutes, until(dyno.cyclesFrom), until(dyno.cyclesUntil));
    }
}

RestartTimes offeredRestarts()
{
    return {QStringLiteral("0 4 * * *"), QString::fromLatin1(QTimeZone::systemTimeZoneId()), 0};
}

} // namespace kule

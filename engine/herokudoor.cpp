// SPDX-License-Identifier: GPL-3.0-or-later
#include "herokudoor.h"

#include "base/chain.h"

namespace kule {
namespace {

QStringList typesThatRun(const HerokuState &state)
{
    QStringList running;
    for (const HerokuFormation &formation : state.formation) {
        if (formation.quantity > 0)
            running += formation.type;
    }
    return running;
}

/// The first of them that runs something: one whose quantities are 0 is in nobody's way.
Future<Result<std::optional<QString>>> firstThatRuns(HerokuService &heroku, QObject &anchor, QStringList apps)
{
    if (apps.isEmpty())
        return answered(Result<std::optional<QString>>(std::nullopt));
    const QString app = apps.takeFirst();
    return chained(&anchor, heroku.look(app), [&heroku, &anchor, app, apps](const Result<HerokuState> &state) {
        const bool isRunning = state && !typesThatRun(*state).isEmpty();
        return isRunning ? answered(Result<std::optional<QString>>(app)) : firstThatRuns(heroku, anchor, apps);
    });
}

/// The one type of process that the app runs. bot.many_dynos
Result<QString> onlyType(const HerokuState &state)
{
    const QStringList running = typesThatRun(state);
    if (running.size() == 1)
        return running.front();
    return fail(ErrorKind::Conflict, "bot.many_dynos",
                text(QT_TRANSLATE_NOOP("Engine", "The Heroku app %1 runs %2 types of process, and which of them is this bot cannot be seen from here. Stop the right one under Heroku."), state.app.name,
                     QString::number(running.size())));
}

} // namespace

HerokuDoor herokuDoor(HerokuService &heroku, QObject &anchor)
{
    HerokuDoor door;
    door.appWith = [&heroku, &anchor](SecretPtr token) {
        return ask(&anchor, [&heroku, &anchor, token] {
            return chained(&anchor, heroku.appsThatHold(token), [&heroku, &anchor](const Result<QStringList> &apps) {
                return firstThatRuns(heroku, anchor, apps.value_or(QStringList()));
            });
        });
    };
    door.stop = [&heroku, &anchor](QString app, SecretPtr) {
        return ask(&anchor, [&heroku, &anchor, app]() -> Future<Done> {
            return chained(&anchor, heroku.look(app), [&heroku, &anchor](const Result<HerokuState> &state) -> Future<Done> {
                const auto type = state ? onlyType(*state) : fail(state.error());
                if (!type)
                    return answered(Done(fail(type.error())));
                const HerokuOrder stop{state->app.name, HerokuDeed::Stop, *type};
                return chained(&anchor, heroku.preview(stop), [&heroku, &anchor](const Result<HerokuPreview> &preview) -> Future<Done> {
                    if (!preview)
                        return answered(Done(fail(preview.error())));
                    return chained(&anchor, heroku.perform(preview->order, preview->expected, Actor{QStringLiteral("bots")}), [](const Result<HerokuOutcome> &outcome) {
                        return answered(outcome.map([](const HerokuOutcome &) {}));
                    });
                });
            });
        });
    };
    return door;
}

} // namespace kule

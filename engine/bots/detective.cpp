// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/detective.h"

#include "bots/tokenholders.h"

namespace kule {

ConflictDetective::ConflictDetective(HerokuDoor heroku)
    : m_heroku(std::move(heroku))
{
    m_pool.setMaxThreadCount(1);
}

ConflictDetective::~ConflictDetective()
{
    m_pool.waitForDone();
}

Future<Result<BotConflict>> ConflictDetective::whoPolls(SecretPtr token)
{
    const Promise<Result<BotConflict>> promise;
    m_pool.start([promise, token, appWith = m_heroku.appWith] {
        if (const auto pid = tokenHolder(*token))
            return promise.answer(BotConflict{BotConflict::Who::Process, *pid, {}, {}});
        if (!appWith)
            return promise.answer(BotConflict());
        appWith(token).then([promise](const Result<std::optional<QString>> &app) {
            promise.answer(app && *app ? BotConflict{BotConflict::Who::Dyno, 0, {}, **app} : BotConflict());
        });
    });
    return promise.future();
}

Future<Done> ConflictDetective::stopProcess(qint64 pid, SecretPtr token)
{
    return onPool(m_pool, [pid, token]() -> Done {
        if (!holdsToken(pid, *token))
            return fail(ErrorKind::Conflict, "bot.process_gone", text(QT_TRANSLATE_NOOP("Engine", "Process %1 does not hold this bot's token any more, so it is left alone. Start the bot again."), QString::number(pid)));
        if (const QString why = endPolitely(pid); !why.isEmpty())
            return fail(ErrorKind::Forbidden, "bot.process_stays", text(QT_TRANSLATE_NOOP("Engine", "Process %1 cannot be told to end: %2. Stop it yourself."), QString::number(pid), why));
        return {};
    });
}

Future<Done> ConflictDetective::stopDyno(QString app, SecretPtr token)
{
    if (!m_heroku.stop)
        return answered(Done(fail(ErrorKind::Unavailable, "bot.no_heroku", text(QT_TRANSLATE_NOOP("Engine", "No Heroku account is set, so the dyno cannot be stopped from here. Stop it there.")))));
    return m_heroku.stop(std::move(app), std::move(token));
}

} // namespace kule

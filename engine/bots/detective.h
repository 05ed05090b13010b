// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out who else polls with a bot's token: a process of this computer, a dyno of a Heroku app, or nobody that it can see.
// Asked from any thread. Looks at processes on a pool thread; lets the token into no log, error or answer.
#pragma once
#include "base/async.h"
#include "base/secret.h"
#include "bots/conflict.h"

#include <functional>

namespace kule {

/// What the room of Heroku knows, where there is an account. Both may be null.
struct HerokuDoor
{
    /// The app whose configuration holds the token and whose dynos run; nothing: none does.
    std::function<Future<Result<std::optional<QString>>>(SecretPtr token)> appWith;
    std::function<Future<Done>(QString app, SecretPtr token)> stop;
};

class ConflictDetective
{
public:
    explicit ConflictDetective(HerokuDoor heroku = {});
    /// Waits for what it is looking at.
    ~ConflictDetective();

    Future<Result<BotConflict>> whoPolls(SecretPtr token);
    /// The polite signal to a process, once it is seen again that it holds the token. bot.process_gone, bot.process_stays
    Future<Done> stopProcess(qint64 pid, SecretPtr token);
    /// bot.no_heroku
    Future<Done> stopDyno(QString app, SecretPtr token);

private:
    const HerokuDoor m_heroku;
    QThreadPool m_pool;
};

} // namespace kule

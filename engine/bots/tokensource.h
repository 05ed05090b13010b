// SPDX-License-Identifier: GPL-3.0-or-later
// Where bots get their tokens from and put them: the one way in and out of secrets. Asked from any thread; answers when the
// keychain does. Whoever gets a token forgets it with the run that needed it.
#pragma once
#include "base/async.h"
#include "base/secret.h"
#include "bots/botids.h"

#include <memory>

namespace kule {

class TokenSource
{
public:
    virtual ~TokenSource() = default;
    /// token.absent, or what the place where secrets live says: locked, denied, away.
    virtual QFuture<Result<std::shared_ptr<const Secret>>> token(BotId bot) = 0;
};

class TokenStore : public TokenSource
{
public:
    virtual QFuture<Done> keep(BotId bot, std::shared_ptr<const Secret> token) = 0;
    virtual QFuture<Done> forget(BotId bot) = 0;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens for as long as this program runs: in memory, scrubbed when they go. Lives on the bots' thread. Writes nothing anywhere,
// so that after a restart each token is asked for again.
#pragma once
#include "bots/tokensource.h"

#include <QHash>

namespace kule {

class SessionTokens final : public TokenStore
{
public:
    QFuture<Result<std::shared_ptr<const Secret>>> token(BotId bot) override;
    QFuture<Done> keep(BotId bot, std::shared_ptr<const Secret> token) override;
    QFuture<Done> forget(BotId bot) override;

private:
    QHash<BotId, std::shared_ptr<const Secret>> m_tokens;
};

} // namespace kule

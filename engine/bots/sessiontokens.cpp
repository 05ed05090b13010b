// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/sessiontokens.h"

namespace kule {

QFuture<Result<std::shared_ptr<const Secret>>> SessionTokens::token(BotId bot)
{
    const auto known = m_tokens.constFind(bot);
    if (known == m_tokens.cend())
        return answered(Result<std::shared_ptr<const Secret>>(
            fail(ErrorKind::NotFound, "token.absent", text(QT_TRANSLATE_NOOP("Engine", "This bot's token is not known since Kule was started. Enter it again.")))));
    return answered(Result<std::shared_ptr<const Secret>>(*known));
}

QFuture<Done> SessionTokens::keep(BotId bot, std::shared_ptr<const Secret> token)
{
    m_tokens[bot] = std::move(token);
    return answered(Done());
}

QFuture<Done> SessionTokens::forget(BotId bot)
{
    m_tokens.remove(bot);
    return answered(Done());
}

} // namespace kule

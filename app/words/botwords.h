// SPDX-License-Identifier: GPL-3.0-or-later
// Bots in the window's words: states, kinds, modes, deliveries, why a subscription ended. Pure; any thread.
#pragma once
#include "bots/botservice.h"
#include "theme/statelook.h"

namespace kule {

StateLook lookOf(BotState state);
StateLook lookOf(BotDeliveryState state);
/// Whether a person must do something before it runs again, or at least know.
bool isInTrouble(BotState state);
/// Whether it runs or is about to.
bool isUp(BotState state);

QString kindWord(BotKind kind);
QString kindMeaning(BotKind kind);
/// "dev" and "prod", as the programs that the bots come from had them.
QString modeWord(BotMode mode);
QString modeMeaning(BotMode mode);
/// "@tanitim_bot"; empty while Telegram has not said it.
QString usernameText(const Bot &bot);
/// Figures of a list; empty where there is nothing to count: what a script receives, nobody sees.
QString updatesText(const BotView &bot);
QString latencyText(const BotView &bot);
QString errorsText(const BotView &bot);
/// Why it is so and when it tries again; empty when there is nothing to say.
QString remarkOf(const BotView &bot, qint64 now);
/// "next try in 12 s"; empty when it waits for nothing.
QString nextTryText(const BotView &bot, qint64 now);

/// What a button says that does it: "Stop process 4711…"
QString deedText(BotDeed deed, const BotConflict &conflict);
/// What it will do, before it is done.
QString deedEffect(BotDeed deed, const BotConflict &conflict);
QString environmentText(const BotEnvironment &environment);

/// One line of what is sent.
QString contentOf(const Outgoing &outgoing);
/// What a code of Telegram or of the network means in few words; the code itself for others.
QString deliveryErrorText(const QByteArray &code);
/// "blocked the bot" for "telegram.blocked"
QString endingText(const QByteArray &reason);

} // namespace kule

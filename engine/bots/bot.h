// SPDX-License-Identifier: GPL-3.0-or-later
// A bot as it is stored and shown. Values; any thread. The token is no part of it: it lives where secrets live.
#pragma once
#include "base/result.h"
#include "bots/botids.h"
#include "schedule/restarttimes.h"

#include <optional>

namespace kule {

enum class BotKind { Introduction, Announcements, Script };
/// "introduction", "announcements", "script"
const char *wordOf(BotKind kind);
std::optional<BotKind> botKindOf(QByteArrayView word);

enum class BotMode { Dev, Prod }; ///< long polling; a webhook
/// "dev", "prod"
const char *wordOf(BotMode mode);
std::optional<BotMode> botModeOf(QByteArrayView word);

/// Whether it shall run; what it does is its state.
enum class BotWish { Stopped, Running };

struct Bot
{
    qint64 seq = 0; ///< of the row
    BotId id;
    QString name;
    BotKind kind = BotKind::Introduction;
    BotMode mode = BotMode::Dev;
    BotWish wish = BotWish::Stopped;
    int quantity = 1; ///< chats handled at once, 1 … 100
    qint64 number = 0; ///< Telegram's id of it; 0: not known
    QString username;
    RestartTimes restarts;
    Json config = Json::object();
    int version = 1; ///< of the configuration
    qint64 lastUpdateAt = 0;
    qint64 createdAt = 0;
};

/// A configuration as it was saved.
struct BotConfigVersion
{
    int version = 0;
    qint64 at = 0; ///< UTC ms
    QString actor;
    Json config = nullptr; ///< null in lists
};

} // namespace kule

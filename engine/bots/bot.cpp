// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/bot.h"

namespace kule {

const char *wordOf(BotKind kind)
{
    switch (kind) {
    case BotKind::Introduction:
        return "introduction";
    case BotKind::Announcements:
        return "announcements";
    case BotKind::Script:
        return "script";
    }
    return "";
}

std::optional<BotKind> botKindOf(QByteArrayView word)
{
    for (const BotKind kind : {BotKind::Introduction, BotKind::Announcements, BotKind::Script}) {
        if (word == QByteArrayView(wordOf(kind)))
            return kind;
    }
    return std::nullopt;
}

const char *wordOf(BotMode mode)
{
    switch (mode) {
    case BotMode::Dev:
        return "dev";
    case BotMode::Prod:
        return "prod";
    }
    return "";
}

std::optional<BotMode> botModeOf(QByteArrayView word)
{
    for (const BotMode mode : {BotMode::Dev, BotMode::Prod}) {
        if (word == QByteArrayView(wordOf(mode)))
            return mode;
    }
    return std::nullopt;
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/conflict.h"

namespace kule {

const char *wordOf(BotConflict::Who who)
{
    switch (who) {
    case BotConflict::Who::Unknown:
        return "unknown";
    case BotConflict::Who::Kule:
        return "kule";
    case BotConflict::Who::Process:
        return "process";
    case BotConflict::Who::Webhook:
        return "webhook";
    case BotConflict::Who::Dyno:
        return "dyno";
    }
    return "";
}

Text sentenceOf(const BotConflict &conflict)
{
    switch (conflict.who) {
    case BotConflict::Who::Unknown:
        break;
    case BotConflict::Who::Kule:
        return text(QT_TRANSLATE_NOOP("Engine", "Another Kule on this computer (process %1) runs this bot. Stop it there."), QString::number(conflict.pid));
    case BotConflict::Who::Process:
        return text(QT_TRANSLATE_NOOP("Engine", "Another program on this computer (process %1) polls with this bot's token. Stop that process, and the bot runs here."), QString::number(conflict.pid));
    case BotConflict::Who::Webhook:
        return text(QT_TRANSLATE_NOOP("Engine", "A webhook at %1 receives this bot's updates. Delete it there, or choose the mode prod to replace it."), conflict.host);
    case BotConflict::Who::Dyno:
        return text(QT_TRANSLATE_NOOP("Engine", "A dyno of the Heroku app %1 has this bot's token. Stop the dyno, and the bot runs here."), conflict.app);
    }
    return text(QT_TRANSLATE_NOOP("Engine", "Another program polls with this bot's token, not on this computer as far as Kule can see. Stop it there, or have @BotFather revoke the token."));
}

const char *wordOf(BotDeed deed)
{
    switch (deed) {
    case BotDeed::StopProcess:
        return "stop_process";
    case BotDeed::DeleteWebhook:
        return "delete_webhook";
    case BotDeed::StopDyno:
        return "stop_dyno";
    case BotDeed::RunInDev:
        return "run_in_dev";
    }
    return "";
}

std::optional<BotDeed> botDeedOf(QByteArrayView word)
{
    for (const BotDeed deed : {BotDeed::StopProcess, BotDeed::DeleteWebhook, BotDeed::StopDyno, BotDeed::RunInDev}) {
        if (word == QByteArrayView(wordOf(deed)))
            return deed;
    }
    return std::nullopt;
}

std::vector<BotDeed> deedsAgainst(const BotConflict &conflict)
{
    switch (conflict.who) {
    case BotConflict::Who::Unknown:
    case BotConflict::Who::Kule: // a person stops it there: it may do more than this bot
        break;
    case BotConflict::Who::Process:
        return {BotDeed::StopProcess};
    case BotConflict::Who::Webhook:
        return {BotDeed::DeleteWebhook};
    case BotConflict::Who::Dyno:
        return {BotDeed::StopDyno};
    }
    return {};
}

} // namespace kule

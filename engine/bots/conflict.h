// SPDX-License-Identifier: GPL-3.0-or-later
// Who else receives a bot's updates, as far as that can be known, and what may be done about it. Values; any thread. Never holds
// a token or the path of a webhook, which may be a secret.
#pragma once
#include "base/text.h"

#include <optional>
#include <vector>

namespace kule {

struct BotConflict
{
    enum class Who {
        Unknown, ///< somewhere else
        Kule,    ///< another Kule on this computer
        Process, ///< another program on this computer
        Webhook,
        Dyno, ///< of a Heroku app that has the same token
    } who = Who::Unknown;
    qint64 pid = 0; ///< of Kule and Process
    QString host;   ///< of Webhook
    QString app;    ///< of Dyno
    bool operator==(const BotConflict &) const = default;
};
/// "unknown", "kule", "process", "webhook", "dyno"
const char *wordOf(BotConflict::Who who);
/// What it is and what to do.
Text sentenceOf(const BotConflict &conflict);

/// What mends a bot that is in another's way.
enum class BotDeed { StopProcess, DeleteWebhook, StopDyno, RunInDev };
/// "stop_process", "delete_webhook", "stop_dyno", "run_in_dev"
const char *wordOf(BotDeed deed);
std::optional<BotDeed> botDeedOf(QByteArrayView word);
std::vector<BotDeed> deedsAgainst(const BotConflict &conflict);

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of an introduction bot while they are edited: read from a configuration and written back as one, with what this
// window does not know left as it was. A value; any thread.
#pragma once
#include "base/json.h"
#include "base/text.h"

#include <vector>

namespace kule {

struct IntroductionDraft
{
    struct Words
    {
        QString turkish;
        QString english;
        QString &in(Language language) { return language == Language::Turkish ? turkish : english; }
        const QString &in(Language language) const { return language == Language::Turkish ? turkish : english; }
        bool operator==(const Words &) const = default;
    };
    struct Command
    {
        QString name; ///< without the slash
        Words menu;   ///< what Telegram's menu says of it
        Words text;
        Json rest = Json::object();
    };

    std::vector<Command> commands;
    Words question, yes, no, goodbye;
    Json rest = Json::object();

    static IntroductionDraft of(const Json &config);
    Json config() const;
};

} // namespace kule

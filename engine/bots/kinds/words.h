// SPDX-License-Identifier: GPL-3.0-or-later
// Words in two languages, and what all kinds of bots share of them: which one a person is spoken to in, how it is chosen, and
// what a configuration may not be. Pure; any thread.
#pragma once
#include "bots/delivery.h"

namespace kule {

/// The same words in both languages; where one is missing, the other stands in.
struct BothLanguages
{
    QString turkish;
    QString english;

    const QString &in(Language language) const;
    bool isEmpty() const { return turkish.isEmpty() && english.isEmpty(); }
};

/// bot.bad_config, naming the place, which is the first argument of the sentence.
tl::unexpected<Error> badConfig(const QString &place, Text why);
/// {"tr": "…", "en": "…"} at that key; empty when there is none. bot.bad_config
Result<BothLanguages> bothOf(const Json &object, const char *key, const QString &place);

/// What the chat has chosen, else what the person's program speaks, else Turkish.
Language languageFor(const std::optional<TelegramUser> &user, std::optional<Language> chosen);
/// Whether a command asks for the choice of a language.
bool asksForLanguage(const QByteArray &command);
Outgoing questionOfLanguage();
/// What was pressed below that question; nothing for any other button.
std::optional<Language> languageOfPress(const QString &data);

} // namespace kule

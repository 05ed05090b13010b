// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/kinds/words.h"

#include <algorithm>

namespace kule {
namespace {

constexpr char inTurkish[] = "language:tr";
constexpr char inEnglish[] = "language:en";

} // namespace

const QString &BothLanguages::in(Language language) const
{
    const QString &wanted = language == Language::Turkish ? turkish : english;
    return !wanted.isEmpty() ? wanted : language == Language::Turkish ? english : turkish;
}

tl::unexpected<Error> badConfig(const QString &place, Text why)
{
    Error error{ErrorKind::Invalid, "bot.bad_config", std::move(why), Json{{"place", place}}, std::nullopt};
    error.message.args.emplace(error.message.args.begin(), place);
    return fail(std::move(error));
}

Result<BothLanguages> bothOf(const Json &object, const char *key, const QString &place)
{
    BothLanguages both;
    const auto found = object.find(key);
    if (found == object.end())
        return both;
    const bool isRight = found->is_object() && std::all_of(found->begin(), found->end(), [](const Json &text) { return text.is_string(); });
    if (!isRight)
        return badConfig(place + u'.' + QLatin1String(key), {QT_TRANSLATE_NOOP("Engine", "%1 must be texts by language, such as {\"tr\": \"…\", \"en\": \"…\"}."), {}});
    both.turkish = textOf(*found, "tr").trimmed();
    both.english = textOf(*found, "en").trimmed();
    return both;
}

Language languageFor(const std::optional<TelegramUser> &user, std::optional<Language> chosen)
{
    if (chosen)
        return *chosen;
    // Telegram does not always say it; the bots that this kind comes from spoke Turkish.
    return !user || user->languageCode.isEmpty() ? Language::Turkish : languageOf(user->languageCode.toLatin1());
}

bool asksForLanguage(const QByteArray &command)
{
    return command == "dil" || command == "language";
}

Outgoing questionOfLanguage()
{
    return {.text = QStringLiteral("Dil? / Language?"), .buttons = {{{QStringLiteral("Türkçe"), inTurkish}, {QStringLiteral("English"), inEnglish}}}};
}

std::optional<Language> languageOfPress(const QString &data)
{
    if (data == QLatin1String(inTurkish))
        return Language::Turkish;
    return data == QLatin1String(inEnglish) ? std::optional(Language::English) : std::nullopt;
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/json.h"

#include <QTranslator>

#include <array>

namespace kule {
namespace {

// Loaded once, read from any thread afterwards.
const QTranslator &turkish()
{
    static const auto translator = [] {
        auto loaded = std::make_unique<QTranslator>();
        (void)loaded->load(QStringLiteral(":/i18n/kule_tr.qm"));
        return loaded;
    }();
    return *translator;
}

QString said(const Text::Argument &argument, Language language)
{
    const auto *sentence = std::get_if<Text>(&argument);
    return sentence ? sentence->in(language) : std::get<QString>(argument);
}

QString withArguments(const QString &sentence, const std::vector<Text::Argument> &args, Language language)
{
    // One pass, so that an argument holding "%2" is not taken for a place marker.
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (digit >= 1 && digit <= static_cast<int>(args.size())) {
            out += said(args[static_cast<std::size_t>(digit - 1)], language);
            ++i;
        } else {
            out += sentence[i];
        }
    }
    return out;
}

Json toJson(const Text &text)
{
    Json json = Json::array({text.source});
    for (const Text::Argument &argument : text.args) {
        const auto *sentence = std::get_if<Text>(&argument);
        json.push_back(sentence ? toJson(*sentence) : Json(std::get<QString>(argument)));
    }
    return json;
}

// Nothing: not what toJson() makes.
std::optional<Text> textOf(const Json &json)
{
    if (!json.is_array() || json.empty() || !json[0].is_string())
        return std::nullopt;
    Text text{json[0].get<QByteArray>(), {}};
    for (std::size_t i = 1; i < json.size(); ++i) {
        if (json[i].is_string()) {
            text.args.emplace_back(json[i].get<QString>());
        } else if (auto sentence = textOf(json[i])) {
            text.args.emplace_back(std::move(*sentence));
        } else {
            return std::nullopt;
        }
    }
    return text;
}

} // namespace

Language languageOf(QByteArrayView tag)
{
    const auto isTurkish = tag.size() >= 2 && (tag[0] == 't' || tag[0] == 'T') && (tag[1] == 'r' || tag[1] == 'R')
        && (tag.size() == 2 || tag[2] == '-' || tag[2] == '_' || tag[2] == '.');
    return isTurkish ? Language::Turkish : Language::English;
}

Language preferredLanguage(QByteArrayView acceptLanguage)
{
    double bestWeight = 0;
    Language best = Language::English;
    const auto ranges = acceptLanguage.toByteArray().split(',');
    for (const QByteArray &range : ranges) {
        const auto parts = range.split(';');
        const QByteArray tag = parts.first().trimmed();
        double weight = 1;
        for (const QByteArray &part : parts.mid(1)) {
            if (part.trimmed().startsWith("q="))
                weight = part.trimmed().mid(2).toDouble();
        }
        const bool isOurs = languageOf(tag) == Language::Turkish || tag.left(2).toLower() == "en" || tag == "*";
        if (isOurs && weight > bestWeight) {
            bestWeight = weight;
            best = languageOf(tag);
        }
    }
    return best;
}

QByteArray tagOf(Language language)
{
    return language == Language::Turkish ? "tr" : "en";
}

QString Text::in(Language language) const
{
    if (language == Language::Turkish) {
        const QString translated = turkish().translate("Engine", source.constData());
        if (!translated.isEmpty())
            return withArguments(translated, args, language);
    }
    // One without a translation is English as a whole, never half of it.
    return withArguments(QString::fromUtf8(source), args, Language::English);
}

QString sourceOf(const Text &text)
{
    return text.args.empty() ? QString() : QString::fromUtf8(dumpJson(toJson(text)));
}

Text restored(const QString &english, const QString &source)
{
    if (source.isEmpty())
        return verbatim(english);
    const auto json = parseJson(source.toUtf8());
    auto text = json ? textOf(*json) : std::nullopt;
    return text ? std::move(*text) : verbatim(english);
}

} // namespace kule

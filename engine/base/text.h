// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence for people that travels untranslated, with its arguments, until the reader's language is known, also when it
// was stored meanwhile: the same error is Turkish in the window and English in an API answer. Any thread; never glued from
// pieces: a sentence within a sentence is an argument.
#pragma once
#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace kule {

enum class Language { English, Turkish };

/// The language of a tag such as "tr", "tr-TR" or "tr_TR.UTF-8"; English for every other.
Language languageOf(QByteArrayView tag);
/// The one of ours that an Accept-Language header (RFC 9110 §12.5.4) wants most; English when it wants neither.
Language preferredLanguage(QByteArrayView acceptLanguage);
/// "tr" or "en".
QByteArray tagOf(Language language);

struct Text
{
    using Argument = std::variant<QString, Text>;
    QByteArray source; ///< English, marked with QT_TRANSLATE_NOOP("Engine", …); %1 … %9 stand for the arguments
    std::vector<Argument> args = {};

    QString in(Language language) const;
    QString english() const { return in(Language::English); }
    bool isEmpty() const { return source.isEmpty(); }
    bool operator==(const Text &) const = default;
};

namespace detail {
inline Text::Argument argumentOf(const Text &sentence)
{
    return sentence;
}
template <class T>
Text::Argument argumentOf(const T &words)
{
    return QString(words);
}
} // namespace detail

/// text(QT_TRANSLATE_NOOP("Engine", "%1 is not a file."), path)
template <class... Args>
Text text(const char *source, const Args &...args)
{
    return Text{QByteArray(source), {detail::argumentOf(args)...}};
}

/// Words of others: what a script raised, what a system said.
inline Text verbatim(const QString &words)
{
    return Text{words.toUtf8(), {}};
}

/// What is stored beside english() so that restored() can say it in every language: JSON, [source, argument …]; empty when
/// the English words say it all.
QString sourceOf(const Text &text);
/// Words that nothing is stored beside are known in both languages when they are a whole sentence of ours.
Text restored(const QString &english, const QString &source);

} // namespace kule

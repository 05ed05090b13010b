// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence for people that travels untranslated, with its arguments, until the reader's language is known:
// the same error is Turkish in the window and English in an API answer. Any thread; never glued from pieces.
#pragma once
#include <QByteArray>
#include <QStringList>

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
    QByteArray source; ///< English, marked with QT_TRANSLATE_NOOP("Engine", …); %1 … %9 stand for the arguments
    QStringList args;

    QString in(Language language) const;
    QString english() const { return in(Language::English); }
    bool operator==(const Text &) const = default;
};

/// text(QT_TRANSLATE_NOOP("Engine", "%1 is not a file."), path)
template <class... Args>
Text text(const char *source, const Args &...args)
{
    return Text{QByteArray(source), QStringList{QString(args)...}};
}

} // namespace kule

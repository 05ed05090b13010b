// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

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

QString withArguments(QString sentence, const QStringList &args)
{
    // One pass, so that an argument holding "%2" is not taken for a place marker.
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (digit >= 1 && digit <= args.size()) {
            out += args[digit - 1];
            ++i;
        } else {
            out += sentence[i];
        }
    }
    return out;
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
            return withArguments(translated, args);
    }
    return withArguments(QString::fromUtf8(source), args);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words.h"

#include "base/actor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <cstdlib>

namespace kule {
namespace {

QString count(const char *source, qint64 n)
{
    return QCoreApplication::translate("Words", source).arg(n);
}

} // namespace

Language windowLanguage()
{
    return languageOf(QLocale().name().toLatin1());
}

QString sentenceOf(const Error &error)
{
    return error.message.in(windowLanguage());
}

QString sentenceOf(const Text &text)
{
    return text.in(windowLanguage());
}

QString relativeTime(qint64 at, qint64 now)
{
    const bool isPast = at <= now;
    const qint64 seconds = std::llabs(now - at) / 1000;
    if (seconds < 5)
        return QCoreApplication::translate("Words", "just now");
    if (seconds < 60)
        return count(isPast ? QT_TRANSLATE_NOOP("Words", "%1 s ago") : QT_TRANSLATE_NOOP("Words", "in %1 s"), seconds);
    if (seconds < 3600)
        return count(isPast ? QT_TRANSLATE_NOOP("Words", "%1 min ago") : QT_TRANSLATE_NOOP("Words", "in %1 min"), seconds / 60);
    if (seconds < 86'400)
        return count(isPast ? QT_TRANSLATE_NOOP("Words", "%1 h ago") : QT_TRANSLATE_NOOP("Words", "in %1 h"), seconds / 3600);
    if (seconds < 7 * 86'400)
        return count(isPast ? QT_TRANSLATE_NOOP("Words", "%1 d ago") : QT_TRANSLATE_NOOP("Words", "in %1 d"), seconds / 86'400);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).date(), QLocale::ShortFormat);
}

QString exactTime(qint64 at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    return QStringLiteral("%1 %2").arg(QLocale().toString(moment, QStringLiteral("d MMM yyyy HH:mm:ss")), moment.timeZoneAbbreviation());
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return count(QT_TRANSLATE_NOOP("Words", "%1 ms"), milliseconds);
    if (milliseconds < 60'000)
        return QCoreApplication::translate("Words", "%1 s").arg(locale.toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 3600)
        return QCoreApplication::translate("Words", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return QCoreApplication::translate("Words", "%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString percentText(double percent)
{
    return count(QT_TRANSLATE_NOOP("Words", "%1%"), static_cast<qint64>(percent));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString shortId(const QString &id, int most)
{
    if (id.size() <= most || most < 5)
        return id;
    const int head = (most - 1) * 2 / 3;
    return id.left(head) + QChar(0x2026) + id.right(most - 1 - head);
}

QString actorText(const QString &actor)
{
    return actor == Actor::console().name ? QCoreApplication::translate("Words", "this window") : shownText(actor);
}

QString shownText(const QString &text)
{
    const auto turns = [](char16_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C; };
    const auto isOdd = [turns](QChar c) { return c < u' ' || (c >= QChar(0x7F) && c < QChar(0xA0)) || turns(c.unicode()) || c == QChar(0x2028) || c == QChar(0x2029); };
    if (std::none_of(text.begin(), text.end(), isOdd))
        return text;
    QString shown;
    for (const QChar c : text) {
        if (c < u' ')
            shown += QChar(0x2400 + c.unicode());
        else if (c == QChar(0x7F))
            shown += QChar(0x2421);
        else if (isOdd(c))
            shown += QStringLiteral("⟨U+%1⟩").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += c;
    }
    return shown;
}

QString tipText(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace kule

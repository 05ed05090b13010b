// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logline.h"

#include <QDateTime>
#include <QTimeZone>

namespace kule {

namespace {

constexpr qsizetype stamp = 24;

bool beginsWithTime(QByteArrayView bytes)
{
    return bytes.size() >= stamp && bytes[stamp - 1] == 'Z' && bytes[4] == '-' && bytes[10] == 'T' && bytes[19] == '.'
        && (bytes.size() == stamp || bytes[stamp] == ' ');
}

} // namespace

QByteArrayView withoutTime(QByteArrayView bytes)
{
    return beginsWithTime(bytes) ? bytes.sliced(std::min(bytes.size(), stamp + 1)) : bytes;
}

qsizetype logPieceLength(QByteArrayView rest)
{
    const QByteArrayView near = rest.first(std::min(rest.size(), longestLogPiece + 1));
    const qsizetype feed = near.indexOf('\n');
    if (feed >= 0)
        return feed;
    qsizetype length = std::min(near.size(), longestLogPiece);
    // A character has four bytes at most; more of these are garbage, to be cut anywhere.
    for (int i = 0; i < 3 && length < near.size() && length > 1 && (static_cast<uchar>(near[length]) & 0xc0) == 0x80; ++i)
        --length;
    return length;
}

LogLine splitLogLine(QByteArrayView bytes)
{
    if (!beginsWithTime(bytes))
        return {std::nullopt, bytes};
    bool isNumber = true;
    const auto number = [&](qsizetype from, qsizetype length) {
        int value = 0;
        for (const char c : bytes.sliced(from, length)) {
            isNumber = isNumber && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), number(20, 3));
    if (!isNumber || !date.isValid() || !time.isValid())
        return {std::nullopt, bytes};
    return {QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch(), bytes.sliced(std::min(bytes.size(), stamp + 1))};
}

QString elapsedText(qint64 ms)
{
    const QChar sign = ms < 0 ? u'−' : u'+';
    const qint64 whole = qAbs(ms);
    const QString fraction = QStringLiteral("%1").arg(whole % 1000, 3, 10, QLatin1Char('0'));
    const qint64 seconds = whole / 1000;
    if (seconds < 60)
        return sign + QStringLiteral("%1.%2").arg(seconds).arg(fraction);
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString tail = QStringLiteral("%1.%2").arg(two(seconds % 60), fraction);
    if (seconds < 3600)
        return sign + QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    return sign + QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), tail);
}

} // namespace kule

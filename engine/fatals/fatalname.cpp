// SPDX-License-Identifier: GPL-3.0-or-later
#include "fatals/fatalname.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace kule {
namespace {

constexpr qsizetype longestStem = 200; // bytes; leaves room for "~4294967295.txt" within the usual 255

QString textOfId(const Json &processId)
{
    return processId.is_string() ? processId.get<QString>() : QString::fromUtf8(dumpJson(processId));
}

QByteArray escaped(QChar c)
{
    QByteArray out;
    for (const char byte : QString(c).toUtf8())
        out += '%' + QByteArray(1, byte).toHex().toUpper();
    return out;
}

bool isForbidden(QChar c)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|%");
    return c.category() == QChar::Other_Control || forbidden.contains(c);
}

// Windows keeps these names for devices, whatever follows the first dot.
bool isDevice(const QString &text)
{
    static const QRegularExpression device(
        QStringLiteral("^(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\.|$)"), QRegularExpression::CaseInsensitiveOption);
    return device.match(text).hasMatch();
}

// "12345~2" as an id must not look like the second report of "12345".
qsizetype numberSuffix(const QString &text)
{
    static const QRegularExpression suffix(QStringLiteral("~[0-9]+$"), QRegularExpression::DontCaptureOption);
    return suffix.match(text).capturedStart();
}

} // namespace

QString fatalStem(const Json &processId)
{
    const QString text = textOfId(processId);
    if (text.isEmpty())
        return QStringLiteral("%");
    const qsizetype tilde = numberSuffix(text);
    const bool device = isDevice(text);
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    std::vector<QByteArray> pieces; // a cut falls between two, never within a letter or an escape
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEdge = (i == 0 && (device || text[i] == u'.')) || (i == text.size() - 1 && (text[i] == u'.' || text[i] == u' '));
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        pieces.push_back(isEdge || i == tilde || isForbidden(text[i]) ? escaped(text[i]) : text.mid(i, isPair ? 2 : 1).toUtf8());
        i += isPair ? 1 : 0;
    }
    QByteArray whole, cut;
    for (const QByteArray &piece : pieces) {
        if (cut.size() == whole.size() && whole.size() + piece.size() <= longestStem - hash.size() - 1)
            cut += piece;
        whole += piece;
    }
    return QString::fromUtf8(whole.size() <= longestStem ? whole : cut + '-' + hash);
}

QString fatalName(const QString &stem, int number)
{
    return number <= 1 ? stem + QStringLiteral(".txt") : QStringLiteral("%1~%2.txt").arg(stem, QString::number(number));
}

QString stemOf(const QString &filename)
{
    QString stem = filename.endsWith(QLatin1String(".txt")) ? filename.chopped(4) : filename;
    if (const qsizetype tilde = numberSuffix(stem); tilde > 0)
        stem.truncate(tilde);
    return stem;
}

QString processIdOf(const QString &filename)
{
    const QString stem = stemOf(filename);
    return stem == QLatin1String("%") ? QString() : QString::fromUtf8(QByteArray::fromPercentEncoding(stem.toUtf8()));
}

bool isFatalName(const QString &filename)
{
    return filename.size() > 4 && filename.endsWith(QLatin1String(".txt")) && !filename.startsWith(u'.')
        && std::none_of(filename.begin(), filename.end(), [](QChar c) { return c == u'/' || c == u'\\' || c == u':' || c.unicode() < 0x20; });
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "platform/terminal.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace kule::cli {
namespace {

bool isHarmful(QChar c)
{
    const ushort u = c.unicode();
    const bool isControl = (u < 0x20 && u != '\n' && u != '\t') || (u >= 0x7f && u <= 0x9f);
    const bool turnsText = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
    return isControl || turnsText;
}

QChar visible(QChar c)
{
    const ushort u = c.unicode();
    if (u < 0x20)
        return QChar(0x2400 + u);
    return u == 0x7f ? QChar(0x2421) : QChar(QChar::ReplacementCharacter);
}

// Cells, roughly: marks that stand on the letter before them take none.
qsizetype widthOf(const QString &text)
{
    static const QRegularExpression colours(QStringLiteral("\x1b\\[[0-9;]*m"));
    const QString bare = QString(text).remove(colours);
    return std::count_if(bare.cbegin(), bare.cend(), [](QChar c) { return !c.isMark() && !c.isLowSurrogate(); });
}

} // namespace

QString harmless(const QString &text, Keep keep)
{
    static const QRegularExpression colour(QStringLiteral("\\A\x1b\\[[0-9;]*m"));
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (keep == Keep::Colours && text[i] == QChar(0x1b)) {
            if (const auto match = colour.match(text.mid(i, 32)); match.hasMatch()) {
                out += match.captured();
                i += match.capturedLength() - 1;
                continue;
            }
        }
        out += isHarmful(text[i]) ? visible(text[i]) : text[i];
    }
    return out;
}

Output::Output(Form form)
    : m_isJson(form == Form::Json)
    , m_outIsTerminal(isTerminal(Stream::Out))
    , m_errorIsTerminal(isTerminal(Stream::Error))
    , m_hasColour(m_outIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb")
{
}

void Output::write(const QByteArray &bytes)
{
    endProgress();
    const auto size = static_cast<std::size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        m_isBroken = true;
}

void Output::line(const QString &text)
{
    if (!m_outIsTerminal)
        return write(text.toUtf8() + '\n');
    const QString safe = harmless(text, m_hasColour ? Keep::Colours : Keep::Nothing);
    write(safe.toUtf8() + (safe.contains(QChar(0x1b)) ? "\x1b[0m\n" : "\n"));
}

void Output::json(const Json &value)
{
    write(dumpJson(value, 2) + '\n');
}

void Output::jsonLine(const Json &value)
{
    write(dumpJson(value) + '\n');
}

void Output::remote(const QByteArray &text)
{
    if (!m_outIsTerminal)
        return write(text);
    write(harmless(QString::fromUtf8(text), m_hasColour ? Keep::Colours : Keep::Nothing).toUtf8() + (m_hasColour ? "\x1b[0m" : ""));
}

void Output::table(const QStringList &heads, const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(heads.size()), 0);
    const auto measure = [&widths](const QStringList &row) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row.value(static_cast<qsizetype>(i))));
    };
    measure(heads);
    std::for_each(rows.begin(), rows.end(), measure);
    const qsizetype room = m_outIsTerminal ? terminalWidth(Stream::Out) : 0;
    const auto put = [&](const QStringList &row) {
        QString text;
        qsizetype used = 0;
        for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
            const QString cell = row.value(static_cast<qsizetype>(i)).replace(u'\n', u' ');
            text += cell + QString(widths[i] - widthOf(cell) + 2, u' ');
            used += widths[i] + 2;
        }
        QString last = row.value(heads.size() - 1).replace(u'\n', u' ');
        if (room > used + 8 && widthOf(last) > room - used)
            last = last.left(room - used - 1) + QChar(0x2026);
        line(text + last);
    };
    put(heads);
    std::for_each(rows.begin(), rows.end(), put);
}

void Output::say(const QString &text)
{
    endProgress();
    const QByteArray bytes = (m_errorIsTerminal ? harmless(text) : text).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

void Output::progress(double percent, const QString &step)
{
    if (!showsProgress())
        return;
    constexpr int cells = 24;
    const int filled = static_cast<int>(std::clamp(percent, 0.0, 100.0) / 100 * cells);
    QString text = QStringLiteral("[%1%2] %3% %4")
                       .arg(QString(filled, u'#'), QString(cells - filled, u'-'), QString::number(percent, 'f', 0).rightJustified(3),
                            harmless(step).replace(u'\n', u' '));
    text.truncate(terminalWidth(Stream::Error) - 1);
    const QByteArray bytes = "\r\x1b[K" + text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    m_hasProgressLine = true;
}

void Output::endProgress()
{
    if (!std::exchange(m_hasProgressLine, false))
        return;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
}

QString Output::painted(Colour colour, const QString &text) const
{
    static constexpr const char *codes[] = {"", "32", "31", "33", "2"};
    if (!m_hasColour || colour == Colour::Plain)
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(codes[static_cast<int>(colour)]), text);
}

} // namespace kule::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/ansi.h"

#include <QStringDecoder>

namespace kule {
namespace {

constexpr int tabWidth = 8;

bool isBidiOrInvisible(char16_t c)
{
    return c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

// What may not reach the screen as it is: its visible stand-in, else nothing.
QString standIn(char16_t c)
{
    if (c < 0x20)
        return QChar(static_cast<char16_t>(0x2400 + c));
    if (c == 0x7f)
        return QChar(u'\u2421');
    if ((c >= 0x80 && c < 0xa0) || isBidiOrInvisible(c))
        return QStringLiteral("‹U+%1›").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
    return {};
}

class Parser
{
public:
    Parser(const QString &in, AnsiStyle start)
        : m_in(in)
        , m_style(start)
    {
    }

    AnsiLine run()
    {
        while (m_at < m_in.size()) {
            const char16_t c = m_in[m_at].unicode();
            if (c == 0x1b) {
                ++m_at;
                escape();
                continue;
            }
            ++m_at;
            if (c == u'\t')
                append(QString(tabWidth - m_out.text.size() % tabWidth, u' '));
            else if (const QString seen = standIn(c); !seen.isEmpty())
                append(seen);
            else
                append(QChar(c));
        }
        m_out.end = m_style;
        return std::move(m_out);
    }

private:
    void append(const QString &piece)
    {
        if (m_style != AnsiStyle{}) {
            if (!m_out.runs.empty() && m_out.runs.back().style == m_style
                && m_out.runs.back().start + m_out.runs.back().length == m_out.text.size())
                m_out.runs.back().length += piece.size();
            else
                m_out.runs.push_back({m_out.text.size(), piece.size(), m_style});
        }
        m_out.text += piece;
    }

    // After ESC. A sequence that is cut or broken goes as far as it is one; what follows is text again.
    void escape()
    {
        if (m_at >= m_in.size())
            return;
        const char16_t kind = m_in[m_at].unicode();
        if (kind == u'[') {
            ++m_at;
            control();
        } else if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_') {
            ++m_at;
            string();
        } else if (kind >= 0x20 && kind <= 0x2f) {
            m_at += m_at + 1 < m_in.size() ? 2 : 1; // two-byte sequences such as ESC ( B
        } else if (kind > 0x2f && kind < 0x7f) {
            ++m_at;
        }
    }

    void control()
    {
        const qsizetype from = m_at;
        while (m_at < m_in.size() && m_in[m_at].unicode() >= 0x20 && m_in[m_at].unicode() <= 0x3f)
            ++m_at;
        const QStringView parameters = QStringView(m_in).mid(from, m_at - from);
        if (m_at >= m_in.size() || m_in[m_at].unicode() < 0x40 || m_in[m_at].unicode() > 0x7e)
            return;
        const bool isSgr = m_in[m_at] == u'm';
        ++m_at;
        if (isSgr)
            sgr(parameters);
    }

    // Up to BEL or ESC \. Without an end in the line only its introducer goes, so that nothing can be hidden by it.
    void string()
    {
        for (qsizetype i = m_at; i < m_in.size(); ++i) {
            if (m_in[i].unicode() == 0x07) {
                m_at = i + 1;
                return;
            }
            if (m_in[i].unicode() == 0x1b && i + 1 < m_in.size() && m_in[i + 1] == u'\\') {
                m_at = i + 2;
                return;
            }
        }
    }

    void sgr(QStringView parameters)
    {
        std::vector<int> codes;
        for (const QStringView part : parameters.split(u';')) {
            // 4:3 and 38:2::r:g:b: sub-parameters, of which the simple ones are read.
            const auto subs = part.split(u':');
            for (const QStringView sub : subs) {
                bool isNumber = true;
                const int code = sub.isEmpty() ? 0 : sub.toInt(&isNumber);
                if (!isNumber)
                    return;
                if (subs.size() > 1 && sub.isEmpty())
                    continue;
                codes.push_back(code);
                if (subs.size() > 1 && subs.front() == u"4") {
                    codes.back() = subs[1] == u"0" ? 24 : 4;
                    break;
                }
            }
        }
        for (size_t i = 0; i < codes.size(); ++i) {
            const int code = codes[i];
            if (code == 38 || code == 48) {
                const AnsiColour colour = extended(codes, i);
                if (colour >= 0)
                    (code == 38 ? m_style.foreground : m_style.background) = colour;
            } else {
                simple(code);
            }
        }
    }

    // 38;5;n and 38;2;r;g;b; moves i to the last one that it took.
    static AnsiColour extended(const std::vector<int> &codes, size_t &i)
    {
        const auto isByte = [](int value) { return value >= 0 && value <= 255; };
        if (i + 2 < codes.size() && codes[i + 1] == 5) {
            i += 2;
            return isByte(codes[i]) ? codes[i] : -1;
        }
        if (i + 4 < codes.size() && codes[i + 1] == 2) {
            i += 4;
            const int red = codes[i - 2], green = codes[i - 1], blue = codes[i];
            return isByte(red) && isByte(green) && isByte(blue) ? rgbColour + (red << 16) + (green << 8) + blue : -1;
        }
        i = codes.size();
        return -1;
    }

    void simple(int code)
    {
        if (code == 0)
            m_style = {};
        else if (code == 1)
            m_style.isBold = true;
        else if (code == 2)
            m_style.isFaint = true;
        else if (code == 3)
            m_style.isItalic = true;
        else if (code == 4)
            m_style.isUnderlined = true;
        else if (code == 7)
            m_style.isInverse = true;
        else if (code == 22)
            m_style.isBold = m_style.isFaint = false;
        else if (code == 23)
            m_style.isItalic = false;
        else if (code == 24)
            m_style.isUnderlined = false;
        else if (code == 27)
            m_style.isInverse = false;
        else if (code >= 30 && code <= 37)
            m_style.foreground = code - 30;
        else if (code == 39)
            m_style.foreground = -1;
        else if (code >= 40 && code <= 47)
            m_style.background = code - 40;
        else if (code == 49)
            m_style.background = -1;
        else if (code >= 90 && code <= 97)
            m_style.foreground = code - 90 + 8;
        else if (code >= 100 && code <= 107)
            m_style.background = code - 100 + 8;
    }

    const QString &m_in;
    qsizetype m_at = 0;
    AnsiStyle m_style;
    AnsiLine m_out;
};

} // namespace

AnsiLine parseAnsi(QByteArrayView bytes, AnsiStyle start)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    // Stateless, so that a byte that is cut off at the end is replaced, not kept for later.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString in = decode(bytes);
    return Parser(in, start).run();
}

} // namespace kule

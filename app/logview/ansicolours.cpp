// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/ansicolours.h"

#include <array>
#include <cmath>

namespace kule {
namespace {

constexpr std::array<QRgb, 16> base = {0x1b2430, 0xb3261e, 0x1f7a3d, 0x8a5a00, 0x1f5fbf, 0x8a3ffc, 0x0f6e84, 0xc4cad3,
                                       0x566173, 0xe5534b, 0x3fb865, 0xd29922, 0x5b9cf5, 0xb083f0, 0x39c5cf, 0xffffff};

QColor paletteColour(AnsiColour colour)
{
    if (colour >= rgbColour)
        return QColor::fromRgb(static_cast<QRgb>(colour - rgbColour));
    if (colour < 16)
        return QColor::fromRgb(base[static_cast<size_t>(colour)]);
    if (colour >= 232) {
        const int grey = 8 + (colour - 232) * 10;
        return {grey, grey, grey};
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    const int cube = colour - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

double luminance(const QColor &colour)
{
    const auto linear = [](float channel) {
        const double c = static_cast<double>(channel);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QColor legible(QColor colour, const QColor &ground)
{
    const bool isDarkGround = luminance(ground) < 0.18;
    for (int step = 0; step < 20 && contrast(colour, ground) < 4.5; ++step) {
        const float lightness = std::clamp(colour.lightnessF() + (isDarkGround ? 0.05F : -0.05F), 0.0F, 1.0F);
        colour = QColor::fromHslF(std::max(0.0F, colour.hslHueF()), colour.hslSaturationF(), lightness);
    }
    return colour;
}

QList<QTextLayout::FormatRange> formatsOf(const AnsiLine &line, const QColor &text, const QColor &ground)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const AnsiRun &run : line.runs) {
        const AnsiStyle &style = run.style;
        std::optional<QColor> behind;
        if (style.background >= 0)
            behind = paletteColour(style.background);
        QColor front = style.foreground >= 0 ? paletteColour(style.foreground) : text;
        if (style.isInverse) {
            const QColor former = front;
            front = behind.value_or(ground);
            behind = former;
        }
        front = legible(front, behind.value_or(ground));
        if (style.isFaint)
            front.setAlphaF(0.7F);
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(run.start);
        range.length = static_cast<int>(run.length);
        range.format.setForeground(front);
        if (behind)
            range.format.setBackground(*behind);
        if (style.isBold)
            range.format.setFontWeight(QFont::Bold);
        range.format.setFontItalic(style.isItalic);
        range.format.setFontUnderline(style.isUnderlined);
        ranges.append(range);
    }
    return ranges;
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The colours, spaces and heights of the window, once. Everything drawn takes them from here. Values; any thread.
#pragma once
#include <QRgb>

#include <array>
#include <cstddef>

namespace kule {

enum class Scheme { Light, Dark };

enum class Token {
    Background,
    Surface,
    Border,
    Text,
    Muted,
    Accent,   ///< main action, selection, focus ring
    OnAccent, ///< on a ground of accent
    Succeeded,
    Running,
    Waiting,
    Failed,
    Stopped,
};

struct TokenRow
{
    Token token;
    QRgb light;
    QRgb dark;
};

inline constexpr std::array<TokenRow, static_cast<std::size_t>(Token::Stopped) + 1> tokenRows{{
    {Token::Background, 0xFFF6F7F9, 0xFF14181D},
    {Token::Surface, 0xFFFFFFFF, 0xFF1C2229},
    {Token::Border, 0xFFD9DDE3, 0xFF343C46},
    {Token::Text, 0xFF1B2430, 0xFFE6EAEF},
    {Token::Muted, 0xFF566173, 0xFF9AA6B4},
    {Token::Accent, 0xFF0F6E84, 0xFF4FB6CC},
    {Token::OnAccent, 0xFFFFFFFF, 0xFF14181D},
    {Token::Succeeded, 0xFF1F7A3D, 0xFF5CC47F},
    {Token::Running, 0xFF1F5FBF, 0xFF7AAEF5},
    {Token::Waiting, 0xFF8A5A00, 0xFFE0B04C},
    {Token::Failed, 0xFFB3261E, 0xFFF28B82},
    {Token::Stopped, 0xFF566173, 0xFF9AA6B4},
}};

constexpr QRgb rgbOf(Token token, Scheme scheme)
{
    const TokenRow &row = tokenRows[static_cast<std::size_t>(token)];
    return scheme == Scheme::Light ? row.light : row.dark;
}

static_assert(
    [] {
        for (std::size_t i = 0; i < tokenRows.size(); ++i) {
            if (tokenRows[i].token != static_cast<Token>(i))
                return false;
        }
        return true;
    }(),
    "tokenRows stand in the order of the enum");

/// The only distances there are, in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

inline constexpr int rowHeight = 28;
inline constexpr int comfortableRowHeight = 34;
inline constexpr int railWidth = 184;
inline constexpr int railIconsWidth = 56;
inline constexpr int narrowWindow = 1100; ///< below this width the rail shows icons only
inline constexpr int narrowPanel = 900;   ///< below this width the detail goes under the table
inline constexpr int lowPanel = 360;      ///< below this height there it takes the table's place

} // namespace kule

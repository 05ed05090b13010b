// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that the command palette offers, and how well it fits what was typed. Values; gui thread.
#pragma once
#include <QString>

#include <functional>

namespace kule {

struct PaletteItem
{
    QString title;
    QString kind;     ///< "Panel", "Job", … beside the title
    QString icon;     ///< of resources/icons
    QString shortcut; ///< as it is pressed; empty: none
    QString words;    ///< further ones that it is found by
    std::function<void()> act;
};

/// As it is compared: no case, no accents, the four Turkish i's are one. "IŞIK" and "isik" are the same.
QString searchable(const QString &text);

/// How well the words of a query fit; 0: not at all. The beginning of the title is worth more than that of a word in it, that
/// more than the middle of one, and the title more than further words.
int fitOf(const PaletteItem &item, const QString &searchableQuery);

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// What cells of tables answer to a model's roles, where the column is no more than words, a state or a moment. Gui thread.
#pragma once
#include "theme/statelook.h"
#include "widgets/words.h"

#include <QVariant>

namespace kule {

/// tip: empty for none.
inline QVariant wordsCell(int role, const QString &shown, const QString &tip = {})
{
    if (role == Qt::DisplayRole)
        return shown;
    return role == Qt::ToolTipRole && !tip.isEmpty() ? QVariant(tip) : QVariant();
}

/// For a column with a StateDelegate.
inline QVariant stateCell(int role, const StateLook &look)
{
    return role == StateRole ? QVariant::fromValue(look) : wordsCell(role, look.word);
}

/// How long ago or ahead; when exactly, in the tooltip. Both UTC ms.
inline QVariant momentCell(int role, qint64 at, qint64 now)
{
    return wordsCell(role, relativeTime(at, now), exactTime(at));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The flat tool button of heads and bars, named for tests and drawn by the style sheet. Gui thread.
#pragma once
#include "theme/icons.h"

#include <QToolButton>

namespace kule {

/// iconName empty: words alone.
inline QToolButton *flatButton(const char *objectName, const char *iconName = "")
{
    auto *button = new QToolButton;
    button->setObjectName(QString::fromLatin1(objectName));
    button->setProperty("kind", QStringLiteral("flat"));
    if (*iconName)
        button->setIcon(icon(QString::fromLatin1(iconName)));
    return button;
}

} // namespace kule

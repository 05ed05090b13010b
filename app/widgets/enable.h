// SPDX-License-Identifier: GPL-3.0-or-later
// Disabling a button that somebody has just pressed: the focus goes to where they look on, not to whatever comes next in the
// window. Gui thread.
#pragma once
#include <QWidget>

namespace kule {

/// otherwise: takes the focus if the button had it and may not keep it.
inline void enable(QWidget *button, bool isEnabled, QWidget *otherwise)
{
    if (!isEnabled && button->hasFocus())
        otherwise->setFocus(Qt::OtherFocusReason);
    button->setEnabled(isEnabled);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// F1 or ?: what the keys do. Opens over the window, goes with Esc. Gui thread.
#pragma once
#include "composition.h"

#include <QDialog>

#include <span>

namespace kule {

class ShortcutList final : public QDialog
{
    Q_OBJECT
public:
    static ShortcutList *open(std::span<const PanelRow> rows, QWidget *parent);

private:
    ShortcutList(std::span<const PanelRow> rows, QWidget *parent);
};

} // namespace kule

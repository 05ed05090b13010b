// SPDX-License-Identifier: GPL-3.0-or-later
// Which tab is in front, kept over a restart: saved under "tab", restored from whatever is stored there. Gui thread.
#pragma once
#include "base/json.h"

#include <QTabWidget>

#include <algorithm>

namespace kule {

/// state is an object; anything but a number under "tab" leaves the tabs as they are.
inline void restoreTab(QTabWidget *tabs, const Json &state)
{
    if (const auto tab = state.find("tab"); tab != state.end() && tab->is_number_integer())
        tabs->setCurrentIndex(std::clamp(tab->get<int>(), 0, tabs->count() - 1));
}

} // namespace kule

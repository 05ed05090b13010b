// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of panels: how they look, and which is in front, kept over a restart: saved under "tab", restored from whatever is
// stored there. Gui thread.
#pragma once
#include "base/json.h"

#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace kule {

/// name: what tests find them by; of "bots" come botsTabs and botsTabBar.
inline QTabWidget *panelTabs(const QString &name)
{
    auto *tabs = new QTabWidget;
    tabs->setObjectName(name + QStringLiteral("Tabs"));
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    tabs->tabBar()->setObjectName(name + QStringLiteral("TabBar"));
    return tabs;
}

/// state is an object; anything but a number under "tab" leaves the tabs as they are.
inline void restoreTab(QTabWidget *tabs, const Json &state)
{
    if (const auto tab = state.find("tab"); tab != state.end() && tab->is_number_integer())
        tabs->setCurrentIndex(std::clamp(tab->get<int>(), 0, tabs->count() - 1));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the window as one table, in the order of the rail. Without its row (and its folder) a panel is gone.
#pragma once
#include "console.h"

#include <QString>

#include <span>

class QWidget;

namespace kule {

class Panel;

struct PanelRow
{
    enum class Place { Top, Bottom };

    const char *name;  ///< what links and the session call it; never shown
    const char *icon;  ///< of resources/icons
    const char *title; ///< English, marked for translation in the context "Panels"
    Place place;
    Panel *(*make)(const Console &console, QWidget *parent);
};

QString titleOf(const PanelRow &row);
std::span<const PanelRow> panelRows();

} // namespace kule

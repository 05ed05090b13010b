// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "panels/activity/activitypanel.h"
#include "panels/api/apipanel.h"
#include "panels/bots/botspanel.h"
#include "panels/fatals/fatalspanel.h"
#include "panels/jobs/jobspanel.h"
#include "panels/overview/overviewpanel.h"
#include "panels/settings/settingspanel.h"
#include "panels/titles/titlespanel.h"

namespace kule {
namespace {

template <class P>
Panel *make(const Console &console, QWidget *parent)
{
    return new P(console, parent);
}

using enum PanelRow::Place;

constexpr PanelRow rows[] = {
    {"overview", "overview", QT_TRANSLATE_NOOP("Panels", "Overview"), Top, make<OverviewPanel>},
    {"jobs", "jobs", QT_TRANSLATE_NOOP("Panels", "Jobs"), Top, make<JobsPanel>},
    {"fatals", "fatals", QT_TRANSLATE_NOOP("Panels", "Fatals"), Top, make<FatalsPanel>},
    {"titles", "titles", QT_TRANSLATE_NOOP("Panels", "Titles"), Top, make<TitlesPanel>},
    {"bots", "bots", QT_TRANSLATE_NOOP("Panels", "Bots"), Top, make<BotsPanel>},
    {"api", "api", QT_TRANSLATE_NOOP("Panels", "API"), Top, make<ApiPanel>},
    {"activity", "activity", QT_TRANSLATE_NOOP("Panels", "Activity"), Top, make<ActivityPanel>},
    {"settings", "settings", QT_TRANSLATE_NOOP("Panels", "Settings"), Bottom, make<SettingsPanel>},
};

} // namespace

std::span<const PanelRow> panelRows()
{
    return rows;
}

} // namespace kule

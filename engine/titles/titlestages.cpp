// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/titlestages.h"

#include <QtGlobal>

#include <algorithm>

namespace kule {
namespace {

struct Stage
{
    const char *step;
    const char *words;
};
constexpr Stage stages[] = {
    {"created", QT_TRANSLATE_NOOP("Engine", "created")},
    {"checking_cache", QT_TRANSLATE_NOOP("Engine", "looking into the cache")},
    {"checking_database", QT_TRANSLATE_NOOP("Engine", "looking into the database")},
    {"scraping_netflix", QT_TRANSLATE_NOOP("Engine", "fetching the page")},
    {"saving_to_database", QT_TRANSLATE_NOOP("Engine", "saving")},
    {"completed", QT_TRANSLATE_NOOP("Engine", "completed")},
};

} // namespace

std::optional<Text> stageText(const QString &step)
{
    const auto found = std::ranges::find_if(stages, [&step](const Stage &stage) { return step == QLatin1String(stage.step); });
    return found == std::end(stages) ? std::nullopt : std::optional(text(found->words));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/heroku.h"

#include <algorithm>
#include <array>

namespace kule {
namespace {

constexpr std::array<std::pair<HerokuRestartEnd, const char *>, 4> ends{{{HerokuRestartEnd::Restarted, "restarted"},
                                                                         {HerokuRestartEnd::Skipped, "skipped"},
                                                                         {HerokuRestartEnd::Missed, "missed"},
                                                                         {HerokuRestartEnd::Failed, "failed"}}};

} // namespace

const char *wordOf(HerokuRestartEnd end)
{
    return std::find_if(ends.begin(), ends.end(), [end](const auto &row) { return row.first == end; })->second;
}

std::optional<HerokuRestartEnd> herokuRestartEndOf(QByteArrayView word)
{
    const auto found = std::find_if(ends.begin(), ends.end(), [word](const auto &row) { return word == QByteArrayView(row.second); });
    return found == ends.end() ? std::nullopt : std::optional(found->first);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a job for a title as words for people; clients of the API get their names. Pure; any thread.
#pragma once
#include "base/text.h"

#include <optional>

namespace kule {

/// "fetching the page" for "scraping_netflix"; nothing for what is no such step.
std::optional<Text> stageText(const QString &step);

} // namespace kule

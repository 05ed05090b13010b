// SPDX-License-Identifier: GPL-3.0-or-later
// The settings in people's words: names, groups, choices, where a value comes from. Gui thread.
#pragma once
#include "settings/settings.h"

namespace kule {

/// Group of the row, by the first part of its key.
QString groupOf(const SettingRow &row);
/// Short name: "Port"; the row's meaning is the longer sentence.
QString nameOf(const SettingRow &row);
QString meaningOf(const SettingRow &row);
/// A choice as it is shown: "Turkish" for "tr".
QString choiceWord(const QString &choice);
/// "Default", "Settings file", "Environment: KULE_API_PORT", "Command line"
QString sourceWord(const SettingRow &row, SettingSource source);

} // namespace kule

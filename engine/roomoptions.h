// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings, folders and environment mean to each room, as it is built and whenever they change. Pure; any thread.
#pragma once
#include "bots/botworks.h"
#include "jobs/executors/localexecutor.h"
#include "jobs/scriptjobs.h"
#include "secrets/environmentstore.h"
#include "settings/folders.h"
#include "settings/settings.h"
#include "titles/titleworks.h"

namespace kule {

RunnerLimits runnerLimits(const Settings &settings);
TitleSettings titleSettings(const Settings &settings);
QStringList scriptRoots(const Settings &settings, const Folders &folders);
BotSettings botSettings(const Settings &settings, const Folders &folders);
LocalExecutorOptions executorOptions(const Settings &settings, const Folders &folders);

/// Secrets that came as settings are kept as such, and the settings only say that they were given.
Settings::Layer withoutSecrets(Settings::Layer environment);
/// Takes them out of the environment's layer.
GivenSecrets givenSecrets(Settings::Layer &environment, GivenSecrets given);

} // namespace kule

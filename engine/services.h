// SPDX-License-Identifier: GPL-3.0-or-later
// The engine by noun, as its clients inside the program take it: the API's handlers and the window hold this and value
// headers, nothing below. References; outlived by the Engine that made them.
#pragma once

namespace kule {

class AccessKeys;
class ActivityLog;
class BotService;
class CallbackService;
class Executor;
class Exports;
class FatalService;
class JobBulk;
class JobService;
class RetentionService;
class OverviewService;
class Redactor;
class SecretService;
class SettingsService;
class Store;
class TitleService;
class Clock;

struct Services
{
    JobService &jobs;
    FatalService &fatals;
    CallbackService &callbacks;
    AccessKeys &keys;
    ActivityLog &activity;
    SettingsService &settings;
    Executor &executor; ///< for health only
    Store &store;       ///< for its trouble() only
    Clock &clock;
    JobBulk &bulk;
    RetentionService &retention;
    Exports &exports;
    OverviewService &overview;
    TitleService &titles;
    SecretService &secrets;
    const Redactor &redactor;
    BotService &bots;
};

} // namespace kule

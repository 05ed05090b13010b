// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of apps on Heroku. Every function runs within a read or a write of the store and changes nothing but the database.
#pragma once
#include "heroku/heroku.h"
#include "store/database.h"

namespace kule::herokutable {

/// By name. nextRestartAt is what was planned, be it over.
Result<std::vector<HerokuApp>> list(Database &database);
/// An app that is there already stays as it is.
Done add(Database &database, const QString &app, qint64 now);
Done remove(Database &database, const QString &app);
/// Its times and the restart that is to come.
Done schedule(Database &database, const HerokuApp &app);
/// The restart that is to come.
Done plan(Database &database, const QString &app, std::optional<qint64> next);
/// How one ended, with the one that is to come.
Done conclude(Database &database, const QString &app, const HerokuRestart &restart, std::optional<qint64> next);

} // namespace kule::herokutable

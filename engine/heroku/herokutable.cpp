// SPDX-License-Identifier: GPL-3.0-or-later
#include "heroku/herokutable.h"

namespace kule::herokutable {
namespace {

Done done(const Result<Cursor> &row)
{
    return row ? Done() : Done(fail(row.error()));
}

std::optional<qint64> momentOf(const Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

} // namespace

Result<std::vector<HerokuApp>> list(Database &database)
{
    auto row = database.run("SELECT name, cron, timezone, jitter_ms, restart_type, next_at, last_at, last_end, last_said, last_said_source FROM heroku_app ORDER BY name");
    if (!row)
        return fail(row.error());
    std::vector<HerokuApp> apps;
    while (row->next()) {
        HerokuApp app;
        app.name = row->text(0);
        app.restarts = {row->text(1), row->text(2), row->integer(3)};
        app.restartType = row->text(4);
        app.nextRestartAt = momentOf(*row, 5);
        const auto end = herokuRestartEndOf(row->bytes(7));
        if (const auto at = momentOf(*row, 6); at && end)
            app.lastRestart = HerokuRestart{*at, *end, restored(row->text(8), row->text(9))};
        apps.push_back(std::move(app));
    }
    return apps;
}

Done add(Database &database, const QString &app, qint64 now)
{
    return done(database.run("INSERT INTO heroku_app (name, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING", app, now));
}

Done remove(Database &database, const QString &app)
{
    return done(database.run("DELETE FROM heroku_app WHERE name = ?", app));
}

Done schedule(Database &database, const HerokuApp &app)
{
    return done(database.run("UPDATE heroku_app SET cron = ?, timezone = ?, jitter_ms = ?, restart_type = ?, next_at = ? WHERE name = ?", app.restarts.cron,
                             app.restarts.timezone, app.restarts.jitterMs, app.restartType, app.nextRestartAt, app.name));
}

Done plan(Database &database, const QString &app, std::optional<qint64> next)
{
    return done(database.run("UPDATE heroku_app SET next_at = ? WHERE name = ?", next, app));
}

Done conclude(Database &database, const QString &app, const HerokuRestart &restart, std::optional<qint64> next)
{
    return done(database.run("UPDATE heroku_app SET last_at = ?, last_end = ?, last_said = ?, last_said_source = ?, next_at = ? WHERE name = ?", restart.at, wordOf(restart.end),
                             restart.said.english(), sourceOf(restart.said), next, app));
}

} // namespace kule::herokutable

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Apps on Heroku and when they are restarted. Tokens are never here.

CREATE TABLE heroku_app (
    name TEXT PRIMARY KEY,
    cron TEXT NOT NULL DEFAULT '',       -- of scheduled restarts; empty: none
    timezone TEXT NOT NULL DEFAULT '',
    jitter_ms INTEGER NOT NULL DEFAULT 0,
    restart_type TEXT NOT NULL DEFAULT '', -- type of process that is restarted; empty: all
    next_at INTEGER,                     -- the restart that is to come, with its jitter; stays until it has ended
    last_at INTEGER,
    last_end TEXT NOT NULL DEFAULT '',   -- restarted, skipped, missed, failed
    last_said TEXT NOT NULL DEFAULT '',  -- in English …
    last_said_source TEXT NOT NULL DEFAULT '', -- … and to be said in another language
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Deleting jobs: out of every list at once, to be taken back for ten minutes, then gone with all that is theirs.

-- One deletion of one or many jobs. state: kept (may be taken back), restoring, erasing; each goes on after a crash.
CREATE TABLE removal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    undo TEXT NOT NULL UNIQUE,           -- random: what takes it back
    state TEXT NOT NULL,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    said TEXT NOT NULL,                  -- the filter, or the job's id
    actor TEXT NOT NULL
);

-- NULL: the job is there. Only an ended one is ever removed.
ALTER TABLE job ADD COLUMN removal INTEGER;
CREATE TRIGGER job_hidden AFTER UPDATE OF removal ON job BEGIN
    INSERT INTO job_change (job) VALUES (new.seq);
END;
-- Lists and counts by state read no row of the table, and neither does looking for what is old.
DROP INDEX job_state;
CREATE INDEX job_state ON job (state, seq, removal, ended_at);
CREATE INDEX job_removal ON job (removal, seq) WHERE removal IS NOT NULL;
-- Whether a snapshot is still needed.
CREATE INDEX attempt_code ON attempt (code_hash);

-- Log folders whose jobs are gone: rows first, then files, so that a crash in between leaves no job without its log.
CREATE TABLE log_leftover (
    job_id TEXT PRIMARY KEY
) WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs with their attempts and events, fatals, callbacks, access keys, activity.
-- Times are milliseconds since 1970-01-01 UTC. JSON is text. States are words, as the API says them.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('opened', '0');

-- The exact bytes that ran, once for each content.
CREATE TABLE source (
    hash TEXT PRIMARY KEY,               -- SHA-256, hexadecimal
    path TEXT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE job (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, -- order of acceptance; what lists page by
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,           -- grows with each change of the row
    kind TEXT NOT NULL,                  -- script, later title
    process_id TEXT NOT NULL,            -- JSON, as it was sent: "12345" with its quotes, or 12345
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    file_path TEXT NOT NULL,             -- as it was sent
    path TEXT NOT NULL,                  -- the file it named, canonical
    args TEXT NOT NULL,
    kwargs TEXT NOT NULL,
    callback_url TEXT NOT NULL,
    timeout_ms INTEGER,
    actor TEXT NOT NULL,                 -- name of the key, or of the window
    progress REAL NOT NULL,
    step TEXT NOT NULL,
    attempt INTEGER NOT NULL,            -- the newest one's number
    created_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,          -- of the newest attempt
    started_at INTEGER,
    ended_at INTEGER,
    error_type TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT ''
);
-- One open job a process_id: what makes POST /run idempotent.
CREATE UNIQUE INDEX job_open ON job (process_id) WHERE state IN ('queued', 'running');
CREATE INDEX job_state ON job (state, seq);

CREATE TABLE attempt (
    job INTEGER NOT NULL REFERENCES job (seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    pid INTEGER,
    python TEXT NOT NULL DEFAULT '',
    exit_code INTEGER,
    signal TEXT NOT NULL DEFAULT '',
    log_bytes INTEGER NOT NULL DEFAULT 0,
    result TEXT,                         -- JSON; NULL when nothing came back
    result_is_repr INTEGER NOT NULL DEFAULT 0,
    error_type TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

-- What safe_trigger said, and whether Pusher took it: stored, sent, failed.
CREATE TABLE job_event (
    job INTEGER NOT NULL REFERENCES job (seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,             -- within the job
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    event TEXT NOT NULL,
    data TEXT NOT NULL,
    delivery TEXT NOT NULL,
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

-- The index of the fatals folder, which is the truth.
CREATE TABLE fatal (
    filename TEXT PRIMARY KEY,
    process_id TEXT NOT NULL,            -- JSON
    error TEXT NOT NULL,
    type TEXT NOT NULL,
    file TEXT NOT NULL,
    time INTEGER NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,           -- of the file; with size, how a change is seen
    fingerprint TEXT NOT NULL,
    job_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    readable INTEGER NOT NULL,           -- 0: not valid JSON
    folded TEXT NOT NULL                 -- what words are searched in, case-folded for Turkish too
) WITHOUT ROWID;
CREATE INDEX fatal_time ON fatal (time, filename);
CREATE INDEX fatal_group_files ON fatal (fingerprint, time);
CREATE INDEX fatal_job ON fatal (job_id, attempt);

-- Counts outlive the files, so that a crash loop is counted after its cap.
CREATE TABLE fatal_group (
    fingerprint TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    place TEXT NOT NULL,                 -- own frames, for people
    reason TEXT NOT NULL,                -- why these are one group
    total INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) WITHOUT ROWID;

-- Reports that are decided but perhaps not yet in the folder; written in the transaction that ends the job.
CREATE TABLE fatal_pending (
    job_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (job_id, attempt)
) WITHOUT ROWID;

-- The outbox of callbacks: waiting, delivered, dead.
CREATE TABLE callback (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    until INTEGER NOT NULL,              -- tried till then; redelivering sets it anew
    next_at INTEGER NOT NULL,
    tries INTEGER NOT NULL               -- in this time; callback_try keeps all
) WITHOUT ROWID;
CREATE INDEX callback_created ON callback (created_at, id);
CREATE INDEX callback_due ON callback (state, next_at);
CREATE TABLE callback_try (
    callback TEXT NOT NULL REFERENCES callback (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER NOT NULL,             -- HTTP status; 0: no answer
    error TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (callback, number)
) WITHOUT ROWID;

CREATE TABLE access_key (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,         -- SHA-256 of the key
    scope TEXT NOT NULL,                 -- read, run, admin
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) WITHOUT ROWID;

-- Who did what, by which key.
CREATE TABLE activity (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,                -- stable word: job.run, job.cancel, fatal.delete, key.create …
    target TEXT NOT NULL,
    detail TEXT NOT NULL
);

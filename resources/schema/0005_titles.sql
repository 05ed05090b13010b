-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work on titles that must outlive a crash. The titles themselves have a database of their own (resources/schema/titles).

-- Pages that the database of titles did not take, until it does.
CREATE TABLE title_spool (
    id TEXT NOT NULL,
    locale TEXT NOT NULL,
    url TEXT NOT NULL,
    content_type TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    size INTEGER NOT NULL,
    body BLOB NOT NULL,                  -- zlib behind four bytes of size
    PRIMARY KEY (id, locale)
) WITHOUT ROWID;

-- Many titles at once, given to the queue a few at a time.
CREATE TABLE title_batch (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    state TEXT NOT NULL,                 -- running, stopped, finished
    is_refresh INTEGER NOT NULL,
    actor TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
);
CREATE TABLE title_batch_item (
    batch INTEGER NOT NULL REFERENCES title_batch (seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,             -- as they were given, from 1
    url TEXT NOT NULL,
    state TEXT NOT NULL,                 -- waiting, running, succeeded, failed, cancelled
    job TEXT NOT NULL,                   -- '' until it has one
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    error TEXT NOT NULL,
    title TEXT NOT NULL,
    page_at INTEGER NOT NULL,            -- 0: no answer yet
    PRIMARY KEY (batch, number)
) WITHOUT ROWID;
CREATE INDEX title_batch_item_state ON title_batch_item (batch, state, number);

-- Titles that ended lately, without walking over the jobs of scripts.
CREATE INDEX job_title_ended ON job (ended_at) WHERE kind = 'title' AND ended_at IS NOT NULL;

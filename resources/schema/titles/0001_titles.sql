-- SPDX-License-Identifier: GPL-3.0-or-later
-- Titles, what changed in them, and the pages they were read from: the same tables in SQLite and in PostgreSQL, so only
-- words that both know. Times are milliseconds since 1970-01-01 UTC. JSON is text.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO meta VALUES ('opened', '0');

CREATE TABLE title (
    id TEXT NOT NULL,
    locale TEXT NOT NULL,                -- '' where the url has none
    title TEXT NOT NULL,
    year BIGINT,
    plot TEXT NOT NULL,
    genres TEXT NOT NULL,                -- JSON array
    cast_names TEXT NOT NULL,            -- JSON array
    backdrop TEXT NOT NULL,
    provenance TEXT NOT NULL,            -- JSON: field to {extractor, page_at}
    page_at BIGINT NOT NULL,             -- when the newest page was fetched
    saved_at BIGINT NOT NULL,
    is_partial BIGINT NOT NULL,
    changes BIGINT NOT NULL,             -- rows of title_change
    folded TEXT NOT NULL,                -- what words are searched in, case-folded for Turkish too
    PRIMARY KEY (id, locale)
);
CREATE INDEX title_saved ON title (saved_at, id, locale);

CREATE TABLE title_change (
    id TEXT NOT NULL,
    locale TEXT NOT NULL,
    number BIGINT NOT NULL,              -- within the title, from 1
    at BIGINT NOT NULL,
    cause TEXT NOT NULL,                 -- fetched, parsed again
    changes TEXT NOT NULL,               -- JSON: field to {from, to}
    PRIMARY KEY (id, locale, number),
    FOREIGN KEY (id, locale) REFERENCES title (id, locale) ON DELETE CASCADE
);

-- The newest page of each title, also of one that could not be read.
CREATE TABLE title_page (
    id TEXT NOT NULL,
    locale TEXT NOT NULL,
    url TEXT NOT NULL,
    content_type TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    size BIGINT NOT NULL,                -- bytes of the page
    stored BIGINT NOT NULL,              -- bytes of body
    body BYTEA NOT NULL,                 -- zlib behind four bytes of size
    PRIMARY KEY (id, locale)
);
CREATE INDEX title_page_age ON title_page (fetched_at, id, locale, stored);

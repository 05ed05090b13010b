-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index of jobs, a file of its own: made of the database and the logs, and made anew when it is lost. The texts
-- are folded words already, parted by spaces; rowid is job.seq.

-- change: job_change.n up to which it has read, -1 before it has begun; swept: job.seq down to which it has read the jobs that
-- were there when it began.
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('opened', 0), ('change', -1), ('swept', 0);

CREATE VIRTUAL TABLE job_text USING fts5 (id, label, file, type, error, args, log, tokenize = "unicode61 remove_diacritics 0", columnsize = 0);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What moved among the jobs, in order: lists that are kept in memory and the search index follow it. Rows that both have
-- read are deleted, but never the last, so that n only grows.

CREATE TABLE job_change (
    n INTEGER PRIMARY KEY,
    job INTEGER NOT NULL                 -- job.seq; of a job that is gone, what it was
);
CREATE TRIGGER job_inserted AFTER INSERT ON job BEGIN
    INSERT INTO job_change (job) VALUES (new.seq);
END;
CREATE TRIGGER job_moved AFTER UPDATE OF state ON job BEGIN
    INSERT INTO job_change (job) VALUES (new.seq);
END;
CREATE TRIGGER job_deleted AFTER DELETE ON job BEGIN
    INSERT INTO job_change (job) VALUES (old.seq);
END;

-- Reports are searched by field now: the folder is read anew.
UPDATE fatal SET modified = 0;

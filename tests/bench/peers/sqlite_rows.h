// SPDX-License-Identifier: GPL-3.0-or-later
// The ceiling beside which bench_store stands: the same SQL by SQLite's C calls alone on one thread, without Qt, threads or
// answers, always a full house in a transaction.
#pragma once
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

class SqliteRows
{
public:
    /// The database is made in the folder, with the schema files of the program.
    explicit SqliteRows(const std::string &folder);
    ~SqliteRows();
    SqliteRows(const SqliteRows &) = delete;
    SqliteRows &operator=(const SqliteRows &) = delete;

    /// firstSeq: the first job's; they count up from there.
    double jobsPerSecond(long long firstSeq, int producers, int jobsEach);

private:
    sqlite3_stmt *prepare(const char *sql);
    /// step 0 accepts the job, 1 and 2 start it, 3 to 6 say progress, 7 ends it.
    void write(long long seq, int step);

    sqlite3 *m_db = nullptr;
    std::vector<sqlite3_stmt *> m_all;
    sqlite3_stmt *m_begin, *m_commit, *m_insertJob, *m_insertAttempt, *m_runJob, *m_runAttempt, *m_startJob, *m_startAttempt, *m_progress, *m_endJob, *m_endAttempt;
};

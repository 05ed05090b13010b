// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite_rows.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace {

void check(int code)
{
    if (code != SQLITE_OK) {
        std::fprintf(stderr, "SQLite refused: %s\n", sqlite3_errstr(code));
        std::exit(1);
    }
}
void bind(sqlite3_stmt *statement, int place, const char *text)
{
    check(sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC));
}
void bind(sqlite3_stmt *statement, int place, sqlite3_int64 value)
{
    check(sqlite3_bind_int64(statement, place, value));
}
void bind(sqlite3_stmt *statement, int place, int value)
{
    check(sqlite3_bind_int(statement, place, value));
}
void bind(sqlite3_stmt *statement, int place, std::nullptr_t)
{
    check(sqlite3_bind_null(statement, place));
}
template <class... Args>
void run(sqlite3_stmt *statement, const Args &...args)
{
    [[maybe_unused]] int place = 0;
    (bind(statement, ++place, args), ...);
    const int code = sqlite3_step(statement);
    check(code == SQLITE_DONE ? SQLITE_OK : code);
    check(sqlite3_reset(statement));
}

} // namespace

SqliteRows::SqliteRows(const std::string &folder)
{
    check(sqlite3_open_v2((folder + "/bare.db").c_str(), &m_db,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
    check(sqlite3_exec(m_db,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
                       "wal_autocheckpoint=4000; PRAGMA cache_size=-8000",
                       nullptr, nullptr, nullptr));
    std::vector<std::filesystem::path> schema;
    for (const auto &entry : std::filesystem::directory_iterator(KULE_SCHEMA_FOLDER))
        schema.push_back(entry.path());
    std::sort(schema.begin(), schema.end());
    for (const auto &path : schema) {
        std::stringstream sql;
        sql << std::ifstream(path).rdbuf();
        check(sqlite3_exec(m_db, sql.str().c_str(), nullptr, nullptr, nullptr));
    }
    m_begin = prepare("BEGIN IMMEDIATE");
    m_commit = prepare("COMMIT");
    m_insertJob = prepare("INSERT INTO job (seq, id, revision, kind, process_id, label, state, file_path, path, args, "
                          "kwargs, callback_url,"
                          " timeout_ms, actor, progress, step, attempt, created_at, queued_at, started_at)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    m_insertAttempt =
        prepare("INSERT INTO attempt (job, number, state, code_hash, queued_at, started_at) VALUES (?, ?, ?, ?, ?, ?)");
    m_runJob = prepare("UPDATE job SET revision = ?, state = ?, started_at = ? WHERE seq = ?");
    m_runAttempt = prepare("UPDATE attempt SET state = ?, started_at = ? WHERE job = ? AND number = ?");
    m_startJob = prepare("UPDATE job SET revision = ?, started_at = ? WHERE seq = ?");
    m_startAttempt = prepare("UPDATE attempt SET started_at = ?, pid = ?, python = ? WHERE job = ? AND number = ?");
    m_progress = prepare("UPDATE job SET revision = ?, progress = ?, step = ? WHERE seq = ?");
    m_endJob = prepare("UPDATE job SET revision = ?, state = ?, started_at = ?, ended_at = ?, progress = ?, step = ?, "
                       "error_type = ?, error = ?"
                       " WHERE seq = ?");
    m_endAttempt = prepare("UPDATE attempt SET state = ?, started_at = ?, ended_at = ?, exit_code = ?, signal = ?, "
                           "log_bytes = ?, result = ?,"
                           " result_is_repr = ?, error_type = ?, error = ?, python = coalesce(nullif(?, ''), python) "
                           "WHERE job = ? AND number = ?");
}

SqliteRows::~SqliteRows()
{
    for (sqlite3_stmt *statement : m_all)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

sqlite3_stmt *SqliteRows::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    m_all.push_back(statement);
    return statement;
}

void SqliteRows::write(long long seq, int step)
{
    switch (step) {
    case 0: {
        unsigned char random[16];
        sqlite3_randomness(sizeof random, random);
        char id[33];
        for (std::size_t i = 0; i < sizeof random; ++i)
            std::snprintf(id + 2 * i, 3, "%02x", random[i]);
        const std::string process = '"' + std::to_string(seq) + '"';
        run(m_insertJob, seq, id, 1, "script", process.c_str(), "", "queued", "packages/example.py",
            "/packages/example.py", "[1,2,3]", "{\"param1\":\"value1\"}", "", nullptr, "", 0, "", 1, 0, 0, nullptr);
        run(m_insertAttempt, seq, 1, "queued", "hash", 0, nullptr);
        return;
    }
    case 1:
        run(m_runJob, step + 1, "running", 1, seq);
        run(m_runAttempt, "running", 1, seq, 1);
        return;
    case 2:
        run(m_startJob, step + 1, 1, seq);
        run(m_startAttempt, 1, 1, "3.11", seq, 1);
        return;
    case 7:
        run(m_endJob, step + 1, "succeeded", 1, nullptr, step, "", "", "", seq);
        run(m_endAttempt, "succeeded", 1, nullptr, nullptr, "", 0, nullptr, 0, "", "", "", seq, 1);
        return;
    default:
        run(m_progress, step + 1, step, "", seq);
    }
}

double SqliteRows::jobsPerSecond(long long firstSeq, int producers, int jobsEach)
{
    constexpr int writesEach = 8;
    const auto start = std::chrono::steady_clock::now();
    // Each producer stands at another step of its job, as it does when they have run for a while.
    for (int round = 0; round < writesEach * (jobsEach + 1); ++round) {
        run(m_begin);
        for (int p = 0; p < producers; ++p) {
            const int written = round - p % writesEach;
            if (written >= 0 && written < writesEach * jobsEach)
                write(firstSeq + p + producers * (written / writesEach), written % writesEach);
        }
        run(m_commit);
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return producers * jobsEach / taken.count();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "millionjobs.h"

#include "base/await.h"
#include "store/store.h"

namespace kule {
namespace {

constexpr auto jobs = R"(
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO job (seq, id, revision, kind, process_id, label, state, file_path, path, args, kwargs, callback_url, actor, progress, step, attempt,
                 created_at, queued_at, started_at, ended_at, error_type, error)
SELECT i, printf('%08x-0000-4000-8000-%012x', i, i), 4, 'script', '"' || i || '"', CASE i % 7 WHEN 0 THEN 'nightly run ' || (i % 50) ELSE '' END,
       CASE i % 9 WHEN 0 THEN 'failed' WHEN 1 THEN 'timed_out' ELSE 'succeeded' END, 'packages/script' || (i % 40) || '.py',
       '/srv/kule/packages/script' || (i % 40) || '.py', '["customer ' || (i % 5000) || '", ' || i || ']', '{"param1": "value' || (i % 300) || '", "dry_run": false}',
       '', 'default', 100, 'done', 1, 1790000000000 + i * 1000, 1790000000000 + i * 1000, 1790000000010 + i * 1000, 1790000000010 + i * 1000 + (i % 977) * 100,
       CASE i % 9 WHEN 0 THEN 'ValueError' WHEN 1 THEN 'TimeoutError' ELSE '' END,
       CASE i % 9 WHEN 0 THEN 'no such row ' || (i % 1000) WHEN 1 THEN 'timeout after 30 s' ELSE '' END FROM n)";

constexpr auto attempts = "INSERT INTO attempt (job, number, state, code_hash, queued_at, started_at, ended_at, pid, python, exit_code, log_bytes)"
                          " SELECT seq, 1, state, 'hash', queued_at, started_at, ended_at, 1000 + seq % 30000, '3.11.2', 0, 4000 FROM job";

constexpr auto texts = R"(
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO job_text (rowid, id, label, file, type, error, args, log)
SELECT i, ' ' || i || ' ', CASE i % 7 WHEN 0 THEN ' nightly run ' || (i % 50) || ' ' ELSE '' END, ' packages script' || (i % 40) || ' py ',
       CASE i % 9 WHEN 0 THEN ' valueerror ' WHEN 1 THEN ' timeouterror ' ELSE '' END,
       CASE i % 9 WHEN 0 THEN ' no such row ' || (i % 1000) || ' ' WHEN 1 THEN ' timeout after 30 s ' ELSE '' END,
       ' customer ' || (i % 5000) || ' ' || i || ' param1 value' || (i % 300) || ' dry run false ',
       ' starting step ' || (i % 10) || ' loading rows of customer ' || (i % 5000) || ' took ' || (i % 977) || ' ms finished ok ' FROM n)";

Done fill(const QString &file, const QString &schemaFolder, std::function<Done(Database &)> fill)
{
    StoreOptions options;
    options.file = file;
    options.schemaFolder = schemaFolder;
    auto store = Store::open(options, 1);
    return store ? await((*store)->write(std::move(fill))) : fail(store.error());
}

Done all(Database &database, std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        if (auto done = database.run(sql); !done)
            return fail(done.error());
    }
    return {};
}

} // namespace

Done makeManyJobs(const QString &folder, qint64 count)
{
    const auto made = fill(folder + QStringLiteral("/kule.db"), QStringLiteral(":/schema"), [count](Database &database) -> Done {
        if (auto done = database.run(jobs, count); !done)
            return fail(done.error());
        return all(database, {attempts, "DELETE FROM job_change WHERE n < (SELECT max(n) FROM job_change)", "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM job)"});
    });
    if (!made)
        return made;
    return fill(folder + QStringLiteral("/search.db"), QStringLiteral(":/schema/search"), [count](Database &index) -> Done {
        if (auto done = index.run(texts, count); !done)
            return fail(done.error());
        return index.run("UPDATE meta SET value = CASE key WHEN 'change' THEN ? ELSE 0 END", count).map([](const Cursor &) {});
    });
}

} // namespace kule

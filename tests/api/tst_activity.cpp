// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitylog.h"
#include "waitfor.h"

#include <QTemporaryDir>

using namespace kule;

class tst_Activity : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;

    Done note(const QString &target)
    {
        return waitFor(m_store->write([target](Database &database) {
            return ActivityLog::note(database, 7, {QStringLiteral("tester")}, "job.run", target, QStringLiteral("why"));
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(Store::open({m_folder->filePath(QStringLiteral("kule.db")), m_folder->filePath(QStringLiteral("backups")), {}, 2}, 1).value());
    }
    void cleanup() { m_store.reset(); }

    void pagesNewestFirst()
    {
        ActivityLog log(*m_store);
        for (int i = 0; i < 5; ++i)
            QVERIFY(note(QString::number(i)));
        QStringList targets;
        PageRequest request{{}, 2};
        int pages = 0;
        do {
            const auto page = waitFor(log.list({}, request));
            QVERIFY(page);
            QCOMPARE(page->total, 5);
            for (const Activity &activity : page->items)
                targets << activity.target;
            request.after = page->next;
            ++pages;
        } while (!request.after.isEmpty());
        QCOMPARE(pages, 3);
        QCOMPARE(targets.join(u' '), QStringLiteral("4 3 2 1 0"));
    }
    void keepsEveryField()
    {
        QVERIFY(note(QStringLiteral("x")));
        const auto page = waitFor(ActivityLog(*m_store).list({}, {}));
        const Activity &activity = page->items.front();
        QCOMPARE(activity.at, 7);
        QCOMPARE(activity.actor, QStringLiteral("tester"));
        QCOMPARE(activity.action, QByteArray("job.run"));
        QCOMPARE(activity.detail, QStringLiteral("why"));
        QVERIFY(page->next.isEmpty());
    }
    void goesWithItsTransaction()
    {
        const Done done = waitFor(m_store->write([](Database &database) -> Done {
            if (auto noted = ActivityLog::note(database, 7, {}, "job.run", {}); !noted)
                return noted;
            return fail(ErrorKind::Conflict, "test.refused", text("No."));
        }));
        QVERIFY(!done);
        QCOMPARE(waitFor(ActivityLog(*m_store).list({}, {}))->total, 0);
    }
    void theFilterShowsWhatItSays()
    {
        const struct
        {
            const char *actor, *action, *target, *detail;
            qint64 at;
        } rows[] = {{"console", "job.run", "a", "packages/report.py", 1000}, {"ci", "job.cancel", "b", "", 2000}, {"ci", "key.create", "50%", "read", 3000},
                    {"ci", "jobless", "c", "İstanbul", 3'600'000 * 100}};
        for (const auto &row : rows) {
            QVERIFY(waitFor(m_store->write([&row](Database &database) {
                return ActivityLog::note(database, row.at, {QString::fromLatin1(row.actor)}, row.action, QString::fromLatin1(row.target), QString::fromUtf8(row.detail));
            })));
        }
        const auto shown = [this](const char *query) {
            const auto filter = ActivityFilter::parse(QString::fromUtf8(query), 3'600'000 * 101);
            if (!filter)
                return QString::fromLatin1(filter.error().code);
            const auto page = waitFor(ActivityLog(*m_store).list(*filter, {}));
            QString targets;
            for (const Activity &activity : page->items)
                targets += activity.target;
            return page->total == static_cast<qint64>(page->items.size()) ? targets : QStringLiteral("wrong total");
        };
        QCOMPARE(shown(""), QStringLiteral("c50%ba"));
        QCOMPARE(shown("by:ci"), QStringLiteral("c50%b"));
        QCOMPARE(shown("by:c"), QString());
        QCOMPARE(shown("action:job."), QStringLiteral("ba"));
        QCOMPARE(shown("action:job.run report"), QStringLiteral("a"));
        QCOMPARE(shown("target:50%"), QStringLiteral("50%"));
        QCOMPARE(shown("istanbul"), QStringLiteral("c"));
        QCOMPARE(shown("-action:job,key since:1970-01-01"), QString());
        QCOMPARE(shown("-by:ci"), QStringLiteral("a"));
        QCOMPARE(shown("before:1w"), QString());
        QCOMPARE(shown("since:2h"), QStringLiteral("c"));
        QCOMPARE(shown("since:1970-01-06"), QString());
        QCOMPARE(shown("\"key.create\" read"), QStringLiteral("50%"));
        for (const char *bad : {"who:ci", "since:soon", "by:", "since:99999999999d"})
            QVERIFY2(shown(bad).startsWith(u"filter."), bad);
    }
    void aCursorOfAnotherListIsRefused()
    {
        QCOMPARE(waitFor(ActivityLog(*m_store).list({}, {QStringLiteral("x'y"), 10})).error().code, QByteArray("page.bad_cursor"));
    }
};

QTEST_GUILESS_MAIN(tst_Activity)
#include "tst_activity.moc"

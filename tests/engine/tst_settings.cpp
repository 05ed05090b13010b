// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datalock.h"
#include "settings/folders.h"
#include "settings/settingsservice.h"
#include "waitfor.h"

#include <QTest>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#endif

using namespace kule;

class tst_Settings : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(QStringLiteral("settings.json")); }
    QByteArray stored() const
    {
        QFile source(file());
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyRowAllowsItsDefault()
    {
        for (const SettingRow &row : settingRows) {
            QVERIFY2(checkSetting(row.id, QString::fromUtf8(row.fallback)), row.key);
            QCOMPARE(settingOf(row.key), std::optional(row.id));
            QVERIFY(QByteArray(row.environment).startsWith("KULE_"));
        }
        QVERIFY(!settingOf("no.such"));
    }
    void theHigherLayerWins()
    {
        const Settings::Layer low{{Setting::ApiPort, QStringLiteral("1")}};
        const Settings::Layer middle{{Setting::ApiPort, QStringLiteral("2")}};
        const Settings::Layer high{{Setting::ApiPort, QStringLiteral("3")}};
        QCOMPARE(Settings().number(Setting::ApiPort), 3000);
        QCOMPARE(Settings({}, {}, low).number(Setting::ApiPort), 1);
        QCOMPARE(Settings({}, middle, low).number(Setting::ApiPort), 2);
        QCOMPARE(Settings(high, middle, low).number(Setting::ApiPort), 3);
        QCOMPARE(Settings(high, middle, low).sourceOf(Setting::ApiPort), SettingSource::Flag);
    }
    void aValueThatIsNotAllowedCountsForNothing()
    {
        const Settings::Layer wrong{{Setting::ApiPort, QStringLiteral("many")}};
        QCOMPARE(Settings({}, wrong, {}).number(Setting::ApiPort), 3000);
        QCOMPARE(Settings({}, wrong, {}).sourceOf(Setting::ApiPort), SettingSource::Default);
    }
    void listsSplitAtTheirSeparator()
    {
        const Settings::Layer layer{{Setting::ScriptRoots, QStringLiteral("/a%1%1/b c").arg(QDir::listSeparator())}, {Setting::ApiCorsOrigins, QStringLiteral("https://a, https://b,")}};
        const Settings settings({}, layer, {});
        QCOMPARE(settings.list(Setting::ScriptRoots), (QStringList{QStringLiteral("/a"), QStringLiteral("/b c")}));
        QCOMPARE(settings.list(Setting::ApiCorsOrigins), (QStringList{QStringLiteral("https://a"), QStringLiteral("https://b")}));
    }
    void whatIsSetIsThereAfterARestart()
    {
        {
            SettingsService service(file(), {}, {});
            int changes = 0;
            connect(&service, &SettingsService::changed, this, [&](const Settings &now) { changes += now.number(Setting::ApiPort) == 4000; });
            QVERIFY(waitFor(service.set(Setting::ApiPort, QStringLiteral("4000"))));
            QCOMPARE(changes, 1);
            QCOMPARE(waitFor(service.set(Setting::ApiPort, QStringLiteral("70000"))).error().code, QByteArray("settings.bad_value"));
        }
        SettingsService service(file(), {}, {});
        QCOMPARE(service.current().number(Setting::ApiPort), 4000);
        QVERIFY(waitFor(service.reset(Setting::ApiPort)));
        QCOMPARE(service.current().number(Setting::ApiPort), 3000);
        QVERIFY(!stored().contains("4000"));
    }
    void whatStandsAboveCannotBeSet()
    {
        SettingsService service(file(), {}, {{Setting::ApiPort, QStringLiteral("5")}});
        QCOMPARE(waitFor(service.set(Setting::ApiPort, QStringLiteral("6"))).error().code, QByteArray("settings.overridden"));
        QCOMPARE(waitFor(service.set(Setting::DataDir, m_folder->path())).error().code, QByteArray("settings.overridden"));
    }
    void aSecretIsNeverWrittenNorShown()
    {
        SettingsService service(file(), {}, {{Setting::PusherSecret, QStringLiteral("canary")}});
        QCOMPARE(waitFor(service.set(Setting::PusherSecret, QStringLiteral("x"))).error().code, QByteArray("settings.secret"));
        QVERIFY(waitFor(service.set(Setting::PusherKey, QStringLiteral("k"))));
        QVERIFY(!stored().contains("canary"));
        const auto all = waitFor(service.list()).value_or(std::vector<SettingInfo>());
        QVERIFY(std::any_of(all.begin(), all.end(), [](const SettingInfo &info) { return info.id == Setting::PusherSecret; }));
        for (const SettingInfo &info : all)
            QVERIFY(!info.value.contains(QStringLiteral("canary")));
    }
    void anAddressLosesItsPassword_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("password");
        QTest::newRow("user and word") << QStringLiteral("postgresql://kule:s%40y%20x@db/kule") << QStringLiteral("postgresql://kule@db/kule") << QStringLiteral("s@y x");
        QTest::newRow("word alone") << QStringLiteral("redis://:canary@[::1]:6379/0") << QStringLiteral("redis://[::1]:6379/0") << QStringLiteral("canary");
        QTest::newRow("odd word") << QStringLiteral("redis://:a@b:c@host") << QStringLiteral("redis://host") << QStringLiteral("a@b:c");
        QTest::newRow("user alone") << QStringLiteral("postgresql://kule@db:5432/kule") << QStringLiteral("postgresql://kule@db:5432/kule") << QString();
        QTest::newRow("none") << QStringLiteral("memory:") << QStringLiteral("memory:") << QString();
    }
    void anAddressLosesItsPassword()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, address);
        QFETCH(const QString, password);
        Settings::Layer layer{{Setting::DatabaseUrl, given}};
        partFromPasswords(layer);
        QCOMPARE(layer.value(Setting::DatabaseUrl), address);
        QCOMPARE(layer.value(Setting::DatabasePassword), password);
        QCOMPARE(checkSetting(Setting::DatabaseUrl, given).has_value(), password.isEmpty());

        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(dumpJson(Json{{"titles.database_url", given}}));
        out.close();
        SettingsService service(file(), {}, {});
        QCOMPARE(service.current().text(Setting::DatabaseUrl), address);
        QVERIFY(waitFor(service.set(Setting::ApiPort, QStringLiteral("4000"))));
        SettingsService again(file(), {}, {});
        const SecretPtr kept = again.secretInFile(Setting::DatabasePassword);
        QCOMPARE(kept ? QString::fromUtf8(kept->view()) : QString(), password);
    }
    void aBrokenFileIsPutAside()
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{nonsense");
        out.close();
        SettingsService service(file(), {}, {});
        QVERIFY(service.problem());
        QCOMPARE(service.current().number(Setting::ApiPort), 3000);
        QVERIFY(QFile::exists(file() + QStringLiteral(".broken")));
    }
    void aFileThatCannotBeSavedChangesNothing()
    {
        SettingsService service(m_folder->filePath(QStringLiteral("no/such/folder/settings.json")), {}, {});
        QCOMPARE(waitFor(service.set(Setting::ApiPort, QStringLiteral("4000"))).error().code, QByteArray("settings.not_saved"));
        QCOMPARE(service.current().number(Setting::ApiPort), 3000);
    }
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    void theRuntimeFolderIsTheSessionsOrInTheData()
    {
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        const auto restore = qScopeGuard([&] { before.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", before); });
        const QString data = m_folder->filePath(QStringLiteral("data"));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
        QCOMPARE(Folders::resolve(data).runtime, m_folder->filePath(QStringLiteral("kule")));

        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        for (const QByteArray &useless : {QByteArray(), QByteArray("."), QFile::encodeName(m_folder->filePath(QStringLiteral("away")))}) {
            qputenv("XDG_RUNTIME_DIR", useless);
            QCOMPARE(Folders::resolve(data).runtime, data + QStringLiteral("/run"));
        }
        qunsetenv("XDG_RUNTIME_DIR");
        const Folders folders = Folders::resolve(data);
        QCOMPARE(folders.runtime, data + QStringLiteral("/run"));
        QVERIFY(folders.create());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(folders.runtime) & others, QFile::Permissions());
        QVERIFY(folders.discoveryFile().startsWith(folders.runtime));
    }
#endif
    void foldersThatCannotBeMadeAreNamed()
    {
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Done done = Folders::resolve(m_folder->filePath(QStringLiteral("file/data"))).create();
        QCOMPARE(done.error().code, QByteArray("folders.not_writable"));
        QVERIFY(Folders::resolve(m_folder->filePath(QStringLiteral("veri ığüşöç"))).create());
    }

    void oneHoldsADataFolder()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("engine.lock"));
        {
            DataLock first(file);
            QCOMPARE(first.tryHold(), DataLock::Outcome::Held);
            DataLock second(file);
            QCOMPARE(second.tryHold(), DataLock::Outcome::Taken);
            QCOMPARE(second.owner(), QCoreApplication::applicationPid());
        }
        QCOMPARE(DataLock(file).tryHold(), DataLock::Outcome::Held);
    }

    void theLeftoverOfADeadEngineHoldsNothing()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("engine.lock"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n'); // a pid that lives, as after its reuse
        file.close();
        QCOMPARE(DataLock(name).tryHold(), DataLock::Outcome::Held);
        DataLock nowhere(folder.filePath(QStringLiteral("no/such/engine.lock")));
        QCOMPARE(nowhere.tryHold(), DataLock::Outcome::Failed);
        QVERIFY(!nowhere.reason().isEmpty());
    }
#ifdef Q_OS_UNIX
    void aChildOfADeadEngineIsWaitedFor()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("engine.lock"));
        QProcess engine;
        engine.start(QStringLiteral("true"), QStringList());
        QVERIFY(engine.waitForStarted());
        const qint64 dead = engine.processId();
        QVERIFY(engine.waitForFinished());
        const int held = ::open(QFile::encodeName(name).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QCOMPARE(::flock(held, LOCK_EX), 0);
        const QByteArray pid = QByteArray::number(dead) + '\n';
        QCOMPARE(::write(held, pid.constData(), static_cast<std::size_t>(pid.size())), pid.size());
        std::thread child([held] { ::close(held); });
        const auto outcome = DataLock(name).tryHold();
        child.join();
        QCOMPARE(outcome, DataLock::Outcome::Held);
    }
#endif
};

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "secrets/safe.h"
#include "waitfor.h"

#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kule;
using namespace std::chrono_literals;

namespace {

SecretPtr secret(const QByteArray &value)
{
    return std::make_shared<const Secret>(value);
}

/// A keychain in memory, which may refuse, keep its answers back, or lie.
class FakeKeychain final : public KeychainDoor
{
public:
    std::map<QString, QByteArray> kept; ///< by name
    std::optional<Error> refusal;
    bool isSilent = false;
    QString liesAbout; ///< a name
    int writesUntilRefusal = -1;
    std::vector<Promise<Done>> silent;

    Future<Result<SecretPtr>> read(QString, QString name) override
    {
        if (isSilent)
            return m_never.future();
        if (refusal)
            return answered(Result<SecretPtr>(fail(*refusal)));
        const auto found = kept.find(name);
        if (found == kept.end())
            return answered(Result<SecretPtr>(fail(secreterror::notFound(name))));
        return answered(Result<SecretPtr>(secret(name == liesAbout ? "something else" : found->second)));
    }
    Future<Done> write(QString, QString name, SecretPtr value) override
    {
        if (isSilent) {
            return silent.emplace_back().future();
        }
        if (refusal || writesUntilRefusal == 0)
            return answered(Done(fail(refusal.value_or(secreterror::denied()))));
        --writesUntilRefusal;
        kept[name] = value->view().toByteArray();
        return answered(Done());
    }
    Future<Done> remove(QString, QString name) override
    {
        if (refusal)
            return answered(Done(fail(*refusal)));
        kept.erase(name);
        return answered(Done());
    }
    Future<Done> unlock() override
    {
        refusal.reset();
        return answered(Done());
    }

private:
    const Promise<Result<SecretPtr>> m_never;
};

} // namespace

class tst_Safe : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeKeychain> m_keychain;
    FakeClock m_clock;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<SettingsService> m_settings;
    std::unique_ptr<Safe> m_safe;
    const Actor m_actor{QStringLiteral("test")};
    const QString m_name = QStringLiteral("bot/1/token");

    void open(const Settings::Layer &environment = {}, GivenSecrets given = {})
    {
        m_safe.reset();
        m_redactor = std::make_unique<Redactor>();
        m_settings = std::make_unique<SettingsService>(file("settings.json"), Settings::Layer(), environment);
        m_safe = std::make_unique<Safe>(SafeParts{*m_settings, *m_keychain, m_clock, *m_redactor, m_home->path(), std::move(given), VaultCost{1, 8192}});
        if (!m_keychain->isSilent)
            QVERIFY(waitUntil([this] { return stateNow().isProbed; }));
    }
    QString file(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }
    QByteArray contentOf(const char *name) const
    {
        QFile source(file(name));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    void put(const char *name, const QByteArray &content) const
    {
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(content);
    }
    SecretState stateNow() { return waitFor(m_safe->state()).value_or(SecretState()); }
    QByteArray problem() { const auto state = stateNow(); return state.problem ? state.problem->code : QByteArray(); }
    QByteArray write(const QByteArray &value, const QString &name = {}) { return codeOf(waitFor(m_safe->write(name.isEmpty() ? m_name : name, secret(value), m_actor))); }
    QByteArray read(const QString &name = {})
    {
        const auto value = waitFor(m_safe->read(name.isEmpty() ? m_name : name));
        return value ? (*value)->view().toByteArray() : value.error().code;
    }
    QByteArray moveTo(SecretPlace place, const char *passphrase = nullptr, bool leavesBehind = false)
    {
        const auto moved = waitFor(m_safe->moveTo({place, passphrase ? secret(passphrase) : nullptr, leavesBehind}, m_actor));
        return moved ? QByteArray(wordOf(moved->place)) : moved.error().code;
    }
    template <class T>
    static QByteArray codeOf(const Result<T> &result)
    {
        return result ? QByteArray() : result.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<FakeKeychain>();
    }
    void cleanup() { m_safe.reset(); }

    void theKeychainIsProbedAndLeftClean()
    {
        open();
        QCOMPARE(stateNow().place, SecretPlace::Keychain);
        QCOMPARE(problem(), "");
        QVERIFY(m_keychain->kept.empty());
        QCOMPARE(read(), "secrets.not_found");
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(read(), "1:a-token");
        QCOMPARE(stateNow().secrets.front().name, m_name);
        open();
        QCOMPARE(stateNow().secrets.size(), std::size_t(1));
        // Known to the redactor from the start on, before anybody reads it.
        QCOMPARE(m_redactor->redacted(QByteArray("1:a-token")), QByteArray("***"));
        QCOMPARE(codeOf(waitFor(m_safe->remove(m_name, m_actor))), "");
        QCOMPARE(read(), "secrets.not_found");
        QVERIFY(stateNow().secrets.empty());
    }

    void whatIsWrongWithTheKeychainIsSaid()
    {
        for (const Error &error : {secreterror::locked(SecretPlace::Keychain), secreterror::denied(), secreterror::absent(QStringLiteral("no bus"))}) {
            m_keychain->refusal = error;
            open();
            QCOMPARE(problem(), error.code);
            QCOMPARE(read(), error.code);
            QCOMPARE(write("1:a-token"), error.code);
        }
        QSignalSpy valueChanged(m_safe.get(), &SecretService::valueChanged);
        QCOMPARE(codeOf(waitFor(m_safe->unlock(nullptr, m_actor))), "");
        QCOMPARE(problem(), "");
        QCOMPARE(valueChanged.size(), 1);
    }

    void aKeychainThatLocksInTheMiddleComesBack()
    {
        open();
        QCOMPARE(write("1:a-token"), "");
        m_keychain->refusal = secreterror::locked(SecretPlace::Keychain);
        QCOMPARE(read(), "secrets.locked");
        QCOMPARE(write("1:another"), "secrets.locked");
        QCOMPARE(moveTo(SecretPlace::Session), "secrets.locked");
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QCOMPARE(problem(), "secrets.locked");
        QCOMPARE(stateNow().secrets.size(), std::size_t(1)); // the names are known all the same
        QSignalSpy valueChanged(m_safe.get(), &SecretService::valueChanged);
        QCOMPARE(codeOf(waitFor(m_safe->unlock(nullptr, m_actor))), "");
        QCOMPARE(problem(), "");
        QCOMPARE(read(), "1:a-token");
        // Whoever waits for a value hears that it may be read again.
        QCOMPARE(valueChanged.size(), 1);
    }

    void whatItsUseShowsIsSeen()
    {
        open();
        QCOMPARE(write("1:a-token"), "");
        QSignalSpy changed(m_safe.get(), &SecretService::changed);
        QSignalSpy valueChanged(m_safe.get(), &SecretService::valueChanged);
        m_keychain->refusal = secreterror::locked(SecretPlace::Keychain);
        QCOMPARE(read(), "secrets.locked");
        QCOMPARE(read(), "secrets.locked");
        QVERIFY(waitUntil([&] { return changed.size() == 1; }));
        QCOMPARE(problem(), "secrets.locked");
        m_keychain->refusal.reset(); // by somebody else, who tells nobody
        QCOMPARE(read(), "1:a-token");
        QVERIFY(waitUntil([&] { return changed.size() == 2 && valueChanged.size() == 1; }));
        QCOMPARE(problem(), "");
        QCOMPARE(read(), "1:a-token");
        QCOMPARE(read(QStringLiteral("bot/2/token")), "secrets.not_found"); // says nothing of the place
        QCOMPARE(problem(), "");
        QCOMPARE(changed.size(), 2);
    }

    void aSilentKeychainTimesOutAndMayAnswerLater()
    {
        open();
        m_keychain->isSilent = true;
        const auto reading = m_safe->read(m_name);
        const auto writing = m_safe->write(m_name, secret("1:a-token"), m_actor);
        QVERIFY(waitUntil([this] { return m_clock.pending() == 2; }));
        m_clock.advance(19'999ms);
        QVERIFY(!reading.isAnswered());
        m_clock.advance(1ms);
        QCOMPARE(codeOf(waitFor(reading)), "secrets.timed_out");
        QCOMPARE(codeOf(waitFor(writing)), "secrets.timed_out");
        m_keychain->silent.front().answer(Done());
        m_keychain->isSilent = false;
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QVERIFY(stateNow().secrets.empty());
    }

    void goingWhileTheKeychainIsSilentIsSafe()
    {
        m_keychain->isSilent = true;
        open();
        const auto reading = m_safe->read(m_name);
        QVERIFY(waitUntil([this] { return m_clock.pending() >= 2; }));
        m_safe.reset();
        m_keychain->silent.front().answer(Done());
        m_clock.advance(30s);
        QCoreApplication::processEvents();
        QCOMPARE(waitFor(reading).error().code, QByteArray("engine.gone"));
    }

    void badNamesAndValuesAreRefused()
    {
        open();
        for (const char *name : {"/", "a//b", "/a", "a/", "A", "ı", "a b", "../x/", "a\n"})
            QCOMPARE(write("12345678", QString::fromUtf8(name)), "secrets.bad_name");
        QCOMPARE(write("12345678", QString(129, u'a')), "secrets.bad_name");
        for (const QByteArray &value : {QByteArray(), QByteArray("1234567"), QByteArray(1537, 'x'), QByteArray("1234\0005678", 9)})
            QCOMPARE(write(value), "secrets.bad_value");
        QCOMPARE(write(QByteArray(1536, 'x')), "");
    }

    void theEnvironmentStandsAbove()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("KULE_SECRET_BOT_1_TOKEN"), QStringLiteral("given-token"));
        environment.insert(QStringLiteral("KULE_SECRET_EMPTY"), QString());
        GivenSecrets given = givenIn(environment);
        given[secretname::pusher] = secret("given-pusher");
        open({}, given);
        QCOMPARE(write("stored-token"), "");
        QCOMPARE(read(), "given-token");
        QCOMPARE(read(secretname::pusher), "given-pusher");
        QCOMPARE(m_redactor->redacted(QByteArray("given-token given-pusher")), QByteArray("*** ***"));
        QCOMPARE(secretVariable(QStringLiteral("title/i-ı.x")), QStringLiteral("KULE_SECRET_TITLE_I___X"));
        open({{Setting::SecretsPlace, QStringLiteral("env")}}, given);
        QCOMPARE(read(), "given-token");
        QCOMPARE(write("another-token"), "secrets.read_only");
        QVERIFY(stateNow().isDecided);
        QCOMPARE(moveTo(SecretPlace::Session), "settings.overridden");
    }

    void secretsMoveThroughAllPlacesWithoutLoss()
    {
        open();
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(write("a-pusher-secret", secretname::pusher), "");
        QCOMPARE(moveTo(SecretPlace::Vault), "secrets.no_vault");
        QCOMPARE(moveTo(SecretPlace::Vault, "kısa"), "secrets.weak_passphrase");
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QVERIFY(m_keychain->kept.empty());
        QCOMPARE(read(), "1:a-token");
        open();
        QCOMPARE(stateNow().place, SecretPlace::Vault);
        QCOMPARE(read(), "secrets.locked");
        QCOMPARE(moveTo(SecretPlace::Keychain), "secrets.locked");
        QCOMPARE(codeOf(waitFor(m_safe->unlock(secret("yanlış at pili"), m_actor))), "secrets.wrong_passphrase");
        QCOMPARE(codeOf(waitFor(m_safe->unlock(secret("doğru at pili"), m_actor))), "");
        QCOMPARE(problem(), "");
        QCOMPARE(m_redactor->redacted(QByteArray("1:a-token")), QByteArray("***"));
        QCOMPARE(moveTo(SecretPlace::Environment), "secrets.read_only");
        QCOMPARE(stateNow().place, SecretPlace::Vault);
        QCOMPARE(moveTo(SecretPlace::Session), "session");
        QCOMPARE(read(secretname::pusher), "a-pusher-secret");
        QCOMPARE(moveTo(SecretPlace::Keychain), "keychain");
        QCOMPARE(m_keychain->kept.size(), std::size_t(2));
        QCOMPARE(read(), "1:a-token");
        QCOMPARE(stateNow().secrets.size(), std::size_t(2));
    }

    void aMoveThatFailsLeavesAllWhereItWas()
    {
        put("settings.json", R"({"secrets.place": "session"})");
        open();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(write("token-no-" + QByteArray::number(i), QStringLiteral("bot/%1/token").arg(i)), "");
        // The probe's own write is the first.
        for (int writes = 0; writes < 4; ++writes) {
            m_keychain->writesUntilRefusal = writes;
            QCOMPARE(moveTo(SecretPlace::Keychain), "secrets.denied");
            QCOMPARE(stateNow().place, SecretPlace::Session);
            for (int i = 0; i < 3; ++i)
                QCOMPARE(read(QStringLiteral("bot/%1/token").arg(i)), "token-no-" + QByteArray::number(i));
        }
        m_keychain->writesUntilRefusal = -1;
        m_keychain->liesAbout = m_name;
        QCOMPARE(moveTo(SecretPlace::Keychain), "secrets.failed");
        QCOMPARE(read(), "token-no-1");
        m_keychain->liesAbout.clear();
        QCOMPARE(moveTo(SecretPlace::Keychain), "keychain");
        QCOMPARE(read(), "token-no-1");
    }

    void whatCannotBeReadMayBeLeftBehind()
    {
        open();
        QCOMPARE(write("1:a-token"), "");
        m_keychain->refusal = secreterror::absent(QStringLiteral("gone"));
        QCOMPARE(moveTo(SecretPlace::Session), "secrets.absent");
        QCOMPARE(moveTo(SecretPlace::Session, nullptr, true), "session");
        QCOMPARE(m_keychain->kept.size(), std::size_t(1));
        QCOMPARE(problem(), "");
    }

    void aVaultOpensByItself()
    {
        put("passphrase", "doğru at pili\n");
        const Settings::Layer environment{{Setting::SecretsPlace, QStringLiteral("vault")}, {Setting::SecretsPassphraseFile, file("passphrase")}};
        open(environment);
        QCOMPARE(problem(), "");
        QCOMPARE(write("1:a-token"), "");
        open(environment);
        QCOMPARE(read(), "1:a-token");
        put("passphrase", "yanlış at pili");
        open(environment);
        QCOMPARE(problem(), "secrets.wrong_passphrase");
        QCOMPARE(read(), "secrets.locked");
        QFile::remove(file("passphrase"));
        open(environment);
        QCOMPARE(problem(), "secrets.passphrase_file");
    }

    void aVaultThatIsSwappedIsSaid()
    {
        open();
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QCOMPARE(write("1:a-token"), "");
        const QByteArray former = contentOf("secrets.vault");
        QCOMPARE(write("1:another"), "");
        put("secrets.vault", former);
        QCOMPARE(write("1:a-third"), "secrets.swapped");
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QCOMPARE(problem(), "secrets.swapped");
        QCOMPARE(read(), "1:another");
        QCOMPARE(codeOf(waitFor(m_safe->unlock(secret("doğru at pili"), m_actor))), "");
        QCOMPARE(problem(), "");
        QCOMPARE(read(), "1:a-token");
    }

    void passphrasesThatProvedRightAreRedacted()
    {
        open();
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QCOMPARE(m_redactor->redacted(QByteArray("doğru at pili")), QByteArray("***"));
        QCOMPARE(codeOf(waitFor(m_safe->changePassphrase({secret("doğru at pili"), secret("yepyeni söz")}, m_actor))), "");
        QCOMPARE(m_redactor->redacted(QByteArray("yepyeni söz")), QByteArray("***"));
        open();
        QCOMPARE(codeOf(waitFor(m_safe->unlock(secret("yanlış at pili"), m_actor))), "secrets.wrong_passphrase");
        QCOMPARE(m_redactor->redacted(QByteArray("yanlış at pili")), QByteArray("yanlış at pili"));
        QCOMPARE(codeOf(waitFor(m_safe->unlock(secret("yepyeni söz"), m_actor))), "");
        QCOMPARE(m_redactor->redacted(QByteArray("yepyeni söz")), QByteArray("***"));
    }

    void thePassphraseChangesAndMayBeForgotten()
    {
        open();
        QCOMPARE(codeOf(waitFor(m_safe->changePassphrase({nullptr, secret("doğru at pili")}, m_actor))), "secrets.not_a_vault");
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(codeOf(waitFor(m_safe->changePassphrase({secret("doğru at pili"), secret("yepyeni söz")}, m_actor))), "");
        open();
        QCOMPARE(codeOf(waitFor(m_safe->changePassphrase({nullptr, secret("en yeni söz")}, m_actor))), "");
        QCOMPARE(read(), "secrets.not_found");
        QVERIFY(QFile::exists(file("secrets.vault.old-1")));
    }

    void aSecretOfTheSettingsFileMovesOnceThereIsAPlace()
    {
        put("settings.json", "{\"pusher.secret\": \"from-the-file\", \"pusher.app_id\": \"3\", \"titles.database_url\": \"postgresql://kule:word-of-the-file@db/kule\"}");
        m_keychain->refusal = secreterror::absent(QStringLiteral("no bus"));
        open();
        QCOMPARE(read(secretname::pusher), "from-the-file");
        // Other settings change meanwhile: it stays.
        QVERIFY(waitFor(m_settings->set(Setting::PusherCluster, QStringLiteral("eu"))));
        QVERIFY(contentOf("settings.json").contains("from-the-file"));
        m_keychain->refusal.reset();
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QVERIFY(!contentOf("settings.json").contains("from-the-file"));
        QVERIFY(!contentOf("settings.json").contains("word-of-the-file"));
        QCOMPARE(m_keychain->kept[secretname::titlesDatabase], "word-of-the-file");
        QVERIFY(contentOf("settings.json").contains("eu"));
        QCOMPARE(m_keychain->kept[secretname::pusher], "from-the-file");
        QCOMPARE(read(secretname::pusher), "from-the-file");
        QCOMPARE(m_redactor->redacted(QByteArray("from-the-file")), QByteArray("***"));
    }

    void ofALyingKeychainTheFileIsNotEmptied()
    {
        put("settings.json", R"({"pusher.secret": "from-the-file"})");
        open();
        QCOMPARE(codeOf(waitFor(m_safe->probe())), ""); // all that follows from it is done
        QVERIFY(!contentOf("settings.json").contains("from-the-file"));
        put("settings.json", R"({"pusher.secret": "from-the-file-2"})");
        m_keychain->liesAbout = secretname::pusher;
        open();
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QVERIFY(contentOf("settings.json").contains("from-the-file-2"));
        QCOMPARE(read(secretname::pusher), "from-the-file-2");
    }

    void aSessionTakesNothingOutOfTheFile()
    {
        const Settings::Layer session{{Setting::SecretsPlace, QStringLiteral("session")}};
        put("settings.json", R"({"pusher.secret": "from-the-file"})");
        open(session);
        QCOMPARE(codeOf(waitFor(m_safe->probe())), "");
        QVERIFY(contentOf("settings.json").contains("from-the-file"));
        QCOMPARE(write("a-newer-one", secretname::pusher), ""); // but what is said now stands
        QVERIFY(!contentOf("settings.json").contains("from-the-file"));
        QCOMPARE(read(secretname::pusher), "a-newer-one");
        put("settings.json", R"({"pusher.secret": "from-the-file"})");
        open(session);
        QCOMPARE(codeOf(waitFor(m_safe->remove(secretname::pusher, m_actor))), "");
        QVERIFY(!contentOf("settings.json").contains("from-the-file"));
        QCOMPARE(read(secretname::pusher), "secrets.not_found");
    }

    void whatIsWrittenOrReadIsRedacted()
    {
        open();
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(m_redactor->redacted(QByteArray("<1:a-token>")), QByteArray("<***>"));
        m_keychain->kept[m_name] = "2:put-there-by-another";
        QCOMPARE(read(), "2:put-there-by-another");
        QCOMPARE(m_redactor->redacted(QByteArray("<2:put-there-by-another>")), QByteArray("<***>"));
    }

    void whileSecretsMoveNoneIsWritten()
    {
        open();
        const auto moving = m_safe->moveTo({SecretPlace::Vault, secret("doğru at pili"), false}, m_actor);
        const auto writing = m_safe->write(m_name, secret("1:a-token"), m_actor);
        const auto removing = m_safe->remove(m_name, m_actor);
        QCOMPARE(codeOf(waitFor(writing)), "secrets.busy");
        QCOMPARE(codeOf(waitFor(removing)), "secrets.busy");
        QVERIFY(waitFor(moving));
        QCOMPARE(write("1:a-token"), "");
    }

    void aPlaceThatTheEnvironmentDecidesIsNotLeft()
    {
        open({{Setting::SecretsPlace, QStringLiteral("keychain")}});
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "settings.overridden");
        QVERIFY(!QFile::exists(file("secrets.vault")));
    }

    void halfAMoveDeletesNothing()
    {
        open();
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QCOMPARE(write("1:a-token"), "");
        QCOMPARE(write("2:a-token", QStringLiteral("bot/2/token")), "");
        m_keychain->writesUntilRefusal = 2; // the probe's and one more
        QCOMPARE(moveTo(SecretPlace::Keychain, nullptr, true), "keychain");
        m_keychain->writesUntilRefusal = -1;
        QCOMPARE(read(QStringLiteral("bot/2/token")), "secrets.not_found");
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        QCOMPARE(read(), "1:a-token");
        QCOMPARE(read(QStringLiteral("bot/2/token")), "2:a-token");
    }

    void noFileEverHoldsAValue()
    {
        open();
        QCOMPARE(write("kanarya-8d1f"), "");
        QCOMPARE(moveTo(SecretPlace::Vault, "doğru at pili"), "vault");
        const QStringList names = QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY(names.contains(QStringLiteral("secrets.vault")) && names.contains(QStringLiteral("settings.json")));
        for (const QString &name : names) {
            const QByteArray content = contentOf(qPrintable(name));
            QVERIFY2(!content.isEmpty(), qPrintable(name));
            for (const SecretPtr &form : formsOf(Secret("kanarya-8d1f")))
                QVERIFY2(!content.contains(form->view()), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Safe)
#include "tst_safe.moc"

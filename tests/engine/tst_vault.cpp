// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vault.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace kule;

namespace {

constexpr VaultCost cheap{1, 8192};

SecretPtr secret(const char *value)
{
    return std::make_shared<const Secret>(QByteArrayView(value));
}

} // namespace

class tst_Vault : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    VaultFault m_fault;
    const Secret m_passphrase{"doğru at pili"};

    QString file() const { return m_home->filePath(QStringLiteral("secrets.vault")); }
    Vault vault() const
    {
        return Vault(file(), cheap, [this](const char *step) { return m_fault && m_fault(step); });
    }
    QByteArray bytes() const
    {
        QFile source(file());
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QFile target(file());
        QVERIFY(target.open(QIODevice::WriteOnly));
        QCOMPARE(target.write(content), content.size());
    }
    /// A vault on the disk with one secret.
    void make() const
    {
        Vault made = vault();
        QVERIFY(made.startAnew(m_passphrase));
        QVERIFY(made.write(QStringLiteral("pusher/secret"), secret("kanarya-1"), 7));
    }
    static QByteArray codeOf(const Done &done) { return done ? QByteArray() : done.error().code; }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_fault = {};
    }

    void keepsSecretsOverARestart()
    {
        QCOMPARE(codeOf(vault().check()), "secrets.no_vault");
        make();
        Vault again = vault();
        QCOMPARE(codeOf(again.check()), "secrets.locked");
        QCOMPARE(again.read(QStringLiteral("pusher/secret")).error().code, "secrets.locked");
        QCOMPARE(codeOf(again.write(QStringLiteral("x"), secret("12345678"), 1)), "secrets.locked");
        QVERIFY(again.open(m_passphrase));
        QVERIFY((*again.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
        QCOMPARE(*again.list(), (std::vector<SecretEntry>{{QStringLiteral("pusher/secret"), 7}}));
        QVERIFY(again.remove(QStringLiteral("pusher/secret")));
        QVERIFY(again.remove(QStringLiteral("pusher/secret")));
        QCOMPARE(again.read(QStringLiteral("pusher/secret")).error().code, "secrets.not_found");
        again.close();
        QCOMPARE(codeOf(again.check()), "secrets.locked");
    }

    void theFileIsForItsOwnerAloneAndTellsNothing()
    {
        make();
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QVERIFY(!bytes().contains("kanarya-1"));
        QVERIFY(!bytes().contains("pusher"));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList{QStringLiteral("secrets.vault")});
    }

    void equalContentIsNeverWrittenTheSameTwice()
    {
        make();
        const QByteArray first = bytes();
        Vault again = vault();
        QVERIFY(again.open(m_passphrase));
        QVERIFY(again.write(QStringLiteral("pusher/secret"), secret("kanarya-1"), 7));
        QVERIFY(bytes() != first);
    }

    void aWrongPassphraseIsToldFromDamage()
    {
        make();
        Vault again = vault();
        QCOMPARE(codeOf(again.open(Secret("yanlış at pili"))), "secrets.wrong_passphrase");
        QCOMPARE(codeOf(again.open(Secret())), "secrets.wrong_passphrase");
        QVERIFY(!again.isOpen());
        QVERIFY(again.open(m_passphrase));
    }

    void everyDamageIsSeen()
    {
        make();
        const QByteArray good = bytes();
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x40);
            put(bad);
            const QByteArray code = codeOf(vault().open(m_passphrase));
            const bool isVersion = at >= 8 && at < 12;
            QVERIFY2(code == "secrets.damaged" || (isVersion && code == "secrets.newer_vault"), qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(QString::fromLatin1(code))));
        }
        for (qsizetype size = 0; size < good.size(); ++size) {
            put(good.first(size));
            QCOMPARE(codeOf(vault().open(m_passphrase)), "secrets.damaged");
        }
        put(good + 'x');
        QCOMPARE(codeOf(vault().open(m_passphrase)), "secrets.damaged");
        put(good);
        QVERIFY(vault().open(m_passphrase));
    }

    void aNewerVaultIsLeftAlone()
    {
        make();
        QByteArray newer = bytes();
        newer[8] = 2;
        put(newer);
        QCOMPARE(codeOf(vault().open(m_passphrase)), "secrets.newer_vault");
        QCOMPARE(bytes(), newer);
    }

    void aVaultFromAnotherMachineOpens()
    {
        make();
        QTemporaryDir other;
        const QString copy = other.filePath(QStringLiteral("secrets.vault"));
        QVERIFY(QFile::copy(file(), copy));
        // Another machine may make new ones at another cost; what a vault was made with stands in it.
        Vault there(copy, {2, 16384}, {});
        QVERIFY(there.open(m_passphrase));
        QVERIFY((*there.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
        QVERIFY(there.write(QStringLiteral("bot/1/token"), secret("123:abcdef"), 8));
        QVERIFY(there.open(m_passphrase));
    }

    void thePassphraseChanges()
    {
        make();
        Vault changed = vault();
        QCOMPARE(codeOf(changed.changePassphrase(Secret("yanlış at pili"), Secret("yepyeni söz"))), "secrets.wrong_passphrase");
        QCOMPARE(codeOf(changed.changePassphrase(m_passphrase, Secret("kısa"))), "secrets.weak_passphrase");
        QVERIFY(changed.changePassphrase(m_passphrase, Secret("yepyeni söz")));
        QCOMPARE(codeOf(vault().open(m_passphrase)), "secrets.wrong_passphrase");
        Vault again = vault();
        QVERIFY(again.open(Secret("yepyeni söz")));
        QVERIFY((*again.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
    }

    void aForgottenPassphraseCostsWhatWasLockedButKeepsTheFile()
    {
        make();
        const QByteArray former = bytes();
        Vault anew = vault();
        QVERIFY(anew.startAnew(Secret("yepyeni söz")));
        QVERIFY(anew.list()->empty());
        QFile aside(file() + QStringLiteral(".old-1"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), former);
        QVERIFY(anew.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9));
        // Of an open one everything comes along.
        QVERIFY(anew.startAnew(Secret("yine yeni söz")));
        QVERIFY(QFile::exists(file() + QStringLiteral(".old-2")));
        Vault again = vault();
        QVERIFY(again.open(Secret("yine yeni söz")));
        QVERIFY((*again.read(QStringLiteral("pusher/secret")))->matches("kanarya-2"));
    }

    void whicheverStepOfWritingFailsNothingIsLost()
    {
        make();
        const QByteArray former = bytes();
        for (const char *failing : {"open", "write", "sync", "rename"}) {
            Vault tried = vault();
            QVERIFY(tried.open(m_passphrase));
            m_fault = [failing](const char *step) { return qstrcmp(step, failing) == 0; };
            QCOMPARE(codeOf(tried.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9)), "secrets.not_written");
            QCOMPARE(codeOf(tried.remove(QStringLiteral("pusher/secret"))), "secrets.not_written");
            QCOMPARE(codeOf(tried.changePassphrase(m_passphrase, Secret("yepyeni söz"))), "secrets.not_written");
            QCOMPARE(codeOf(tried.startAnew(Secret("yepyeni söz"))), "secrets.not_written");
            m_fault = {};
            QCOMPARE(bytes(), former);
            QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList{QStringLiteral("secrets.vault")});
            // In memory too it is as it was, and the next write goes well.
            QVERIFY((*tried.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
            QVERIFY(tried.write(QStringLiteral("other"), secret("12345678"), 9));
            QVERIFY(vault().open(m_passphrase));
            put(former);
        }
    }

    void aVaultThatWasSwappedIsNotWrittenOver()
    {
        make();
        const QByteArray former = bytes();
        Vault running = vault();
        QVERIFY(running.open(m_passphrase));
        // Another engine's, a restored copy, or rubbish: whatever it is, it is somebody's.
        Vault other = vault();
        QVERIFY(other.open(m_passphrase));
        QVERIFY(other.write(QStringLiteral("bot/1/token"), secret("123:abcdef"), 8));
        for (const QByteArray &there : {bytes(), QByteArray("rubbish"), QByteArray(), former.chopped(1)}) {
            put(there);
            QCOMPARE(codeOf(running.check()), "secrets.swapped");
            QCOMPARE(codeOf(running.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9)), "secrets.swapped");
            QCOMPARE(codeOf(running.remove(QStringLiteral("pusher/secret"))), "secrets.swapped");
            QCOMPARE(bytes(), there);
            QVERIFY((*running.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
        }
        // What is in use goes on in a new one, and the other stays aside.
        QVERIFY(running.startAnew(m_passphrase));
        QVERIFY(QFile::exists(file() + QStringLiteral(".old-1")));
        QVERIFY(running.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9));
        // Or the new one is opened.
        QCOMPARE(codeOf(other.check()), "secrets.swapped");
        QVERIFY(other.open(m_passphrase));
        QVERIFY((*other.read(QStringLiteral("pusher/secret")))->matches("kanarya-2"));
        QVERIFY(other.write(QStringLiteral("bot/1/token"), secret("123:abcdef"), 8));
    }

    void aVaultThatIsGoneIsMadeAgain()
    {
        make();
        Vault running = vault();
        QVERIFY(running.open(m_passphrase));
        QVERIFY(QFile::remove(file()));
        QVERIFY(running.check());
        QVERIFY(running.write(QStringLiteral("bot/1/token"), secret("123:abcdef"), 8));
        Vault again = vault();
        QVERIFY(again.open(m_passphrase));
        QCOMPARE(again.list()->size(), std::size_t(2));
    }

#ifdef Q_OS_UNIX
    void aDiskThatIsFullCostsNothing()
    {
        make();
        const QByteArray former = bytes();
        Vault running = vault();
        QVERIFY(running.open(m_passphrase));
        // The system itself refuses in the middle of the write, as it does when there is no room.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{100, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        const QByteArray code = codeOf(running.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(code, "secrets.not_written");
        QCOMPARE(bytes(), former);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList{QStringLiteral("secrets.vault")});
        QVERIFY((*running.read(QStringLiteral("pusher/secret")))->matches("kanarya-1"));
        QVERIFY(running.write(QStringLiteral("pusher/secret"), secret("kanarya-2"), 9));
    }
#endif

    void manyAndLargeSecretsFit()
    {
        Vault large = vault();
        QVERIFY(large.startAnew(m_passphrase));
        const QByteArray value(60'000, '\xff');
        for (int i = 0; i < 50; ++i)
            QVERIFY(large.write(QStringLiteral("bot/%1/token").arg(i), std::make_shared<const Secret>(value), i));
        Vault again = vault();
        QVERIFY(again.open(m_passphrase));
        QCOMPARE(again.list()->size(), std::size_t(50));
        QVERIFY((*again.read(QStringLiteral("bot/49/token")))->matches(value));
    }

    void whatAsksForTooMuchMemoryIsNotObeyed()
    {
        make();
        QByteArray greedy = bytes();
        for (int i = 20; i < 28; ++i)
            greedy[i] = '\x7f';
        put(greedy);
        QCOMPARE(codeOf(vault().open(m_passphrase)), "secrets.damaged");
    }
};

QTEST_GUILESS_MAIN(tst_Vault)
#include "tst_vault.moc"

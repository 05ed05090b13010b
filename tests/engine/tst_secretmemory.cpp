// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the memory of this very process for a secret that was kept, read and used, and should be gone. What others
// keep of it is not theirs to scrub and not looked at here: QtKeychain's jobs, and QtNetwork, whose addresses hold a bot's token.
#include "notify/pushersignature.h"
#include "secrets/environmentstore.h"
#include "secrets/redactor.h"
#include "secrets/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace kule;

namespace {

constexpr std::size_t size = 40;
constexpr char mask = 0x55;

/// Never as a whole in memory but in the secret: the n-th byte, masked.
char masked(int kind, std::size_t n)
{
    return static_cast<char>(static_cast<char>('A' + (n * 7 + static_cast<std::size_t>(kind) * 11) % 26) ^ mask);
}

Secret made(int kind)
{
    char bytes[size];
    for (std::size_t n = 0; n < size; ++n)
        bytes[n] = static_cast<char>(masked(kind, n) ^ mask);
    Secret secret(QByteArrayView(bytes, size));
    scrub(bytes, size);
    return secret;
}

/// How often it stands in what this process may write to. The window that is read into is scrubbed of its own finds.
int copiesOf(int kind)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int found = 0;
    const QByteArrayList rows = maps.readAll().split('\n');
    QByteArray window(1 << 20, '\0');
    for (const QByteArray &row : rows) {
        const QByteArrayList words = row.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QByteArrayList bounds = words[0].split('-');
        const qint64 begin = bounds[0].toLongLong(nullptr, 16), end = bounds[1].toLongLong(nullptr, 16);
        if (end - begin > 1LL << 40)
            continue; // the shadow of a sanitizer, which holds what it knows of bytes and none of them
        for (qint64 at = begin; at < end; at += window.size() - static_cast<qint64>(size)) {
            const qint64 most = std::min<qint64>(window.size(), end - at);
            // The window itself: it lies in one of these, and holds what was read last.
            const qint64 own = static_cast<qint64>(reinterpret_cast<quintptr>(window.constData()));
            if (!memory.seek(at))
                continue;
            const qint64 got = memory.read(window.data(), most);
            for (qint64 i = 0; i + static_cast<qint64>(size) <= got; ++i) {
                std::size_t n = 0;
                while (n < size && static_cast<char>(window.constData()[i + static_cast<qint64>(n)] ^ mask) == masked(kind, n))
                    ++n;
                const bool isOwn = at + i >= own && at + i < own + window.size();
                if (n == size && !isOwn)
                    ++found;
            }
            scrub(window.data(), static_cast<std::size_t>(window.size()));
        }
    }
    return found;
}

} // namespace

class tst_SecretMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSearchFindsOneThatIsThere()
    {
        const Secret kept = made(0);
        QVERIFY(copiesOf(0) >= 1);
    }

    void oneThatWasMovedAndClonedLeavesNothing()
    {
        {
            Secret first = made(1);
            Secret second = std::move(first);
            const Secret third = second.clone();
            second = made(2);
            QVERIFY(copiesOf(1) >= 1);
        }
        QCOMPARE(copiesOf(1), 0);
        QCOMPARE(copiesOf(2), 0);
    }

    void whatAVaultKeptAndPusherSignedWithLeavesNothing()
    {
        QTemporaryDir home;
        const QString file = home.filePath(QStringLiteral("secrets.vault"));
        const Secret passphrase("doğru at pili");
        {
            Vault vault(file, {1, 8192}, {});
            QVERIFY(vault.startAnew(passphrase));
            QVERIFY(vault.write(QStringLiteral("pusher/secret"), std::make_shared<const Secret>(made(3)), 1));
            QVERIFY(vault.write(QStringLiteral("bot/1/token"), std::make_shared<const Secret>(made(4)), 2));
            QVERIFY(vault.remove(QStringLiteral("bot/1/token")));
        }
        {
            Vault vault(file, {1, 8192}, {});
            QVERIFY(vault.open(passphrase));
            const SecretPtr secret = vault.read(QStringLiteral("pusher/secret")).value();
            QVERIFY(!pusherQuery({"/apps/3/events", "key", 1, "{}"}, *secret).isEmpty());
            vault.close();
        }
        QCOMPARE(copiesOf(3), 0);
        QCOMPARE(copiesOf(4), 0);
    }

    void theRedactorGoesWithWhatItLearnt()
    {
        {
            Redactor redactor;
            redactor.learn(made(5));
            QVERIFY(copiesOf(5) >= 1);
        }
        QCOMPARE(copiesOf(5), 0);
    }

    void theEnvironmentIsScrubbed()
    {
        char variable[32 + size] = "KULE_SECRET_MEMORY=";
        const std::size_t name = std::strlen(variable);
        for (std::size_t n = 0; n < size; ++n)
            variable[name + n] = static_cast<char>(masked(6, n) ^ mask);
        variable[name + size] = '\0';
        QCOMPARE(putenv(variable), 0); // this very memory becomes the environment's
        QVERIFY(isWithheld(QStringLiteral("KULE_SECRET_MEMORY")));
        QVERIFY(isWithheld(QStringLiteral("KULE_DATABASE_PASSWORD")) && isWithheld(QStringLiteral("KULE_API_KEY")));
        QVERIFY(!isWithheld(QStringLiteral("KULE_PYTHON")) && !isWithheld(QStringLiteral("PATH")));
        forgetWithheld();
        QVERIFY(!qEnvironmentVariableIsSet("KULE_SECRET_MEMORY"));
        QCOMPARE(variable[name], '\0');
    }
};

QTEST_GUILESS_MAIN(tst_SecretMemory)
#include "tst_secretmemory.moc"

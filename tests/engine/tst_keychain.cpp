// SPDX-License-Identifier: GPL-3.0-or-later
// The real Secret Service: a bus and a gnome-keyring of this test's own, in a home of its own, ended by their pids.
#include "secrets/keychainstore.h"
#include "secrets/systemkeychain.h"
#include "fakeclock.h"
#include "waitfor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace kule;

namespace {

SecretPtr secret(const char *value)
{
    return std::make_shared<const Secret>(QByteArrayView(value));
}

} // namespace

class tst_Keychain : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    FakeClock m_clock; ///< how long a daemon takes is the machine's affair, and no time-out of ours
    std::unique_ptr<SystemKeychain> m_door;
    std::unique_ptr<KeychainStore> m_store;

    void open(const QString &service = QStringLiteral("Kule test"))
    {
        m_store.reset();
        m_door.reset();
        m_door = std::make_unique<SystemKeychain>();
        m_store = std::make_unique<KeychainStore>(*m_door, m_clock, service, m_home.filePath(QStringLiteral("names.json")));
    }
    static void end(QProcess &process)
    {
        process.terminate();
        if (!process.waitForFinished(5000)) {
            process.kill();
            process.waitForFinished();
        }
    }
    void startBus()
    {
        QFile config(m_home.filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        // No service is started by itself: what runs here is what this test started.
        config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                     "<busconfig><type>session</type><listen>unix:path="
                     + QFile::encodeName(m_home.filePath(QStringLiteral("bus")))
                     + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"), QStringLiteral("--config-file=") + config.fileName()});
        QVERIFY2(m_bus.waitForReadyRead(30'000), qPrintable(m_bus.errorString()));
    }
    void startKeyring()
    {
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"), {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        QVERIFY2(m_keyring.waitForStarted(30'000), qPrintable(m_keyring.errorString()));
        m_keyring.write("parola");
        m_keyring.closeWriteChannel();
        QVERIFY(waitUntil([] { return isServed(); }));
    }
    static QDBusConnection bus() { return QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("test")); }
    static bool isServed()
    {
        const QDBusReply<bool> has = bus().call(
            []() {
                auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"), QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
                message.setArguments({QStringLiteral("org.freedesktop.secrets")});
                return message;
            }());
        return has.isValid() && has.value();
    }
    static void lock()
    {
        auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                                      QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
        message.setArguments({QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))})});
        const QDBusMessage reply = bus().call(message);
        QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    }
    /// The value, or the code of the error.
    QByteArray read(const QString &name)
    {
        const auto value = waitFor(m_store->read(name));
        return value ? (*value)->view().toByteArray() : value.error().code;
    }
    static QByteArray codeOf(const Done &done) { return done ? QByteArray() : done.error().code; }

private Q_SLOTS:
    // In this order: without a bus, with a bus and no service, with one that is open, locked, gone.
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        for (const char *variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(variable, QFile::encodeName(m_home.path()));
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK"})
            qunsetenv(variable);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(m_home.filePath(QStringLiteral("bus"))));
    }
    void cleanupTestCase()
    {
        m_store.reset();
        m_door.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("test"));
        end(m_keyring);
        end(m_bus);
    }

    void withoutABusItIsAbsent()
    {
        open();
        QCOMPARE(codeOf(waitFor(m_store->probe())), "secrets.absent");
        QCOMPARE(read(QStringLiteral("a")), "secrets.absent");
        QCOMPARE(codeOf(waitFor(m_store->unlock())), "secrets.absent");
    }

    void withoutAServiceItIsAbsent()
    {
        startBus();
        open();
        QCOMPARE(codeOf(waitFor(m_store->probe())), "secrets.absent");
        QCOMPARE(codeOf(waitFor(m_store->write(QStringLiteral("a"), secret("12345678"), 1))), "secrets.absent");
        QVERIFY(waitFor(m_store->list())->empty());
    }

    void anOpenOneKeepsSecrets()
    {
        startKeyring();
        open();
        QCOMPARE(codeOf(waitFor(m_store->probe())), "");
        QCOMPARE(codeOf(waitFor(m_store->unlock())), "");
        QCOMPARE(read(QStringLiteral("pusher/secret")), "secrets.not_found");
        const char *value = "gizli\n\xff söz:123";
        QCOMPARE(codeOf(waitFor(m_store->write(QStringLiteral("pusher/secret"), secret("a former one"), 6))), "");
        QCOMPARE(codeOf(waitFor(m_store->write(QStringLiteral("pusher/secret"), secret(value), 7))), "");
        open(); // as after a restart
        QCOMPARE(read(QStringLiteral("pusher/secret")), QByteArray(value));
        QCOMPARE(*waitFor(m_store->list()), (std::vector<SecretEntry>{{QStringLiteral("pusher/secret"), 7}}));
    }

    void whatIsRemovedIsGone()
    {
        QCOMPARE(codeOf(waitFor(m_store->write(QStringLiteral("bot/1/token"), secret("1:abcdefgh"), 8))), "");
        QCOMPARE(codeOf(waitFor(m_store->remove(QStringLiteral("bot/1/token")))), "");
        QCOMPARE(codeOf(waitFor(m_store->remove(QStringLiteral("bot/1/token")))), "");
        QCOMPARE(read(QStringLiteral("bot/1/token")), "secrets.not_found");
        QCOMPARE(waitFor(m_store->list())->size(), std::size_t(1));
    }

    void anotherDataFolderHasSecretsOfItsOwn()
    {
        KeychainStore other(*m_door, m_clock, QStringLiteral("Kule elsewhere"), m_home.filePath(QStringLiteral("other.json")));
        QCOMPARE(waitFor(other.read(QStringLiteral("pusher/secret"))).error().code, "secrets.not_found");
    }

    void manyAtOnceAreAllAnswered()
    {
        std::vector<Future<Done>> writes;
        for (int i = 0; i < 20; ++i)
            writes.push_back(m_store->write(QStringLiteral("many/%1").arg(i), secret(("value-" + QByteArray::number(i)).constData()), i));
        for (const auto &write : writes)
            QCOMPARE(codeOf(waitFor(write)), "");
        for (int i = 0; i < 20; ++i)
            QCOMPARE(read(QStringLiteral("many/%1").arg(i)), QByteArray("value-" + QByteArray::number(i)));
    }

    void nobodyWaitsForASilentOneAtTheEnd()
    {
        ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
        const auto reading = m_door->read(QStringLiteral("Kule test"), QStringLiteral("pusher/secret"));
        m_store.reset();
        m_door.reset();
        QCOMPARE(waitFor(reading).error().code, QByteArray("engine.gone")); // and not what comes of patience
        ::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT);
        open();
        QCOMPARE(codeOf(waitFor(m_store->probe())), "");
    }

    void aLockedOneIsSaidToBeLocked()
    {
        lock();
        QCOMPARE(codeOf(waitFor(m_store->probe())), "secrets.locked");
        QCOMPARE(read(QStringLiteral("pusher/secret")), "secrets.locked");
        QCOMPARE(codeOf(waitFor(m_store->write(QStringLiteral("pusher/secret"), secret("another one"), 9))), "secrets.locked");
        // The names are known all the same.
        QCOMPARE(waitFor(m_store->list())->size(), std::size_t(21));
        // Nobody is here to type a password: that is a refusal, and not the same as a lock.
        QCOMPARE(codeOf(waitFor(m_store->unlock())), "secrets.denied");
    }

    void oneThatDiesIsAbsent()
    {
        end(m_keyring);
        QCOMPARE(read(QStringLiteral("pusher/secret")), "secrets.absent");
    }

    void oneThatComesBackWantsKuleStartedAgain()
    {
        // libsecret keeps its session with the one that died, and has no way to drop it; what counts is that it says so at once.
        startKeyring();
        QCOMPARE(read(QStringLiteral("pusher/secret")), "secrets.failed");
    }

    void aBusThatDiesIsAbsent()
    {
        // One is under way: GLib would end the whole program here if it were not told otherwise.
        const auto underWay = m_store->read(QStringLiteral("pusher/secret"));
        end(m_bus);
        (void)waitFor(underWay);
        QCOMPARE(read(QStringLiteral("pusher/secret")), "secrets.absent");
    }
};

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"

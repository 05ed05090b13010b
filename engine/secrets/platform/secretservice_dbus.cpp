// SPDX-License-Identifier: GPL-3.0-or-later
// https://specifications.freedesktop.org/secret-service/latest/
#include "secrets/platform/secretservice.h"

#include "secrets/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

namespace kule::secretservice {
namespace {

const QString busName = QStringLiteral("kule-keychain");
const QString service = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
const QString serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");
const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");
const QString nothing = QStringLiteral("/");
constexpr int patienceMs = 15'000;

QDBusConnection bus()
{
    QDBusConnection connection(busName);
    if (connection.isConnected())
        return connection;
    // A bus that went away is never found again under a name that is in use.
    QDBusConnection::disconnectFromBus(busName);
    return QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName);
}

QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return bus().call(message, QDBus::Block, patienceMs);
}

/// The path of the collection that new secrets go to; "/" when there is none.
Result<QString> defaultCollection()
{
    if (const auto connection = bus(); !connection.isConnected())
        return fail(secreterror::absent(connection.lastError().message()));
    const QDBusReply<QDBusObjectPath> path = call(servicePath, serviceInterface, QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    if (!path.isValid())
        return fail(secreterror::absent(path.error().message()));
    return path.value().path();
}

/// Waits for a prompt's Completed signal; deletes itself behind it.
class Prompt : public QObject
{
    Q_OBJECT
public:
    Prompt(QObject *context, std::function<void(const Done &)> answered)
        : QObject(context)
        , m_answered(std::move(answered))
    {
    }
    void show(const QString &path)
    {
        bus().connect(service, path, promptInterface, QStringLiteral("Completed"), this, SLOT(completed(bool, QDBusVariant)));
        const QDBusMessage shown = call(path, promptInterface, QStringLiteral("Prompt"), {QString()});
        if (shown.type() == QDBusMessage::ErrorMessage)
            finish(fail(secreterror::failed(shown.errorMessage())));
    }

private Q_SLOTS:
    void completed(bool isDismissed, const QDBusVariant &) { finish(isDismissed ? Done(fail(secreterror::denied())) : Done()); }

private:
    void finish(const Done &done)
    {
        if (auto answered = std::exchange(m_answered, nullptr))
            answered(done);
        deleteLater();
    }
    std::function<void(const Done &)> m_answered;
};

} // namespace

Done check()
{
    const auto collection = defaultCollection();
    if (!collection)
        return fail(collection.error());
    if (*collection == nothing)
        return fail(secreterror::locked(SecretPlace::Keychain));
    const QDBusReply<QDBusVariant> isLocked = call(*collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                                                   {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!isLocked.isValid())
        return fail(secreterror::absent(isLocked.error().message()));
    return isLocked.value().variant().toBool() ? Done(fail(secreterror::locked(SecretPlace::Keychain))) : Done();
}

void unlock(QObject *context, std::function<void(const Done &)> answered)
{
    const auto collection = defaultCollection();
    if (!collection)
        return answered(fail(collection.error()));
    const bool isNew = *collection == nothing;
    const QVariantMap properties{{QStringLiteral("org.freedesktop.Secret.Collection.Label"), QStringLiteral("Login")}};
    const QDBusMessage reply = isNew
        ? call(servicePath, serviceInterface, QStringLiteral("CreateCollection"), {properties, QStringLiteral("default")})
        : call(servicePath, serviceInterface, QStringLiteral("Unlock"), {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(*collection)})});
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().size() < 2)
        return answered(fail(secreterror::failed(reply.errorMessage())));
    const QString prompt = reply.arguments().at(1).value<QDBusObjectPath>().path();
    if (prompt == nothing)
        return answered({});
    (new Prompt(context, std::move(answered)))->show(prompt);
}

} // namespace kule::secretservice

#include "secretservice_dbus.moc"

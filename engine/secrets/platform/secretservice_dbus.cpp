// SPDX-License-Identifier: GPL-3.0-or-later
// https://specifications.freedesktop.org/secret-service/latest/
#include "secrets/platform/secretservice.h"

#include "secrets/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
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

using Heard = std::function<void(const QDBusMessage &)>;

/// Never waits: who ends must not wait for a keychain that is silent.
void call(QObject *context, const QString &path, const QString &interface, const QString &method, const QVariantList &arguments, Heard heard)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(bus().asyncCall(message, patienceMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [heard = std::move(heard)](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        heard(done->reply());
    });
}

Error errorOf(const QDBusError &error)
{
    return error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout ? secreterror::timedOut(patienceMs / 1000) : secreterror::absent(error.message());
}

/// The path of the collection that new secrets go to; "/" when there is none.
void askDefaultCollection(QObject *context, std::function<void(const Result<QString> &)> found)
{
    if (const auto connection = bus(); !connection.isConnected())
        return found(fail(secreterror::absent(connection.lastError().message())));
    call(context, servicePath, serviceInterface, QStringLiteral("ReadAlias"), {QStringLiteral("default")}, [found = std::move(found)](const QDBusMessage &reply) {
        const QDBusReply<QDBusObjectPath> path(reply);
        found(path.isValid() ? Result<QString>(path.value().path()) : Result<QString>(fail(errorOf(path.error()))));
    });
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
        call(this, path, promptInterface, QStringLiteral("Prompt"), {QString()}, [this](const QDBusMessage &shown) {
            if (shown.type() == QDBusMessage::ErrorMessage)
                finish(fail(secreterror::failed(shown.errorMessage())));
        });
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

void check(QObject *context, std::function<void(const Done &)> answered)
{
    askDefaultCollection(context, [context, answered = std::move(answered)](const Result<QString> &collection) {
        if (!collection)
            return answered(fail(collection.error()));
        if (*collection == nothing)
            return answered(fail(secreterror::locked(SecretPlace::Keychain)));
        call(context, *collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"), {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")},
             [answered](const QDBusMessage &reply) {
                 const QDBusReply<QDBusVariant> isLocked(reply);
                 if (!isLocked.isValid())
                     return answered(fail(errorOf(isLocked.error())));
                 answered(isLocked.value().variant().toBool() ? Done(fail(secreterror::locked(SecretPlace::Keychain))) : Done());
             });
    });
}

void unlock(QObject *context, std::function<void(const Done &)> answered)
{
    askDefaultCollection(context, [context, answered = std::move(answered)](const Result<QString> &collection) {
        if (!collection)
            return answered(fail(collection.error()));
        const auto ask = [context, answered](const QDBusMessage &reply) {
            if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().size() < 2)
                return answered(fail(secreterror::failed(reply.errorMessage())));
            const QString prompt = reply.arguments().at(1).value<QDBusObjectPath>().path();
            if (prompt == nothing)
                return answered({});
            (new Prompt(context, answered))->show(prompt);
        };
        const QVariantMap properties{{QStringLiteral("org.freedesktop.Secret.Collection.Label"), QStringLiteral("Login")}};
        if (*collection == nothing)
            call(context, servicePath, serviceInterface, QStringLiteral("CreateCollection"), {properties, QStringLiteral("default")}, ask);
        else
            call(context, servicePath, serviceInterface, QStringLiteral("Unlock"), {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(*collection)})}, ask);
    });
}

} // namespace kule::secretservice

#include "secretservice_dbus.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainstore.h"

#include "base/chain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

namespace kule {
namespace {

constexpr Milliseconds personsPatience{120'000}; // somebody types a password
const QString probeName = QStringLiteral("kule/probe");

SecretPtr probeValue()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return std::make_shared<const Secret>(QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex());
}

std::map<QString, qint64> namesIn(const QString &file)
{
    std::map<QString, qint64> names;
    QFile source(file);
    const auto json = source.open(QIODevice::ReadOnly) ? parseJson(source.readAll()) : std::nullopt;
    if (!json || !json->is_object())
        return names;
    for (const auto &[name, at] : json->items()) {
        const QString known = QString::fromStdString(name);
        if (at.is_number_integer() && checkSecretName(known))
            names[known] = at.get<qint64>();
    }
    return names;
}

} // namespace

KeychainStore::KeychainStore(KeychainDoor &door, Clock &clock, QString service, QString namesFile)
    : m_door(door)
    , m_clock(clock)
    , m_service(std::move(service))
    , m_namesFile(std::move(namesFile))
    , m_names(namesIn(m_namesFile))
{
}

template <class T>
Future<Result<T>> KeychainStore::inTime(Future<Result<T>> future, Milliseconds limit)
{
    struct Wait
    {
        Promise<Result<T>> promise;
        std::unique_ptr<Clock::Timer> timer;
        bool isAnswered = false;

        void answer(Result<T> result)
        {
            if (std::exchange(isAnswered, true))
                return;
            promise.answer(std::move(result));
        }
    };
    auto wait = std::make_shared<Wait>();
    wait->timer = m_clock.after(limit, this, [wait = std::weak_ptr(wait), limit] {
        if (const auto still = wait.lock())
            still->answer(fail(secreterror::timedOut(static_cast<int>(limit.count() / 1000))));
    });
    whenDone(future, this, [wait](Result<T> result) {
        wait->timer.reset();
        wait->answer(std::move(result));
    });
    return wait->promise.future();
}

Future<Result<SecretPtr>> KeychainStore::read(QString name)
{
    return ask(this, [this, name = std::move(name)] {
        return chained(this, inTime(m_door.read(m_service, name)), [name](Result<SecretPtr> value) {
            // Its own word for the name may be another.
            if (!value && value.error().code == "secrets.not_found")
                value = fail(secreterror::notFound(name));
            return answered(std::move(value));
        });
    });
}

Future<Done> KeychainStore::write(QString name, SecretPtr value, qint64 nowMs)
{
    return ask(this, [this, name = std::move(name), value = std::move(value), nowMs] {
        return chained(this, inTime(m_door.write(m_service, name, value)), [this, name, nowMs](const Done &written) { return answered(written ? note(name, nowMs) : written); });
    });
}

Future<Done> KeychainStore::remove(QString name)
{
    return ask(this, [this, name = std::move(name)] {
        return chained(this, inTime(m_door.remove(m_service, name)), [this, name](const Done &removed) {
            const bool isGone = removed || removed.error().code == "secrets.not_found";
            return answered(isGone ? note(name, std::nullopt) : removed);
        });
    });
}

Future<Result<std::vector<SecretEntry>>> KeychainStore::list()
{
    return ask(this, [this]() -> Result<std::vector<SecretEntry>> {
        std::vector<SecretEntry> entries;
        for (const auto &[name, at] : m_names)
            entries.push_back({name, at});
        return entries;
    });
}

Future<Done> KeychainStore::probe()
{
    return ask(this, [this] {
        const SecretPtr value = probeValue();
        return chained(this, inTime(m_door.write(m_service, probeName, value)), [this, value](const Done &written) -> Future<Done> {
            if (!written)
                return answered(written);
            return chained(this, inTime(m_door.read(m_service, probeName)), [this, value](const Result<SecretPtr> &read) -> Future<Done> {
                if (!read)
                    return answered(Done(fail(read.error())));
                if (!(*read)->matches(value->view()))
                    return answered(Done(fail(secreterror::failed(QStringLiteral("it gave back something else")))));
                return inTime(m_door.remove(m_service, probeName));
            });
        });
    });
}

Future<Done> KeychainStore::unlock()
{
    return ask(this, [this] { return inTime(m_door.unlock(), personsPatience); });
}

Done KeychainStore::note(const QString &name, std::optional<qint64> at)
{
    std::map<QString, qint64> names = m_names;
    if (at)
        names[name] = *at;
    else
        names.erase(name);
    if (names == m_names)
        return {};
    Json json = Json::object();
    for (const auto &[known, updatedAt] : names)
        json[known.toStdString()] = updatedAt;
    QSaveFile out(m_namesFile);
    if (!out.open(QIODevice::WriteOnly) || out.write(dumpJson(json, 2) + '\n') < 0 || !out.commit())
        return fail(secreterror::notWritten(m_namesFile, out.errorString()));
    m_names = std::move(names);
    return {};
}

} // namespace kule

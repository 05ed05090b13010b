// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain of this computer as a place for secrets: each call within 20 s, whatever the keychain does, and a list of
// names, which keychains do not give, in a file beside the database. Lives on the engine thread; calls from any.
#pragma once
#include "base/clock.h"
#include "secrets/keychaindoor.h"

#include <map>

namespace kule {

class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    static constexpr Milliseconds patience{20'000};

    /// service: what these secrets go by in the keychain, so that data folders do not share them. namesFile: JSON, no values.
    KeychainStore(KeychainDoor &door, Clock &clock, QString service, QString namesFile);

    SecretPlace place() const override { return SecretPlace::Keychain; }
    Future<Result<SecretPtr>> read(QString name) override;
    Future<Done> write(QString name, SecretPtr value, qint64 nowMs) override;
    Future<Done> remove(QString name) override;
    Future<Result<std::vector<SecretEntry>>> list() override;
    /// By writing, reading back and deleting a secret of its own.
    Future<Done> probe() override;
    Future<Done> unlock();

private:
    /// The answer of the future, or secrets.timed_out; what comes after that is dropped.
    template <class T>
    Future<Result<T>> inTime(Future<Result<T>> future, Milliseconds limit = patience);
    Done note(const QString &name, std::optional<qint64> at);

    KeychainDoor &m_door;
    Clock &m_clock;
    const QString m_service;
    const QString m_namesFile;
    std::map<QString, qint64> m_names;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Brings secrets from one place to another: copies each and reads it back; deletes at the old place only when told to.
// Lives on the engine thread; when it dies midway the old place still holds everything.
#pragma once
#include "secrets/secretstore.h"

namespace kule {

class SecretMove : public QObject
{
    Q_OBJECT
public:
    SecretMove(SecretStore &from, SecretStore &to, std::vector<SecretEntry> entries, QObject *parent);

    /// secrets.failed when what comes back is not what went in; what the places have against it.
    Future<Done> copy();
    /// What cannot be deleted stays, which harms nobody. Answers when all were tried.
    Future<Done> deleteFormer();

private:
    Future<Done> copyFrom(std::size_t index);
    Future<Done> deleteFrom(std::size_t index);

    SecretStore &m_from;
    SecretStore &m_to;
    std::vector<SecretEntry> m_entries;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretmove.h"

#include "base/chain.h"

namespace kule {

SecretMove::SecretMove(SecretStore &from, SecretStore &to, std::vector<SecretEntry> entries, QObject *parent)
    : QObject(parent)
    , m_from(from)
    , m_to(to)
    , m_entries(std::move(entries))
{
}

Future<Done> SecretMove::copy()
{
    return copyFrom(0);
}

Future<Done> SecretMove::copyFrom(std::size_t index)
{
    if (index >= m_entries.size())
        return answered(Done());
    const SecretEntry &entry = m_entries[index];
    return chained(this, m_from.read(entry.name), [this, entry, index](const Result<SecretPtr> &value) -> Future<Done> {
        // Listed and gone: there is nothing to bring.
        if (!value && value.error().code == "secrets.not_found")
            return copyFrom(index + 1);
        if (!value)
            return answered(Done(fail(value.error())));
        return chained(this, m_to.write(entry.name, *value, entry.updatedAt), [this, entry, index, value = *value](const Done &written) -> Future<Done> {
            if (!written)
                return answered(written);
            return chained(this, m_to.read(entry.name), [this, index, value](const Result<SecretPtr> &back) -> Future<Done> {
                if (!back)
                    return answered(Done(fail(back.error())));
                if (!(*back)->matches(value->view()))
                    return answered(Done(fail(secreterror::failed(QStringLiteral("it gave back something else")))));
                return copyFrom(index + 1);
            });
        });
    });
}

Future<Done> SecretMove::deleteFormer()
{
    return deleteFrom(0);
}

Future<Done> SecretMove::deleteFrom(std::size_t index)
{
    if (index >= m_entries.size())
        return answered(Done());
    return chained(this, m_from.remove(m_entries[index].name), [this, index](const Done &) { return deleteFrom(index + 1); });
}

} // namespace kule

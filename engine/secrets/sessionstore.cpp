// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sessionstore.h"

namespace kule {

Future<Result<SecretPtr>> SessionStore::read(QString name)
{
    return ask(this, [this, name = std::move(name)]() -> Result<SecretPtr> {
        const auto kept = m_kept.find(name);
        return kept == m_kept.end() ? Result<SecretPtr>(fail(secreterror::notFound(name))) : kept->second.value;
    });
}

Future<Done> SessionStore::write(QString name, SecretPtr value, qint64 nowMs)
{
    return ask(this, [this, name = std::move(name), value = std::move(value), nowMs]() -> Done {
        m_kept[name] = {value, nowMs};
        return {};
    });
}

Future<Done> SessionStore::remove(QString name)
{
    return ask(this, [this, name = std::move(name)]() -> Done {
        m_kept.erase(name);
        return {};
    });
}

Future<Result<std::vector<SecretEntry>>> SessionStore::list()
{
    return ask(this, [this]() -> Result<std::vector<SecretEntry>> {
        std::vector<SecretEntry> entries;
        for (const auto &[name, kept] : m_kept)
            entries.push_back({name, kept.updatedAt});
        return entries;
    });
}

Future<Done> SessionStore::probe()
{
    return answered(Done());
}

} // namespace kule

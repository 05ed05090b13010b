// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/async.h"

namespace kule::detail {

Pending::Pending(QObject *context)
    : QObject(context)
{
    m_bell->pending = this;
}

Pending::~Pending()
{
    const std::lock_guard lock(m_bell->mutex);
    m_bell->pending = nullptr;
}

std::function<void()> Pending::bell() const
{
    return [bell = m_bell] {
        const std::lock_guard lock(bell->mutex);
        if (Pending *pending = bell->pending) {
            post(pending, [pending] {
                pending->deleteLater();
                pending->run();
            });
        }
    };
}

} // namespace kule::detail

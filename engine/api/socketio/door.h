// SPDX-License-Identifier: GPL-3.0-or-later
// The way onto an object's thread for others, which may come when it has gone. Any thread; close() on the object's own.
#pragma once
#include "base/async.h"

#include <mutex>

namespace kule {

class Door
{
public:
    explicit Door(QObject *inside)
        : m_inside(inside)
    {
    }

    /// Before the object dies. Who comes later finds nobody.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_inside = nullptr;
    }
    /// Calls f(object) here and now, while the object is kept from dying; false: it has gone.
    template <class F>
    bool with(F f)
    {
        const std::lock_guard lock(m_mutex);
        if (m_inside)
            f(m_inside);
        return m_inside != nullptr;
    }
    /// Runs f on the object's thread, later; false: it has gone.
    template <class F>
    bool post(F f)
    {
        return with([&f](QObject *inside) { kule::post(inside, std::move(f)); });
    }

private:
    std::mutex m_mutex;
    QObject *m_inside; ///< guarded by m_mutex
};
using DoorPtr = std::shared_ptr<Door>;

} // namespace kule

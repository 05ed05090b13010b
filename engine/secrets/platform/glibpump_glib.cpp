// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/platform/glibpump.h"

#include <QLibrary>
#include <QTimer>

namespace kule {
namespace {

constexpr int turnEveryMs = 5;
constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION

template <class F>
bool resolve(QLibrary &library, const char *name, F &function)
{
    function = reinterpret_cast<F>(library.resolve(name));
    return function != nullptr;
}

} // namespace

// Found at run time, as QtKeychain finds libsecret: neither is needed where there is no desktop.
struct GlibPump::Loop
{
    QLibrary glib{QStringLiteral("glib-2.0"), 0};
    QLibrary gobject{QStringLiteral("gobject-2.0"), 0};
    QLibrary gio{QStringLiteral("gio-2.0"), 0};
    void *(*make)() = nullptr;
    void (*push)(void *) = nullptr;
    void (*pop)(void *) = nullptr;
    int (*turn)(void *, int) = nullptr;
    void *(*getBus)(int, void *, void *) = nullptr;
    void (*exitOnClose)(void *, int) = nullptr;
    void (*unref)(void *) = nullptr;
    void *context = nullptr;
    QTimer timer;

    bool load()
    {
        return resolve(glib, "g_main_context_new", make) && resolve(glib, "g_main_context_push_thread_default", push)
            && resolve(glib, "g_main_context_pop_thread_default", pop) && resolve(glib, "g_main_context_iteration", turn)
            && resolve(gobject, "g_object_unref", unref) && resolve(gio, "g_bus_get_sync", getBus) && resolve(gio, "g_dbus_connection_set_exit_on_close", exitOnClose);
    }
    // By default GLib raises SIGTERM in a program whose session bus goes away.
    void outliveBus() const
    {
        if (void *bus = getBus(sessionBus, nullptr, nullptr)) {
            exitOnClose(bus, 0);
            unref(bus);
        }
    }
    void turnAll() const
    {
        while (turn(context, 0)) {
        }
    }
};

GlibPump::GlibPump()
    : m_loop(std::make_unique<Loop>())
{
    if (!m_loop->load()) {
        m_loop.reset();
        return;
    }
    m_loop->context = m_loop->make();
    m_loop->timer.setParent(this); // to come along to the thread
    connect(&m_loop->timer, &QTimer::timeout, this, [this] { m_loop->turnAll(); });
}

GlibPump::~GlibPump() = default;

void GlibPump::hold()
{
    // Pushed only for so long, as it belongs to one thread at a time.
    if (++m_held == 1 && m_loop) {
        m_loop->push(m_loop->context);
        m_loop->outliveBus();
        m_loop->timer.start(turnEveryMs);
    }
}

void GlibPump::release()
{
    if (--m_held == 0 && m_loop) {
        m_loop->timer.stop();
        m_loop->pop(m_loop->context);
    }
}

} // namespace kule

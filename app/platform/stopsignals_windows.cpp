// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/stopsignals.h"

#include <windows.h>

#include <atomic>
#include <functional>

namespace kule {
namespace {

std::atomic<StopSignals *> receiver = nullptr;
std::function<void()> notify; // set before the handler is installed, cleared after it is removed

BOOL WINAPI onControl(DWORD event)
{
    if (!receiver)
        return FALSE;
    notify();
    // Windows ends the process when this returns from a close; wait so that the engine can end cleanly.
    if (event == CTRL_CLOSE_EVENT || event == CTRL_SHUTDOWN_EVENT)
        ::Sleep(10'000);
    return TRUE;
}

} // namespace

struct StopSignals::Hooks
{
};

StopSignals::StopSignals()
    : m_hooks(std::make_unique<Hooks>())
{
    notify = [this] { QMetaObject::invokeMethod(this, [this] { request(); }, Qt::QueuedConnection); };
    receiver = this;
    ::SetConsoleCtrlHandler(onControl, TRUE);
}

StopSignals::~StopSignals()
{
    receiver = nullptr;
    ::SetConsoleCtrlHandler(onControl, FALSE);
    notify = {};
}

} // namespace kule

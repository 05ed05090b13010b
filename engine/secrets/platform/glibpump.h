// SPDX-License-Identifier: GPL-3.0-or-later
// libsecret answers through GLib's loop, which Qt's does not turn here. While a job waits this turns a loop of the thread's
// own, nobody else's; where there is no GLib it does nothing. One for the program, on the thread of the jobs.
#pragma once
#include <QObject>

#include <memory>

namespace kule {

class GlibPump : public QObject
{
    Q_OBJECT
public:
    GlibPump();
    ~GlibPump() override;
    /// A job waits …
    void hold();
    /// … and has its answer.
    void release();

private:
    struct Loop;
    std::unique_ptr<Loop> m_loop; ///< null: no GLib
    int m_held = 0;
};

} // namespace kule

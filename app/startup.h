// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the engine behind the window and ends it: both on a thread of its own, whose event loop the engine may live on.
// Knows an engine only as Running, so that the window can be tried with another. Gui thread.
#pragma once
#include "base/result.h"
#include "console.h"

#include <QThread>

#include <functional>
#include <memory>

namespace kule {

class Secret;

/// An engine that is up. Made, used for its console() and destroyed by Startup.
class Running
{
public:
    virtual ~Running() = default;
    virtual Console console() = 0;
    /// Null but at the very first start.
    virtual std::shared_ptr<const Secret> takeFirstKey() = 0;
};

using StartEngine = std::function<Result<std::unique_ptr<Running>>()>;

class Startup : public QObject
{
    Q_OBJECT
public:
    explicit Startup(QObject *parent = nullptr);
    ~Startup() override;

    /// Runs start in the background; started() or failed() follows. Not while one is starting or up.
    void begin(StartEngine start);
    /// Ends the engine in the background; stopped() follows, at once where there is none. One that is still starting is
    /// ended as soon as it is up.
    void end();
    /// Null until started(), and after end().
    Running *running() const { return m_running.get(); }

Q_SIGNALS:
    void started();
    void failed(kule::Error error);
    void stopped();

private:
    void drop();

    QThread m_thread;
    QObject *m_home; ///< on m_thread
    std::shared_ptr<Running> m_running;
    bool m_isStarting = false;
    bool m_isEnding = false;
};

} // namespace kule

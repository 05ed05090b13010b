// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom: engine, API address, jobs, fatals; each a button to its panel. Asks the facade for counts at most
// twice a second, however much happens. Gui thread.
#pragma once
#include "api/apicontrol.h"
#include "console.h"
#include "jobs/jobservice.h"

#include <QFrame>
#include <QTimer>
#include <QToolButton>

namespace kule {

class CopyButton;
class StateLabel;

class StatusLine : public QFrame
{
    Q_OBJECT
public:
    enum class EngineState { Starting, Up, Troubled, Down };

    explicit StatusLine(QWidget *parent = nullptr);
    void setEngine(EngineState state);
    /// Follows the engine from now on.
    void setConsole(const Console &console);
    /// Before the engine goes.
    void dropConsole();

Q_SIGNALS:
    void linkActivated(QString panel, QString what);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *button(const char *name, const QString &panel, const QString &what = {});
    void ask();
    void look();
    void retranslate();

    StateLabel *m_engine;
    QToolButton *m_api;
    CopyButton *m_copy;
    QToolButton *m_running;
    QToolButton *m_waiting;
    QToolButton *m_fatals;
    QTimer m_soon;
    QTimer m_watch;
    std::optional<Console> m_console;
    EngineState m_state = EngineState::Starting;
    std::optional<ApiStatus> m_status;
    std::optional<JobCounts> m_jobs;
    std::optional<qint64> m_fatalCount;
};

} // namespace kule

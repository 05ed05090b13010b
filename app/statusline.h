// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom: engine, API address, secrets, jobs, fatals, bots; each a button to its panel. Asks the facade for counts at most
// twice a second, however much happens. Gui thread.
#pragma once
#include "api/apicontrol.h"
#include "console.h"
#include "jobs/jobservice.h"
#include "secrets/secretservice.h"

#include <QFrame>
#include <QTimer>
#include <QToolButton>

namespace kule {

class BotTally;
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
    /// bots: outlives what the console gives.
    void setConsole(const Console &console, const BotTally &bots);
    /// Before the engine goes.
    void dropConsole();

Q_SIGNALS:
    void linkActivated(QString panel, QString what);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *button(const char *name, const QString &panel, const QString &what = {});
    void ask();
    void look();
    void saySecrets();
    void sayBots();
    void sayApi();
    void retranslate();

    StateLabel *m_engine;
    QToolButton *m_api;
    CopyButton *m_copy;
    QToolButton *m_running;
    QToolButton *m_waiting;
    QToolButton *m_fatals;
    QToolButton *m_bots;
    QToolButton *m_alarm; ///< bots that need somebody
    QToolButton *m_secrets;
    QTimer m_soon;
    QTimer m_watch;
    std::optional<Console> m_console;
    EngineState m_state = EngineState::Starting;
    std::optional<ApiStatus> m_status;
    std::optional<JobCounts> m_jobs;
    std::optional<qint64> m_fatalCount;
    std::optional<SecretState> m_secretState;
    const BotTally *m_tally = nullptr; ///< while there is an engine
    QString m_alarmLink;
};

} // namespace kule

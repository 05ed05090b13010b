// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings lead to: the Python that runs jobs and how many workers stand ready, and where the data lies. Gui thread.
#pragma once
#include "console.h"
#include "jobs/executors/executor.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kule {

class CopyButton;
class ElidedLabel;
class ErrorStrip;
class StateLabel;

class HealthCard : public QFrame
{
    Q_OBJECT
public:
    explicit HealthCard(const Console &console, QWidget *parent = nullptr);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const WorkerHealth &health);
    void retranslate();

    Console m_console;
    std::optional<WorkerHealth> m_health;
    QLabel *m_pythonLabel;
    StateLabel *m_python;
    ElidedLabel *m_interpreter;
    QLabel *m_facts;
    ErrorStrip *m_problem;
    QLabel *m_folderLabel;
    ElidedLabel *m_folder;
    CopyButton *m_copy;
    QPushButton *m_open;
};

} // namespace kule

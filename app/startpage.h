// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the panels' place until there is an engine: a quiet word, or why there is none and what helps. Gui thread.
#pragma once
#include "base/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kule {

class CopyButton;
class StateLabel;

class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void showStarting();
    void showStopping();
    void showProblem(Error error);

Q_SIGNALS:
    void retryAsked();
    void folderAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StateLabel *m_state;
    QLabel *m_sentence;
    QLabel *m_code;
    CopyButton *m_copy;
    QPushButton *m_retry;
    QPushButton *m_folder;
    bool m_isStopping = false;
    std::optional<Error> m_problem;
};

} // namespace kule

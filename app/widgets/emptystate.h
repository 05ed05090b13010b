// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where nothing is yet: one sentence, one action, one line of curl that does the same. Gui thread.
#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace kule {

class CopyButton;
class ElidedLabel;

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    /// Empty hides the button.
    void setActionText(const QString &text);
    /// Another way on, beneath the action; its words and its click are the caller's.
    QPushButton *addLink(const char *objectName);
    /// Empty hides the line.
    void setCommand(const QString &command);

Q_SIGNALS:
    void activated();

private:
    QLabel *m_sentence;
    QPushButton *m_action;
    QHBoxLayout *m_links;
    QWidget *m_line;
    ElidedLabel *m_command;
    CopyButton *m_copy;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The line under a panel's header: a filter with completion of the word under the cursor, its error beneath it, and room
// at the right for switches. Announces a text once typing pauses, or at Enter. Gui thread.
#pragma once
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>

#include <functional>

class QCompleter;
class QHBoxLayout;

namespace kule {

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const { return m_edit->text(); }
    void setText(const QString &text); ///< announces at once
    void setPlaceholder(const QString &text);
    /// For screen readers: what is filtered. Without it: "Filter".
    void setAccessibleLabel(const QString &name);
    /// What may stand for the word begun: {"state:failed", …}. Asked at each key.
    void setCompletion(std::function<QStringList(const QString &word)> suggest);
    /// What is wrong with the text; empty: nothing.
    void setError(const QString &sentence);
    void focus();
    void addWidget(QWidget *widget);

Q_SIGNALS:
    void changed(QString text);
    /// Enter or Down: to the list.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void announce();
    void suggest();
    void complete(const QString &word);

    QLineEdit *m_edit;
    QLabel *m_error;
    QHBoxLayout *m_row;
    QStringListModel m_suggestions; ///< before the completer that stands on it
    QCompleter *m_completer;
    std::function<QStringList(const QString &)> m_suggest;
    QTimer m_pause;
    QString m_announced;
    QString m_label;
};

} // namespace kule

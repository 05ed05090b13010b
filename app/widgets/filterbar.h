// SPDX-License-Identifier: GPL-3.0-or-later
// The line under a panel's header: a filter with completion of the word under the cursor, its error beneath it, and room
// at the right for switches. Announces a text once typing pauses, or at Enter. Gui thread.
#pragma once
#include "filter/filter.h"

#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>

class QCompleter;
class QHBoxLayout;

namespace kule {

/// What completion offers: shown with its meaning beside it.
class FilterOffers final : public QStringListModel
{
public:
    using QStringListModel::QStringListModel;
    void offer(const QString &word, std::span<const FilterKey> keys);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QStringList m_meanings;
};

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
    /// The keys of the list: what completion offers.
    void setKeys(std::span<const FilterKey> keys) { m_keys = keys; }
    /// What is wrong with the text, said beneath and marked at its place, a moment later while somebody types; nothing: all is well.
    void setProblem(const std::optional<Error> &problem);
    /// Something to know of what is shown, beneath while nothing is wrong; empty: nothing.
    void setNote(const QString &sentence);
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
    void announceTyped();
    void tellProblem();
    void suggest();
    void complete(const QString &word);

    void mark(qsizetype position, qsizetype length);
    void tell();

    QLineEdit *m_edit;
    QLabel *m_error;
    QHBoxLayout *m_row;
    FilterOffers m_offers; ///< before the completer that stands on it
    QCompleter *m_completer;
    std::span<const FilterKey> m_keys;
    std::optional<Error> m_problem;
    QString m_note;
    QTimer m_pause;
    QTimer m_patience;
    bool m_isTyping = false;
    QString m_announced;
    QString m_label;
};

} // namespace kule

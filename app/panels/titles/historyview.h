// SPDX-License-Identifier: GPL-3.0-or-later
// What changed in a title, newest first: when, which field, from what to what. Gui thread.
#pragma once
#include "titles/storedtitle.h"

#include <QStackedWidget>

class QLabel;
class QTreeWidget;

namespace kule {

class HistoryView final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);
    void setHistory(const std::vector<TitleChange> &history, qint64 now);

private:
    QTreeWidget *m_changes;
    QLabel *m_none;
};

} // namespace kule

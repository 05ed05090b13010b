// SPDX-License-Identifier: GPL-3.0-or-later
// A card of the overview: a title that leads to all of them, and some of them as lines. While someone points at it or has
// the cursor in it, its lines change in place but neither come, go nor move. Gui thread.
#pragma once
#include "linkrow.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kule {

class LinkCard final : public QFrame
{
    Q_OBJECT
public:
    explicit LinkCard(const char *name, QWidget *parent = nullptr);
    /// all: what stands at the right of the title, a button; empty: none.
    void setWords(const QString &title, const QString &all, const QString &empty);
    void setItems(std::vector<LinkItem> items);
    std::size_t size() const { return m_rows.size(); }

Q_SIGNALS:
    void allAsked();
    void activated(kule::LinkItem item);

protected:
    void leaveEvent(QEvent *event) override;

private:
    bool isBusyLooking() const;
    void apply();

    QLabel *m_title;
    QPushButton *m_all;
    QLabel *m_empty;
    QVBoxLayout *m_column;
    std::vector<LinkRow *> m_rows;
    std::vector<LinkItem> m_wanted;
};

} // namespace kule

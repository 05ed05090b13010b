// SPDX-License-Identifier: GPL-3.0-or-later
// A list and the detail of what is chosen in it: beside the list where the panel is wide, below it where it is narrow, in its
// place where it is low too. Remembers a size for each. Gui thread.
#pragma once
#include "base/json.h"

#include <QSplitter>

namespace kule {

class DetailSplitter : public QSplitter
{
    Q_OBJECT
public:
    DetailSplitter(QWidget *list, QWidget *detail, QWidget *parent = nullptr);

    void openDetail();
    void closeDetail();
    bool isDetailOpen() const { return m_detail->isVisibleTo(this); }

    Json saveState() const;
    void restoreState(const Json &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    double &share() { return orientation() == Qt::Horizontal ? m_wideShare : m_narrowShare; }
    void arrange();

    QWidget *m_list;
    QWidget *m_detail;
    double m_wideShare = 0.45; ///< the detail's part of the width
    double m_narrowShare = 0.5;
};

} // namespace kule

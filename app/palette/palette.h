// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: type a few letters, Enter does it. Panels, actions and settings stand there at once; jobs and fatals come in
// behind them as the engine finds them, and never push away what is chosen. Over the window, gone with Esc or a click
// beside it. Gui thread.
#pragma once
#include "palette/palettesource.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace kule {

class Palette final : public QFrame
{
    Q_OBJECT
public:
    Palette(PaletteSource &source, QWidget *window);
    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showAtHand();
    void append(const std::vector<PaletteItem> &items);
    void run();
    void step(int by);
    void place();
    void retranslate();

    PaletteSource &m_source;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_nothing;
    QStandardItemModel *m_model;
    std::vector<PaletteItem> m_items; ///< in the order of the rows
    QTimer m_pause;                   ///< of typing, before the engine is asked
    QPointer<QWidget> m_former;       ///< had the focus
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, in one second: counts, the last day against the one before, what runs and waits, the newest fatals, the
// health of the parts. Each figure leads to the panel that shows what it counts. Asks the engine anew when something
// happened, at most every two seconds, and only while it is seen. Gui thread.
#pragma once
#include "console.h"
#include "overviewwords.h"
#include "panels/panel.h"

#include <QTimer>

class QBoxLayout;
class QGridLayout;

namespace kule {

class EmptyState;
class ErrorStrip;
class FigureTile;
class HourCard;
class LinkCard;
class PanelHeader;
class StateLabel;

class OverviewPanel final : public Panel
{
    Q_OBJECT
public:
    explicit OverviewPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_new; }
    void refresh() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Tile { Running, Waiting, Failed, Succeeded, Fatals, Callbacks, tiles };

    QWidget *buildPage();
    void connectAll();
    void soon();
    void read();
    void takeJob(const Job &job);
    void say();
    void sayTiles(const Overview &overview);
    void arrange();

    Console m_console;
    QAction *m_new;
    PanelHeader *m_header;
    StateLabel *m_verdict;
    ErrorStrip *m_problem;
    QGridLayout *m_tileGrid;
    std::vector<FigureTile *> m_tiles;
    QBoxLayout *m_middle;
    QBoxLayout *m_lists;
    HourCard *m_hours;
    LinkCard *m_health;
    LinkCard *m_running;
    LinkCard *m_waiting;
    LinkCard *m_groups;
    LinkCard *m_titles;
    EmptyState *m_empty;
    QWidget *m_filled;
    OverviewPicture m_picture;
    QTimer m_soon;
    QTimer m_minute; ///< words of time grow old, the hour turns
    bool m_isReading = false;
    bool m_isStale = true;
};

} // namespace kule

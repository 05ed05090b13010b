// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram bots, and the apps on Heroku that they came from, each in a tab. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "panels/panel.h"

class QTabWidget;

namespace kule {

class BotsTab;
class HerokuTab;
class PanelHeader;

class BotsPanel final : public Panel
{
    Q_OBJECT
public:
    explicit BotsPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_new; }
    void refresh() override;
    void focusFilter() override;
    /// "new" for the form, "procfile", "heroku", "?" and a filter, a bot's id, or an id, "/" and "deliveries", "review" or "texts".
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void retranslate() override;

private:
    Console m_console;
    QAction *m_new;
    PanelHeader *m_header;
    QTabWidget *m_tabs;
    BotsTab *m_bots;
    HerokuTab *m_heroku;
};

} // namespace kule

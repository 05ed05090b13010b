// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram bots: what they are and how they do, what they say, what they sent. Gui thread; no I/O of its own.
#pragma once
#include "console.h"
#include "panels/panel.h"

namespace kule {

class BotsTab;
class PanelHeader;

class BotsPanel final : public Panel
{
    Q_OBJECT
public:
    explicit BotsPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_new; }
    void refresh() override;
    void focusFilter() override;
    /// "new" for the form, "?" and a filter, a bot's id, or an id, "/" and "deliveries", "review" or "texts".
    void show(const QString &what) override;
    bool goBack() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;

    using QWidget::show;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Console m_console;
    QAction *m_new;
    PanelHeader *m_header;
    BotsTab *m_bots;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The API as an admin sees it: where it listens, who may call it, what was asked, which callbacks are on their way.
// Gui thread.
#pragma once
#include "console.h"
#include "panels/panel.h"

class QTabWidget;

namespace kule {

class CallbacksTab;
class KeysTab;
class PanelHeader;
class RequestsTab;
class ServerCard;

class ApiPanel : public Panel
{
    Q_OBJECT
public:
    explicit ApiPanel(const Console &console, QWidget *parent = nullptr);

    QAction *mainAction() const override { return m_newKey; }
    void refresh() override;
    Json saveState() const override;
    void restoreState(const Json &state) override;
    bool goBack() override;
    /// "keys", "requests", "callbacks", or "callbacks:dead" for those that were given up.
    void show(const QString &what) override;

    using QWidget::show;

protected:
    void retranslate() override;

private:

    PanelHeader *m_header;
    ServerCard *m_server;
    QTabWidget *m_tabs;
    KeysTab *m_keys;
    RequestsTab *m_requests;
    CallbacksTab *m_callbacks;
    QAction *m_newKey;
    QAction *m_docs;
    QAction *m_openapi;
};

} // namespace kule

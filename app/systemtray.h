// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's own tray, where it has one. Asks the desktop only once an icon is wanted. Gui thread.
#pragma once
#include "tray.h"

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace kule {

class SystemTray final : public Tray
{
    Q_OBJECT
public:
    SystemTray();
    ~SystemTray() override;

    void setShown(bool isShown) override;
    bool say(const QString &title, const QString &text) override;
    void retranslate() override;

private:
    void build();

    std::unique_ptr<QMenu> m_menu; ///< outlives the icon
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QAction *m_open = nullptr;
    QAction *m_quit = nullptr;
    bool m_isWanted = false;
};

} // namespace kule

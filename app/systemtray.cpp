// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemtray.h"

#include "theme/icons.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace kule {

SystemTray::SystemTray() = default;
SystemTray::~SystemTray() = default;

void SystemTray::build()
{
    m_menu = std::make_unique<QMenu>();
    m_open = m_menu->addAction(QString());
    m_quit = m_menu->addAction(QString());
    m_icon = std::make_unique<QSystemTrayIcon>(programIcon());
    m_icon->setContextMenu(m_menu.get());
    connect(m_open, &QAction::triggered, this, &Tray::raiseAsked);
    connect(m_quit, &QAction::triggered, this, &Tray::quitAsked);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Tray::noticeClicked);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT raiseAsked();
    });
    retranslate();
}

void SystemTray::setShown(bool isShown)
{
    m_isWanted = isShown;
    if (!isShown) {
        if (m_icon)
            m_icon->hide();
        return;
    }
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return; // one may come later: say() looks again
    if (!m_icon)
        build();
    m_icon->show();
}

bool SystemTray::say(const QString &title, const QString &text)
{
    if (!m_isWanted)
        return false;
    setShown(true);
    if (!m_icon || !m_icon->isVisible() || !QSystemTrayIcon::supportsMessages())
        return false;
    m_icon->showMessage(title, text, QSystemTrayIcon::Warning);
    return true;
}

void SystemTray::retranslate()
{
    if (!m_icon)
        return;
    m_open->setText(tr("Open Kule"));
    m_quit->setText(tr("Quit Kule"));
    m_icon->setToolTip(QStringLiteral("Kule"));
}

} // namespace kule

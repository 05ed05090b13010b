// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelheader.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace kule {

PanelHeader::PanelHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_count(new QLabel)
    , m_extras(new QHBoxLayout)
    , m_main(new QPushButton)
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_name->setObjectName(QStringLiteral("panelName"));
    m_name->setFont(titleFont(font()));
    m_count->setObjectName(QStringLiteral("panelCount"));
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_count->hide();
    m_main->setObjectName(QStringLiteral("mainAction"));
    m_main->setProperty("kind", QStringLiteral("main"));
    m_main->hide();
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setProperty("kind", QStringLiteral("flat"));
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setIconSize({20, 20});
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_name);
    row->addWidget(m_count);
    row->addSpacing(space::s);
    m_extras->setSpacing(space::s);
    row->addLayout(m_extras);
    row->addStretch();
    row->addWidget(m_main);
    row->addWidget(m_more);
    setFixedHeight(32);
    m_menu->installEventFilter(this);
    m_more->hide();
    retranslate();
}

void PanelHeader::setName(const QString &name)
{
    m_name->setText(name);
}

void PanelHeader::setCount(std::optional<qint64> count)
{
    m_counted = count;
    m_count->setVisible(count.has_value());
    if (count)
        m_count->setText(QLocale().toString(*count));
}

void PanelHeader::setMainAction(QAction *action)
{
    m_action = action;
    m_main->setVisible(action != nullptr);
    if (!action)
        return;
    connect(action, &QAction::changed, this, &PanelHeader::follow);
    connect(m_main, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void PanelHeader::addWidget(QWidget *widget)
{
    m_extras->addWidget(widget);
}

void PanelHeader::follow()
{
    m_main->setText(m_action->text());
    m_main->setAccessibleName(m_action->text());
    m_main->setToolTip(m_action->toolTip());
    m_main->setEnabled(m_action->isEnabled());
}

bool PanelHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_menu && (event->type() == QEvent::ActionAdded || event->type() == QEvent::ActionRemoved))
        m_more->setVisible(!m_menu->isEmpty());
    return QWidget::eventFilter(watched, event);
}

void PanelHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PanelHeader::retranslate()
{
    m_more->setToolTip(tr("More actions"));
    m_more->setAccessibleName(tr("More actions"));
    setCount(m_counted);
}

} // namespace kule

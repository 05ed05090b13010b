// SPDX-License-Identifier: GPL-3.0-or-later
#include "rail.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QVBoxLayout>

namespace kule {

Rail::Rail(std::span<const PanelRow> rows, QWidget *parent)
    : QFrame(parent)
    , m_rows(rows)
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(railWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::m, space::s, space::m);
    column->setSpacing(space::xs);
    auto *group = new QButtonGroup(this);
    for (const PanelRow &row : rows) {
        auto *button = new QToolButton;
        const QString name = QString::fromLatin1(row.name);
        button->setObjectName(QStringLiteral("rail-") + name);
        button->setIcon(icon(QString::fromLatin1(row.icon), Token::Muted));
        button->setIconSize({20, 20});
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        group->addButton(button);
        if (row.place == PanelRow::Place::Bottom)
            column->addStretch();
        column->addWidget(button);
        m_buttons << button;
        connect(button, &QToolButton::clicked, this, [this, name] { Q_EMIT chosen(name); });
    }
    retranslate();
}

void Rail::setCurrent(const QString &panel)
{
    if (auto *button = findChild<QToolButton *>(QStringLiteral("rail-") + panel))
        button->setChecked(true);
}

void Rail::setIconsOnly(bool isIconsOnly)
{
    setFixedWidth(isIconsOnly ? railIconsWidth : railWidth);
    for (QToolButton *button : m_buttons)
        button->setToolButtonStyle(isIconsOnly ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Rail::retranslate()
{
    setAccessibleName(tr("Panels"));
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QString title = titleOf(m_rows[static_cast<std::size_t>(i)]);
        m_buttons[i]->setText(QStringLiteral("  ") + title);
        m_buttons[i]->setAccessibleName(title);
        m_buttons[i]->setToolTip(tr("%1 (Ctrl+%2)").arg(title).arg(i + 1));
    }
}

} // namespace kule

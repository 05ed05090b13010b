// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkcard.h"

#include "theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {

LinkCard::LinkCard(const char *name, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_all(new QPushButton)
    , m_empty(new QLabel)
    , m_column(new QVBoxLayout)
{
    setObjectName(QString::fromLatin1(name));
    setProperty("kind", QStringLiteral("card"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setFont(strongFont(font()));
    m_all->setObjectName(objectName() + QStringLiteral("All"));
    m_all->setProperty("kind", QStringLiteral("link"));
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setObjectName(objectName() + QStringLiteral("Empty"));
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(space::s, space::xs, space::s, space::s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, 0, 0, 0);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xs, space::s, space::xs, space::xs);
    column->setSpacing(space::xs);
    column->addLayout(head);
    column->addWidget(m_empty);
    m_column->setSpacing(0);
    column->addLayout(m_column);
    column->addStretch();
    connect(m_all, &QPushButton::clicked, this, &LinkCard::allAsked);
}

void LinkCard::setWords(const QString &title, const QString &all, const QString &empty)
{
    m_title->setText(title);
    m_all->setText(all);
    m_all->setAccessibleName(QStringLiteral("%1: %2").arg(title, all));
    m_all->setVisible(!all.isEmpty());
    m_empty->setText(empty);
}

void LinkCard::setItems(std::vector<LinkItem> items)
{
    m_wanted = std::move(items);
    if (!isBusyLooking())
        return apply();
    for (LinkRow *row : m_rows) {
        const auto item = std::find_if(m_wanted.begin(), m_wanted.end(), [row](const LinkItem &wanted) { return wanted.key == row->item().key; });
        if (item != m_wanted.end())
            row->setItem(*item);
    }
}

bool LinkCard::isBusyLooking() const
{
    return !m_rows.empty() && (underMouse() || isAncestorOf(QApplication::focusWidget()));
}

void LinkCard::apply()
{
    while (m_rows.size() > m_wanted.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < m_wanted.size()) {
        auto *row = new LinkRow;
        row->setObjectName(QStringLiteral("%1-%2").arg(objectName()).arg(m_rows.size()));
        m_column->addWidget(row);
        setTabOrder(m_rows.empty() ? static_cast<QWidget *>(m_all) : m_rows.back(), row); // it came later than what stands below
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT activated(row->item()); });
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setItem(m_wanted[i]);
    m_empty->setVisible(m_rows.empty());
}

void LinkCard::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    if (!isBusyLooking())
        apply();
}

} // namespace kule

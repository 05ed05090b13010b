// SPDX-License-Identifier: GPL-3.0-or-later
#include "rail.h"

#include "theme/icons.h"
#include "theme/statelook.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr int markSide = 10;
}

void RailButton::setTrouble(int count)
{
    m_trouble = count;
    update();
}

void RailButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_trouble == 0)
        return;
    QPainter painter(this);
    const QColor ink = color(Token::Failed, QApplication::palette()); // its own is the style sheet's
    if (toolButtonStyle() == Qt::ToolButtonIconOnly) {
        paintGlyph(painter, QRectF(width() - markSide - space::xs, space::xs, markSide, markSide), Glyph::Triangle, ink);
        return;
    }
    const QString count = QLocale().toString(m_trouble);
    const int words = fontMetrics().horizontalAdvance(count);
    QRect box(width() - space::s - words, 0, words, height());
    QRectF mark(box.left() - space::xs - markSide, (height() - markSide) / 2.0, markSide, markSide);
    if (isRightToLeft()) {
        box.moveLeft(space::s + markSide + space::xs);
        mark.moveLeft(space::s);
    }
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignVCenter, count);
    paintGlyph(painter, mark, Glyph::Triangle, ink);
}

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
        auto *button = new RailButton;
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

void Rail::setTrouble(const QString &panel, int count)
{
    if (auto *button = findChild<RailButton *>(QStringLiteral("rail-") + panel)) {
        button->setTrouble(count);
        retranslate();
    }
}

void Rail::setIconsOnly(bool isIconsOnly)
{
    setFixedWidth(isIconsOnly ? railIconsWidth : railWidth);
    for (RailButton *button : m_buttons)
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
        const QString shortcut = tr("%1 (Ctrl+%2)").arg(title).arg(i + 1);
        if (const int trouble = m_buttons[i]->trouble()) {
            const QString needed = tr("%Ln need(s) you", nullptr, trouble);
            m_buttons[i]->setAccessibleName(tr("%1, %2").arg(title, needed));
            m_buttons[i]->setToolTip(tr("%1: %2").arg(shortcut, needed));
        } else {
            m_buttons[i]->setAccessibleName(title);
            m_buttons[i]->setToolTip(shortcut);
        }
    }
}

} // namespace kule

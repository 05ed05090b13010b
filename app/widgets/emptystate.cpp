// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/copybutton.h"
#include "widgets/elidedlabel.h"

#include <QFrame>
#include <QPainter>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {

/// Follows the theme, which a pixmap would not.
class IconLabel final : public QWidget
{
public:
    explicit IconLabel(const QIcon &icon)
        : m_icon(icon)
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel)
    , m_action(new QPushButton)
    , m_links(new QHBoxLayout)
    , m_line(new QFrame)
    , m_command(new ElidedLabel(Qt::ElideRight))
    , m_copy(new CopyButton([this] { return m_command->text(); }))
{
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(200);
    m_sentence->setMaximumWidth(440);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->hide();
    m_command->setObjectName(QStringLiteral("emptyCommand"));
    m_command->setFont(codeFont(font()));
    m_line->setProperty("kind", QStringLiteral("card"));
    m_line->setMaximumWidth(640);
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(space::m, space::xs, space::xs, space::xs);
    row->setSpacing(space::s);
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    m_line->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::l);
    column->addStretch(2);
    column->addWidget(new IconLabel(icon(iconName, Token::Muted)), 0, Qt::AlignHCenter);
    // Not by alignment: a label that wraps would be given the height of one line then.
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 100);
    sentenceRow->addStretch(1);
    column->addLayout(sentenceRow);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    m_links->setSpacing(space::xl);
    m_links->addStretch();
    m_links->addStretch();
    column->addLayout(m_links);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(m_line, 8);
    centre->addStretch(1);
    column->addLayout(centre);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setActionText(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

QPushButton *EmptyState::addLink(const char *objectName)
{
    auto *link = new QPushButton;
    link->setObjectName(QString::fromLatin1(objectName));
    link->setProperty("kind", QStringLiteral("link"));
    link->setCursor(Qt::PointingHandCursor);
    m_links->insertWidget(m_links->count() - 1, link);
    return link;
}

void EmptyState::setCommand(const QString &command)
{
    m_command->setText(command);
    m_line->setVisible(!command.isEmpty());
    m_copy->setPurpose(tr("Copy command"));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factlist.h"

#include "theme/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace kule {

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const std::vector<Fact> &facts)
{
    size_t row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        if (row == m_lines.size()) {
            const Line line{new QLabel, new QLabel};
            line.name->setProperty("kind", QStringLiteral("muted"));
            line.name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            line.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            line.value->setTextFormat(Qt::PlainText);
            line.value->setWordWrap(true);
            line.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            m_grid->addWidget(line.name, static_cast<int>(row), 0);
            m_grid->addWidget(line.value, static_cast<int>(row), 1);
            m_lines.push_back(line);
        }
        const Line &line = m_lines[row++];
        line.name->setText(fact.name);
        if (line.value->text() != fact.value)
            line.value->setText(fact.value);
        line.value->setFont(fact.kind == Fact::Kind::Code ? codeFont(font()) : font());
        line.value->setToolTip(fact.tip);
        line.value->setAccessibleName(fact.name);
        line.name->show();
        line.value->show();
    }
    for (; row < m_lines.size(); ++row) {
        m_lines[row].name->hide();
        m_lines[row].value->hide();
        m_lines[row].value->clear();
    }
}

QString FactList::valueOf(const QString &name) const
{
    for (const Line &line : m_lines) {
        if (line.name->text() == name && !line.value->isHidden())
            return line.value->text();
    }
    return {};
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/argumentsview.h"

#include "theme/theme.h"
#include "widgets/codeview.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace kule {

ArgumentsView::ArgumentsView(const QString &owner, QWidget *parent)
    : QWidget(parent)
    , m_argsName(new QLabel)
    , m_args(new CodeView)
    , m_kwargsName(new QLabel)
    , m_kwargs(new CodeView)
{
    m_args->setObjectName(owner + QStringLiteral("Args"));
    m_kwargs->setObjectName(owner + QStringLiteral("Kwargs"));
    m_argsName->setFont(strongFont(font()));
    m_kwargsName->setFont(strongFont(font()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_argsName);
    column->addWidget(m_args, 1);
    column->addSpacing(space::s);
    column->addWidget(m_kwargsName);
    column->addWidget(m_kwargs, 1);
    retranslate();
}

void ArgumentsView::setArguments(const Json *args, const Json *kwargs)
{
    const auto pretty = [](const Json *json) { return json ? QString::fromUtf8(dumpJson(*json, 2)) : QString(); };
    m_args->setCode(pretty(args));
    m_kwargs->setCode(pretty(kwargs));
}

void ArgumentsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ArgumentsView::retranslate()
{
    m_argsName->setText(tr("Arguments"));
    m_kwargsName->setText(tr("Named arguments"));
    m_args->setLabel(m_argsName->text());
    m_kwargs->setLabel(m_kwargsName->text());
}

} // namespace kule

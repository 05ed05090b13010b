// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/confirm.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr int leastWidth = 400;
}

Confirm *Confirm::ask(QWidget *parent, Words words, std::function<void()> yes)
{
    auto *dialog = new Confirm(parent, words);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [yes = std::move(yes)] { yes(); });
    dialog->open();
    return dialog;
}

Confirm::Confirm(QWidget *parent, const Words &words)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("confirm"));
    setWindowTitle(words.effect);
    auto *question = new QLabel(words.question);
    question->setObjectName(QStringLiteral("confirmQuestion"));
    question->setFont(strongFont(font()));
    question->setWordWrap(true);
    auto *detail = new QLabel(words.detail);
    detail->setObjectName(QStringLiteral("confirmDetail"));
    detail->setWordWrap(true);
    detail->setProperty("kind", QStringLiteral("muted"));
    auto *no = new QPushButton(tr("Cancel"));
    no->setObjectName(QStringLiteral("confirmNo"));
    no->setAccessibleName(no->text());
    no->setDefault(true);
    auto *yes = new QPushButton(words.effect);
    yes->setObjectName(QStringLiteral("confirmYes"));
    yes->setAccessibleName(words.effect);
    yes->setProperty("kind", words.effectIs == Effect::Destructive ? QStringLiteral("danger") : QStringLiteral("main"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(question);
    column->addWidget(detail);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    for (QLabel *label : {question, detail}) {
        label->setMinimumWidth(leastWidth - 2 * space::xl); // else the height is reckoned for a narrower dialog
        label->setTextFormat(Qt::PlainText);                // names are in it
    }
    no->setFocus();
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace kule

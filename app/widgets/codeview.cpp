// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeview.h"

#include "theme/theme.h"
#include "widgets/copybutton.h"

#include <QScrollBar>

namespace kule {

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_copy(new CopyButton([this] { return toPlainText(); }, this))
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(codeFont(font()));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->hide();
    setViewportMargins(0, 0, m_copy->sizeHint().width() + space::xs, 0); // the button stands beside the code, not on it
}

void CodeView::setCode(const QString &code)
{
    if (code == toPlainText())
        return;
    setPlainText(code);
    m_copy->setVisible(!code.isEmpty());
}

void CodeView::setLabel(const QString &name)
{
    setAccessibleName(name);
    m_copy->setPurpose(tr("Copy: %1").arg(name));
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_copy->adjustSize();
    m_copy->move(viewport()->geometry().right() + space::xs, viewport()->geometry().top() + space::xs);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracebackview.h"

#include "theme/theme.h"

#include <QEvent>
#include <QTextBlock>

namespace kule {

void TracebackView::setTraceback(const QString &traceback, const QSet<QString> &ownFiles)
{
    m_lines = linesOf(traceback, ownFiles);
    QStringList texts;
    for (const TracebackLine &line : m_lines)
        texts += line.text;
    setCode(texts.join(u'\n'));
    paintParts();
}

void TracebackView::paintParts()
{
    size_t i = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && i < m_lines.size(); block = block.next(), ++i) {
        const TracebackPart part = m_lines[i].part;
        QTextCharFormat format;
        format.setForeground(color(part == TracebackPart::Error ? Token::Failed : part == TracebackPart::OwnFrame ? Token::Text : Token::Muted, palette()));
        format.setFontWeight(part == TracebackPart::Error || part == TracebackPart::OwnFrame ? QFont::DemiBold : QFont::Normal);
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setCharFormat(format);
    }
}

void TracebackView::changeEvent(QEvent *event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintParts();
}

} // namespace kule

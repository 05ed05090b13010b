// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatpreview.h"

#include "theme/theme.h"
#include "words/botwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kule {
namespace {
constexpr int widestBubble = 340;
constexpr int leastRoom = 240; ///< what there is in the narrowest pane
}

ChatPreview::ChatPreview(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
    , m_column(new QVBoxLayout(m_page))
{
    m_page->setProperty("kind", QStringLiteral("page"));
    m_column->setContentsMargins(space::s, space::s, space::s, space::s);
    m_column->setSpacing(space::s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_page);
}

void ChatPreview::setLines(const std::vector<Line> &lines, const QString &note)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList all;
    if (!note.isEmpty()) {
        auto *label = new QLabel(note);
        label->setProperty("kind", QStringLiteral("caption"));
        label->setFont(captionFont(font()));
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    for (const Line &line : lines) {
        m_column->addWidget(bubbleOf(line));
        all << line.text << line.buttons;
    }
    m_column->addStretch();
    m_text = all.join(u'\n');
    setAccessibleDescription(m_text.left(2000));
}

QWidget *ChatPreview::bubbleOf(const Line &line)
{
    const bool isMine = line.who == Line::Who::Person;
    auto *frame = new QFrame;
    frame->setProperty("kind", isMine ? QStringLiteral("bubbleMine") : QStringLiteral("bubble"));
    auto *words = new QLabel(line.text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setMaximumWidth(widestBubble);
    int longest = 0;
    for (const QString &part : line.text.left(4096).split(u'\n'))
        longest = std::max(longest, words->fontMetrics().horizontalAdvance(part.left(200)));
    words->setMinimumWidth(std::min(longest + 2, leastRoom)); // a label that wraps asks for less than it needs
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(space::m, space::s, space::m, space::s);
    inside->setSpacing(space::s);
    inside->addWidget(words);
    if (!line.buttons.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::s);
        for (const QString &button : line.buttons) {
            auto *label = new QLabel(button);
            label->setTextFormat(Qt::PlainText);
            label->setAlignment(Qt::AlignCenter);
            label->setProperty("kind", QStringLiteral("chatButton"));
            row->addWidget(label, 1);
        }
        inside->addLayout(row);
    }
    auto *whole = new QWidget;
    auto *side = new QHBoxLayout(whole);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(space::xl);
    if (isMine)
        side->addStretch(1);
    side->addWidget(frame);
    if (!isMine)
        side->addStretch(1);
    return whole;
}

std::vector<ChatPreview::Line> linesOf(const std::vector<Outgoing> &messages)
{
    std::vector<ChatPreview::Line> lines;
    for (const Outgoing &message : messages) {
        ChatPreview::Line line{ChatPreview::Line::Who::Bot, message.what == Outgoing::What::Copy ? contentOf(message) : message.text, {}};
        for (const InlineRow &row : message.buttons) {
            for (const InlineButton &button : row)
                line.buttons << button.text;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as a chat shows them: what a person writes at one side, what the bot says at the other, its buttons beneath. Takes
// texts of any language and length as plain text. Gui thread; sends nothing.
#pragma once
#include "bots/delivery.h"

#include <QScrollArea>

class QVBoxLayout;

namespace kule {

class ChatPreview final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChatPreview(QWidget *parent = nullptr);

    struct Line
    {
        enum class Who { Person, Bot } who = Who::Bot;
        QString text;
        QStringList buttons;
    };
    /// note: above all, such as "as chats in Turkish see it"; empty: none.
    void setLines(const std::vector<Line> &lines, const QString &note = {});
    /// All that is to be read, one message a line; for tests and screen readers.
    QString text() const { return m_text; }

private:
    QWidget *bubbleOf(const Line &line);

    QWidget *m_page;
    QVBoxLayout *m_column;
    QString m_text;
};

/// What the bot says, as lines of a preview. A copy has no text of its own: it is named.
std::vector<ChatPreview::Line> linesOf(const std::vector<Outgoing> &messages);

} // namespace kule

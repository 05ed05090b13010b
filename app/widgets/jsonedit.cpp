// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jsonedit.h"

#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace kule {

JsonEdit::JsonEdit(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_edit(new QPlainTextEdit)
    , m_error(new QLabel)
{
    m_edit->setObjectName(QStringLiteral("jsonText"));
    m_edit->setFont(codeFont(font()));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(shape == Shape::Array ? QStringLiteral("[]") : shape == Shape::Object ? QStringLiteral("{}") : QString());
    m_error->setObjectName(QStringLiteral("jsonError"));
    m_error->setProperty("kind", QStringLiteral("error"));
    m_error->setFont(captionFont(font()));
    m_error->setWordWrap(true);
    m_error->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_edit, 1);
    column->addWidget(m_error);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        check();
        Q_EMIT edited();
    });
    check();
}

void JsonEdit::setLabel(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void JsonEdit::setText(const QString &text)
{
    m_edit->setPlainText(text);
}

QString JsonEdit::text() const
{
    return m_edit->toPlainText();
}

void JsonEdit::check()
{
    const QByteArray text = m_edit->toPlainText().toUtf8();
    JsonProblem problem{JsonProblem::What::Malformed, 0};
    auto value = text.trimmed().isEmpty() ? std::optional(m_shape == Shape::Array ? Json::array() : m_shape == Shape::Object ? Json::object() : Json())
                                          : parseJson(text, &problem);
    QString sentence;
    QList<QTextEdit::ExtraSelection> marks;
    if (!value) {
        // The parser counts bytes up to and with the one that it could not take; the document counts UTF-16 units.
        const qsizetype bytes = std::clamp<qsizetype>(problem.offset - 1, 0, text.size());
        const int at = static_cast<int>(QString::fromUtf8(text.left(bytes)).size());
        QTextCursor place(m_edit->document());
        place.setPosition(std::min(at, std::max(0, m_edit->document()->characterCount() - 1)));
        sentence = problem.what == JsonProblem::What::TooDeep
            ? tr("This is nested too deeply: %1 levels at most.").arg(maxJsonDepth)
            : tr("This is not JSON yet: look at line %1, column %2.").arg(place.blockNumber() + 1).arg(place.positionInBlock() + 1);
        if (place.atEnd())
            place.movePosition(QTextCursor::PreviousCharacter);
        place.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        QTextEdit::ExtraSelection mark;
        mark.cursor = place;
        const QColor failed = color(Token::Failed, palette());
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(failed);
        mark.format.setBackground(mix(color(Token::Surface, palette()), failed, 0.2));
        marks << mark;
    } else if (m_shape == Shape::Array && !value->is_array()) {
        value.reset();
        sentence = tr("This must be a list, such as [1, \"two\"].");
    } else if (m_shape == Shape::Object && !value->is_object()) {
        value.reset();
        sentence = tr("This must be an object, such as {\"name\": \"value\"}.");
    }
    const bool wasValid = m_value.has_value();
    m_value = std::move(value);
    m_edit->setExtraSelections(marks);
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    setLook(m_edit, "wrong", !sentence.isEmpty());
    if (m_value.has_value() != wasValid)
        Q_EMIT validityChanged(m_value.has_value());
}

void JsonEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        check();
    QWidget::changeEvent(event);
}

} // namespace kule

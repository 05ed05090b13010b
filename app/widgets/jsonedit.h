// SPDX-License-Identifier: GPL-3.0-or-later
// An editor for a JSON value of one shape. Says beneath itself what is wrong and marks the place; an empty text is the
// empty value of the shape. Gui thread.
#pragma once
#include "base/json.h"

#include <QPlainTextEdit>

class QLabel;

namespace kule {

class JsonEdit : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Array, Object, Any };

    explicit JsonEdit(Shape shape, QWidget *parent = nullptr);
    /// For screen readers; the visible label is the form's.
    void setLabel(const QString &name);
    void setText(const QString &text);
    QString text() const;
    /// Nothing while the text is not a value of the shape.
    std::optional<Json> value() const { return m_value; }
    bool isValid() const { return m_value.has_value(); }
    /// What label buddies and tab orders point to.
    QPlainTextEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void validityChanged(bool isValid);
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();

    Shape m_shape;
    QPlainTextEdit *m_edit;
    QLabel *m_error;
    std::optional<Json> m_value;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way: shortened with … where room ends, whole in its tooltip. Gui thread.
#pragma once
#include <QFrame>

namespace kule {

class ElidedLabel : public QFrame
{
    Q_OBJECT
public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
    QString m_text;
};

} // namespace kule

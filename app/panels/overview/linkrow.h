// SPDX-License-Identifier: GPL-3.0-or-later
// One line of an overview's card as a button: a state, a title, beneath it a remark, at the right a word or how far it is.
// Gui thread.
#pragma once
#include "theme/statelook.h"

#include <QAbstractButton>

#include <optional>

namespace kule {

struct LinkItem
{
    QString key; ///< of two items the same key is the same object
    StateLook look;
    QString title;
    QString remark;
    QString aside;                  ///< at the right
    std::optional<double> progress; ///< 0 … 100, drawn before aside
    QString tip;
    QString panel; ///< where it leads, and to what there
    QString what;
    bool operator==(const LinkItem &) const = default;
};

class LinkRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkRow(QWidget *parent = nullptr);
    void setItem(LinkItem item);
    const LinkItem &item() const { return m_item; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintProgress(QPainter &painter, const QRectF &track) const;

    LinkItem m_item;
};

/// The ground of a tile: surface, border, focus ring, what a pointer over it and a press look like.
void paintCard(QPainter &painter, const QAbstractButton &button);

} // namespace kule

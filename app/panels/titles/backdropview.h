// SPDX-License-Identifier: GPL-3.0-or-later
// A title's picture: asked of the engine, decoded on a pool, painted to the width there is. While it is on its way, and
// where there is none, a quiet ground stands in its place, so that nothing below it jumps. Gui thread; no I/O.
#pragma once
#include "titles/titleservice.h"

#include <QImage>
#include <QThreadPool>
#include <QWidget>

namespace kule {

class BackdropView final : public QWidget
{
    Q_OBJECT
public:
    explicit BackdropView(TitleService &titles, QWidget *parent = nullptr);

    /// Asks for it, unless it is shown or on its way. hasPicture: whether the title names one.
    void show(const TitleKey &key, const QString &url);
    void clear();
    /// For screen readers: whose picture it is.
    void setName(const QString &name) { setAccessibleName(name); }
    /// At most so many pixels high.
    void setTallest(int pixels);
    bool hasPicture() const { return !m_picture.isNull(); }
    const QString &remark() const { return m_remark; }

    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void shape();
    void arrive(const Result<Backdrop> &backdrop, int asked);
    void decoded(const Result<QImage> &picture, int asked);

    TitleService &m_titles;
    QThreadPool m_decoding;
    QString m_url;
    QImage m_picture;
    QPixmap m_scaled; ///< to the size there is
    QString m_remark; ///< why there is none
    int m_asked = 0;
    int m_tallest;
    bool m_isComing = false;
};

/// At most 1600 pixels wide; fails with title.backdrop_unreadable. For a pool: looks for plugins on the disk.
Result<QImage> decodePicture(const QByteArray &bytes);

} // namespace kule

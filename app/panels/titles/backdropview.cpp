// SPDX-License-Identifier: GPL-3.0-or-later
#include "backdropview.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/words.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

namespace kule {
namespace {

constexpr int mostWidth = 1600;             // pixels
constexpr qint64 mostPixels = 40'000'000;   // of a picture that is decoded at all
constexpr double widthByHeight = 16.0 / 9;
constexpr int tallest = 236;
constexpr int lowest = 96;
constexpr int iconSide = 32;

Error unreadable()
{
    return {ErrorKind::Broken, "title.backdrop_unreadable", text(QT_TRANSLATE_NOOP("Engine", "The picture that came cannot be read.")), nullptr, std::nullopt};
}

} // namespace

Result<QImage> decodePicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > mostPixels)
        return fail(unreadable());
    if (size.width() > mostWidth)
        reader.setScaledSize(size.scaled(mostWidth, size.height(), Qt::KeepAspectRatio));
    QImage picture = reader.read();
    if (picture.isNull())
        return fail(unreadable());
    return std::move(picture).convertToFormat(QImage::Format_RGB32);
}

BackdropView::BackdropView(TitleService &titles, QWidget *parent)
    : QWidget(parent)
    , m_titles(titles)
    , m_tallest(tallest)
{
    m_decoding.setMaxThreadCount(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    shape();
}

void BackdropView::show(const TitleKey &key, const QString &url)
{
    if (!m_url.isEmpty() && url == m_url)
        return;
    clear();
    m_url = url;
    if (url.isEmpty()) {
        m_remark = tr("The page shows no picture");
        return;
    }
    m_isComing = true;
    whenDone(m_titles.backdrop(key), this, [this, asked = m_asked](const Result<Backdrop> &backdrop) { arrive(backdrop, asked); });
}

void BackdropView::clear()
{
    ++m_asked;
    m_url.clear();
    m_picture = {};
    m_scaled = {};
    m_remark.clear();
    m_isComing = false;
    setToolTip({});
    update();
}

void BackdropView::arrive(const Result<Backdrop> &backdrop, int asked)
{
    if (asked != m_asked)
        return;
    if (!backdrop)
        return decoded(fail(backdrop.error()), asked);
    whenDone(onPool(m_decoding, [bytes = backdrop->bytes] { return decodePicture(bytes); }), this,
             [this, asked](const Result<QImage> &picture) { decoded(picture, asked); });
}

void BackdropView::decoded(const Result<QImage> &picture, int asked)
{
    if (asked != m_asked)
        return;
    m_isComing = false;
    m_picture = picture.value_or(QImage());
    m_remark = picture ? QString() : sentenceOf(picture.error());
    setToolTip(m_remark);
    update();
}

void BackdropView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shape();
}

void BackdropView::setTallest(int pixels)
{
    m_tallest = std::clamp(pixels, lowest, tallest);
    shape();
}

void BackdropView::shape()
{
    setFixedHeight(std::max(lowest, std::min(m_tallest, static_cast<int>(width() / widthByHeight))));
    m_scaled = {};
}

void BackdropView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath corners;
    corners.addRoundedRect(box, 6, 6);
    if (!m_picture.isNull()) {
        const QSize wanted = size() * devicePixelRatioF();
        if (m_scaled.size() != wanted) {
            const QImage covering = m_picture.scaled(wanted, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
            const QPoint corner((covering.width() - wanted.width()) / 2, (covering.height() - wanted.height()) / 3); // heads are above the middle
            m_scaled = QPixmap::fromImage(covering.copy(QRect(corner, wanted)));
        }
        painter.setClipPath(corners);
        painter.drawPixmap(rect(), m_scaled);
        painter.setClipping(false);
        painter.setPen(color(Token::Border, palette()));
        painter.drawPath(corners);
        return;
    }
    painter.setPen(color(Token::Border, palette()));
    painter.setBrush(mix(color(Token::Surface, palette()), color(Token::Muted, palette()), 0.06));
    painter.drawPath(corners);
    const QRect middle(0, height() / 2 - iconSide, width(), iconSide);
    icon(QStringLiteral("titles"), Token::Muted).paint(&painter, QRect((width() - iconSide) / 2, middle.top(), iconSide, iconSide));
    painter.setFont(captionFont(font()));
    painter.setPen(color(Token::Muted, palette()));
    const QString words = m_isComing ? tr("The picture is coming…") : m_remark;
    painter.drawText(QRect(space::l, middle.bottom() + space::xs, width() - 2 * space::l, height() / 2 - space::s), static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, words);
}

} // namespace kule

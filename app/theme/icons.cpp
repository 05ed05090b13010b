// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kule {
namespace {

class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    QIconEngine *clone() const override { return new TokenIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatio();
        QPixmap drawn = pixmap(QSize(rect.size() * ratio), mode, state);
        drawn.setDevicePixelRatio(1);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QColor ink = inkOf(mode, state);
        const QString key = QStringLiteral("kule/%1/%2/%3x%4").arg(m_name, ink.name()).arg(size.width()).arg(size.height());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (size.isEmpty() || !file.open(QIODevice::ReadOnly))
            return {};
        QSvgRenderer renderer(file.readAll().replace("currentColor", ink.name().toLatin1()));
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(QPointF(0, 0), size));
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(scale) // size is in device pixels already
        return pixmap(size, mode, state);
    }

    bool isNull() override { return !QFile::exists(QStringLiteral(":/icons/%1.svg").arg(m_name)); }

private:
    QColor inkOf(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        if (state == QIcon::On && m_token != Token::OnAccent)
            return color(Token::Accent, palette);
        return color(m_token, palette);
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    return QIcon(new TokenIconEngine(name, token));
}

QIcon programIcon()
{
    return icon(QStringLiteral("kule"));
}

} // namespace kule

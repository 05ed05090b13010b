// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/icons.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QWidget>

#include <algorithm>

namespace kule {
namespace {

constexpr int bodyPixels = 13;

/// Fusion with our icons in the few places where Qt brings its own, which it would read through plugins from the disk.
class Style final : public QProxyStyle
{
public:
    Style()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override
    {
        return which == SP_LineEditClearButton ? icon(QStringLiteral("close"), Token::Muted) : QProxyStyle::standardIcon(which, option, widget);
    }
};

QFont sized(const QFont &body, int difference)
{
    QFont font = body;
    font.setPixelSize(std::max(9, QFontInfo(body).pixelSize() + difference));
    return font;
}

} // namespace

ThemeChoice themeChoiceOf(const QString &word)
{
    if (word == QLatin1String("light"))
        return ThemeChoice::Light;
    return word == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QColor color(Token token, const QPalette &palette)
{
    return QColor::fromRgb(rgbOf(token, schemeOf(palette)));
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto between = [share](int from, int to) { return from + qRound((to - from) * share); };
    return QColor(between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue()));
}

QFont captionFont(const QFont &body)
{
    return sized(body, -2);
}

QFont titleFont(const QFont &body)
{
    QFont font = sized(body, +3);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strongFont(const QFont &body)
{
    QFont font = body;
    font.setWeight(QFont::DemiBold);
    return font;
}

void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QFont codeFont(const QFont &body)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(std::max(9, QFontInfo(body).pixelSize() - 1));
    return font;
}

QPalette paletteOf(Scheme scheme)
{
    const auto of = [scheme](Token token) { return QColor::fromRgb(rgbOf(token, scheme)); };
    const QColor ground = of(Token::Background);
    const QColor surface = of(Token::Surface);
    const QColor border = of(Token::Border);
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, mix(surface, ground, 0.6));
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ToolTipBase, surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, of(Token::Text));
    palette.setColor(QPalette::PlaceholderText, of(Token::Muted));
    palette.setColor(QPalette::Highlight, of(Token::Accent));
    palette.setColor(QPalette::HighlightedText, of(Token::OnAccent));
    palette.setColor(QPalette::Link, of(Token::Accent));
    palette.setColor(QPalette::LinkVisited, of(Token::Accent));
    palette.setColor(QPalette::Light, mix(surface, border, 0.3));
    palette.setColor(QPalette::Midlight, mix(surface, border, 0.5));
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, mix(border, of(Token::Muted), 0.4));
    palette.setColor(QPalette::Shadow, of(Token::Muted));
    const QColor faded = mix(of(Token::Muted), ground, 0.35);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border);
    return palette;
}

Theme::Theme(QApplication &application, ThemeChoice choice)
    : QObject(&application)
    , m_application(application)
    , m_choice(choice)
    , m_system(schemeOf(application.palette()))
{
    m_application.setStyle(new Style);
    QFont body = m_application.font();
    body.setPixelSize(std::max(bodyPixels, QFontInfo(body).pixelSize()));
    m_application.setFont(body);
    m_application.installEventFilter(this);
    apply();
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Our own setPalette sends this event too; only a change that comes from outside tells what the system wants.
    if (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application && !m_isApplying) {
        const Scheme system = schemeOf(m_application.palette());
        if (system != m_scheme) {
            m_system = system;
            m_isApplied = false;
            QMetaObject::invokeMethod(this, &Theme::apply, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const Scheme wanted = m_choice == ThemeChoice::System ? m_system
        : m_choice == ThemeChoice::Dark                   ? Scheme::Dark
                                                          : Scheme::Light;
    if (m_isApplied && wanted == m_scheme)
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    m_scheme = wanted;
    m_isApplied = true;
    m_application.setPalette(paletteOf(wanted));
    m_application.setStyleSheet(styleSheetOf(wanted));
    Q_EMIT changed(wanted);
}

} // namespace kule

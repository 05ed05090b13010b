// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with our palette and one stylesheet, both built from the tokens; light, dark or as the system is, switched live.
// Widgets that paint by themselves ask color() with their own palette, so they need no reference to this. Gui thread.
#pragma once
#include "theme/tokens.h"

#include <QApplication>
#include <QColor>
#include <QFont>
#include <QPalette>

namespace kule {

enum class ThemeChoice { System, Light, Dark };
/// "system", "light", "dark" as the setting says; System for every other word.
ThemeChoice themeChoiceOf(const QString &word);

/// The token's colour in the scheme that the palette shows.
QColor color(Token token, const QPalette &palette);
Scheme schemeOf(const QPalette &palette);
/// share 0: all a, 1: all b.
QColor mix(const QColor &a, const QColor &b, double share);

/// Accent's part in the ground of a selected row: text and states stay legible on it.
inline constexpr double selectionShare = 0.1;

QFont captionFont(const QFont &body);
QFont titleFont(const QFont &body);
QFont strongFont(const QFont &body);
/// Monospace of the body's size: code, ids, logs, JSON.
QFont codeFont(const QFont &body);

QPalette paletteOf(Scheme scheme);
QString styleSheetOf(Scheme scheme);
/// Sets a property that the style sheet looks at ("kind", "wrong"), and has the widget look so.
void setLook(QWidget *widget, const char *property, const QVariant &value);

class Theme : public QObject
{
    Q_OBJECT
public:
    /// Puts the style, font and palette into the application. Build it before the first widget.
    explicit Theme(QApplication &application, ThemeChoice choice = ThemeChoice::System);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed(kule::Scheme scheme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice;
    Scheme m_system = Scheme::Light;
    Scheme m_scheme = Scheme::Light;
    bool m_isApplied = false;
    bool m_isApplying = false;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The one stylesheet. It names colours by token ($Accent) and tints ($Hover, $Selected, $Pressed), never by value, and sets
// no font sizes: those come from the fonts in theme.h, so that a larger system font enlarges everything. It names no image
// by url: reading one would look for plugins on the disk. Fields get no text colour here but from the palette: a sheet that
// sets it fades their placeholders to half of it.
#include "theme/theme.h"

namespace kule {
namespace {

constexpr const char *sheet = R"(
* { outline: none; }
QToolTip { background: $Surface; color: $Text; border: 1px solid $Border; padding: 4px; }

QPushButton, QToolButton { background: $Surface; color: $Text; border: 1px solid $Border; border-radius: 6px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover, QToolButton:hover { background: $Hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:open { background: $Pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $Accent; padding: 3px 11px; }
QPushButton:disabled, QToolButton:disabled { color: $Faded; background: $Background; }
QPushButton[kind="main"] { background: $Accent; color: $OnAccent; border: 1px solid $Accent; font-weight: 600; }
QPushButton[kind="main"]:hover { background: $AccentHover; border-color: $AccentHover; }
QPushButton[kind="main"]:pressed { background: $AccentPressed; }
QPushButton[kind="main"]:focus { border: 2px solid $Text; }
QPushButton[kind="main"]:disabled { background: $Border; border-color: $Border; color: $Muted; }
QPushButton[kind="danger"] { background: $Failed; color: $OnAccent; border: 1px solid $Failed; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid $Text; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $Accent; padding: 2px 0; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $Accent; }
QToolButton[kind="flat"] { background: transparent; border: 2px solid transparent; padding: 3px; }
QToolButton[kind="flat"]:hover { background: $Hover; }
QToolButton[kind="flat"]:pressed, QToolButton[kind="flat"]:open, QToolButton[kind="flat"]:checked { background: $Pressed; }
QToolButton[kind="flat"]:focus { border-color: $Accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox { background: $Surface; border: 1px solid $Border; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $Accent; selection-color: $OnAccent; }
QLineEdit, QSpinBox, QComboBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus { border: 2px solid $Accent; padding: 3px 7px; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { background: $Background; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $Failed; padding: 3px 7px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox QAbstractItemView, QListView[kind="popup"] { background: $Surface; border: 1px solid $Border; selection-background-color: $Selected; selection-color: $Text; padding: 4px; }
QComboBox QAbstractItemView::item, QListView[kind="popup"]::item { min-height: 24px; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected, QListView[kind="popup"]::item:selected { background: $Selected; color: $Text; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover, QListView[kind="popup"]::item:hover { background: $Hover; border-radius: 4px; }
QFrame#palette QListView { border: none; }
QCheckBox { spacing: 8px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $Accent; }

QTableView, QTreeView, QListWidget { background: $Surface; border: 1px solid $Border; border-radius: 6px; gridline-color: transparent;
    selection-background-color: $Selected; selection-color: $Text; alternate-background-color: $Surface; }
QTableView:focus, QTreeView:focus, QListWidget:focus { border: 1px solid $Accent; }
QTableView::item, QTreeView::item { padding: 0 5px; border: none; }
QListWidget::item { padding: 4px 6px; border: none; border-radius: 4px; }
QTableView::item:hover, QTreeView::item:hover, QListWidget::item:hover { background: $Hover; }
QTableView::item:selected, QTreeView::item:selected, QListWidget::item:selected { background: $Selected; color: $Text; }
QHeaderView { background: $Surface; border: none; border-radius: 6px; }
QHeaderView::section { background: $Surface; color: $Muted; border: none; border-bottom: 1px solid $Border; padding: 4px 8px; }
QTableCornerButton::section { background: $Surface; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: $Handle; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $Muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $Selected; }
QMenu { background: $Surface; color: $Text; border: 1px solid $Border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $Selected; }
QMenu::item:disabled { color: $Faded; }
QMenu::separator { height: 1px; background: $Border; margin: 4px 8px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $Muted; border: none; border-bottom: 2px solid transparent; padding: 6px 4px; margin-right: 16px; }
QTabBar::tab:hover { color: $Text; }
QTabBar::tab:selected { color: $Text; border-bottom-color: $Accent; }
QTabBar::tab:focus { background: $Hover; border-radius: 4px; }

QProgressBar { background: $Border; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $Running; border-radius: 3px; }

QLabel[kind="muted"], QLabel[kind="caption"] { color: $Muted; }
QLabel[kind="badge"] { border: 1px solid $Border; border-radius: 4px; padding: 0 5px; font-weight: 600; }
QFrame[kind="card"] { background: $Surface; border: 1px solid $Border; border-radius: 6px; }
QFrame[kind="error"] { background: $FailedTint; border: 1px solid $Failed; border-radius: 6px; }
QLabel[kind="error"] { color: $Failed; background: transparent; border: none; }
QFrame[kind="notice"] { background: $AccentTint; border: 1px solid $Accent; border-radius: 6px; }
QFrame#firstKey { margin: 12px 16px 0 16px; }
QFrame[kind="bubble"] { background: $Pressed; border: none; border-radius: 10px; }
QFrame[kind="bubbleMine"] { background: $Selected; border: none; border-radius: 10px; }
QLabel[kind="chatButton"] { background: $Surface; color: $Accent; border: 1px solid $Border; border-radius: 6px; padding: 4px 12px; }
QFrame[kind="line"] { background: $Border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="toast"] { background: $Text; border: none; border-radius: 6px; }
QFrame[kind="toast"] QLabel { color: $Background; }
QFrame[kind="toast"] QPushButton { background: transparent; border: 2px solid transparent; color: $ToastLink; font-weight: 600; padding: 2px 8px; }
QFrame[kind="toast"] QPushButton:focus { border-color: $ToastLink; }
QPushButton[kind="announce"] { background: $Accent; color: $OnAccent; border: none; border-radius: 12px; padding: 3px 12px; font-weight: 600; }

QFrame#rail { background: $Surface; border: none; border-right: 1px solid $Border; }
QFrame#rail QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 5px 8px; color: $Muted; text-align: left; }
QFrame#rail QToolButton:hover { background: $Hover; color: $Text; }
QFrame#rail QToolButton:checked { background: $Selected; color: $Text; font-weight: 600; }
QFrame#rail QToolButton:focus { border-color: $Accent; }
QFrame#rail QToolButton:disabled { color: $Faded; }
QFrame#statusLine { background: $Surface; border: none; border-top: 1px solid $Border; }
QFrame#statusLine QToolButton { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 6px; color: $Muted; }
QFrame#statusLine QToolButton:hover { background: $Hover; color: $Text; }
QFrame#statusLine QToolButton:focus { border-color: $Accent; }
)";

} // namespace

QString styleSheetOf(Scheme scheme)
{
    const auto of = [scheme](Token token) { return QColor::fromRgb(rgbOf(token, scheme)); };
    const QColor surface = of(Token::Surface);
    const QColor text = of(Token::Text);
    const QColor accent = of(Token::Accent);
    const Scheme other = scheme == Scheme::Light ? Scheme::Dark : Scheme::Light;
    // Longer names first where one begins with another.
    const std::pair<const char *, QColor> names[] = {
        {"$Background", of(Token::Background)},
        {"$Surface", surface},
        {"$Border", of(Token::Border)},
        {"$Text", text},
        {"$Muted", of(Token::Muted)},
        {"$AccentHover", mix(accent, text, 0.15)},
        {"$AccentPressed", mix(accent, text, 0.3)},
        {"$AccentTint", mix(surface, accent, 0.08)},
        {"$Accent", accent},
        {"$OnAccent", of(Token::OnAccent)},
        {"$Running", of(Token::Running)},
        {"$FailedTint", mix(surface, of(Token::Failed), 0.06)},
        {"$Failed", of(Token::Failed)},
        {"$Hover", mix(surface, text, 0.05)},
        {"$Pressed", mix(surface, text, 0.1)},
        {"$Selected", mix(surface, accent, selectionShare)},
        {"$Handle", mix(of(Token::Border), of(Token::Muted), 0.4)},
        {"$Faded", mix(of(Token::Muted), of(Token::Background), 0.35)},
        {"$ToastLink", QColor::fromRgb(rgbOf(Token::Accent, other))},
    };
    QString result = QString::fromLatin1(sheet);
    for (const auto &[name, value] : names)
        result.replace(QLatin1String(name), value.name());
    return result;
}

} // namespace kule

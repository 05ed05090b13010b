// SPDX-License-Identifier: GPL-3.0-or-later
// The window: rail, panels (each made when first shown), status line, shortcuts; brings back the last session. Knows
// panels only by the table it is given. Gui thread; does no I/O.
#pragma once
#include "composition.h"
#include "languages.h"
#include "theme/theme.h"
#include "uistate.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <span>

class QStackedWidget;

namespace kule {

class BotAlarm;
class BotTally;
class ClipboardGuard;
class Palette;
class PaletteSource;
class Rail;
class Secret;
class SecretNote;
class StartPage;
class StatusLine;
class Tray;
struct Error;
struct BotNotice;

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        std::span<const PanelRow> rows;
        Theme &theme;
        Languages &languages;
        UiState &state;
        Tray *tray = nullptr; ///< null: there is none
    };
    explicit MainWindow(Parts parts);

    void showStarting();
    void showStopping();
    void showProblem(const Error &error);
    /// There is an engine: panels from now on, and language and theme follow its settings.
    void setConsole(const Console &console);
    /// Forgets the engine and all that was made of it; before it goes.
    void dropConsole();
    void showFirstKey(std::shared_ptr<const Secret> key);

    /// To that panel, and there to what, unless what is empty.
    void goTo(const QString &panel, const QString &what = {});
    QString currentPanel() const { return m_current; }
    /// Before all others.
    void raiseToFront();

Q_SIGNALS:
    void retryAsked();
    void folderAsked();
    void closed();
    void firstPainted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addShortcuts();
    const PanelRow *rowOf(const QString &name) const;
    Panel *panel() const;
    Panel *make(const PanelRow &row);
    void takeFocus(Panel *shown);
    void remember();
    void setUpTray();
    /// Where there is a tray and it is wanted there; the status line says it in any case.
    void notify(const BotNotice &notice);
    void retranslate();

    Parts m_parts;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StartPage *m_start;
    SecretNote *m_firstKey;
    StatusLine *m_status;
    ClipboardGuard *m_clipboardGuard = nullptr; ///< while there is an engine
    PaletteSource *m_paletteSource = nullptr; ///< while there is an engine
    Palette *m_palette = nullptr;
    BotTally *m_bots = nullptr;
    BotAlarm *m_alarm = nullptr; ///< while there is an engine
    QString m_noticed; ///< where the last notice leads to
    QTimer m_remember; ///< so that a crash costs some seconds of what was typed
    QHash<QString, Panel *> m_panels;
    QString m_current;
    std::optional<Console> m_console;
    bool m_isPainted = false;
};

} // namespace kule

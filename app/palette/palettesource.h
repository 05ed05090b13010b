// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette offers: panels, actions and settings at once, jobs and fatals as the engine finds them. Gui thread.
#pragma once
#include "composition.h"
#include "palette/paletteitem.h"

#include <QObject>

#include <span>
#include <vector>

namespace kule {

struct BotView;

class PaletteSource : public QObject
{
    Q_OBJECT
public:
    using Go = std::function<void(const QString &panel, const QString &what)>;

    PaletteSource(const Console &console, std::span<const PanelRow> rows, Go go, QObject *parent = nullptr);

    /// In the window's language of now.
    std::vector<PaletteItem> atHand() const;
    /// found() follows once for each kind of object, unless something else was asked by then.
    void ask(const QString &query);

Q_SIGNALS:
    void found(std::vector<kule::PaletteItem> items);

private:
    void addActions(std::vector<PaletteItem> &items) const;
    void askBots(int asked, const QString &words);
    void addBot(std::vector<PaletteItem> &items, const BotView &view) const;

    Console m_console;
    std::span<const PanelRow> m_rows;
    Go m_go;
    int m_asked = 0;
};

} // namespace kule

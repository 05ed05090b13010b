// SPDX-License-Identifier: GPL-3.0-or-later
// What a list shows as a file: asks where to, has the engine write it, shows how far it is. Writes nothing itself. Gui
// thread.
#pragma once
#include "exports/exports.h"

#include <QAction>

namespace kule {

class ProgressStrip;

class ExportActions final : public QObject
{
    Q_OBJECT
public:
    /// what: asked at each export; an empty answer: there is nothing. window: what the dialog and the toast stand over; owns
    /// this. stem: the file name that is proposed, without its suffix.
    ExportActions(Exports &exports, QWidget *window, ProgressStrip *strip, QString stem, std::function<std::optional<ExportRequest>()> what);

    const QList<QAction *> &actions() const { return m_actions; }
    /// As the dialog does once a place was chosen.
    void exportTo(ExportRequest request, const QString &file);
    /// Asks where to. suffix: "csv"
    void ask(const ExportRequest &request, const QString &suffix, const QString &stem);
    void retranslate();

Q_SIGNALS:
    void failed(kule::Error error);

private:
    Exports &m_exports;
    QWidget *m_window;
    ProgressStrip *m_strip;
    const QString m_stem;
    const std::function<std::optional<ExportRequest>()> m_what;
    QList<QAction *> m_actions; ///< CSV, CSV for Excel, JSON Lines
    QString m_file; ///< being written; empty: none
    std::shared_ptr<std::atomic_bool> m_isCancelled;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting reports: the selected ones at once, all that the filter shows after a question; both offer the way back. Deletes
// no file itself. Gui thread.
#pragma once
#include "fatals/fatalservice.h"

#include <QAction>

class QWidget;

namespace kule {

class FatalDeletion final : public QObject
{
    Q_OBJECT
public:
    /// window: what the question and the toast stand over; owns this.
    FatalDeletion(FatalService &fatals, QWidget *window);

    void remove(const QStringList &filenames);
    /// All that the filter shows, now count reports; said is the filter in words, empty when there is none.
    void askShown(const FatalFilter &filter, const QString &said, int count);

    /// Takes the last deletion back; visible while that can be.
    QAction *undoAction() const { return m_undo; }

Q_SIGNALS:
    void begun();
    void failed(kule::Error error);
    /// A deletion of all that the filter shows, or its undo, has ended, well or not.
    void shownEnded();

private:
    void removeShown(const FatalFilter &filter, int count);
    void say(int deleted, QStringList undos);
    void undo();

    FatalService &m_fatals;
    QWidget *m_window;
    QAction *m_undo;
    QStringList m_undos;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting reports: asks first, then has the engine do it and says how many went. Deletes no file itself. Gui thread.
#pragma once
#include "fatals/fatalservice.h"

#include <QObject>

class QWidget;

namespace kule {

class FatalDeletion final : public QObject
{
    Q_OBJECT
public:
    /// window: what the question and the toast stand over; owns this.
    FatalDeletion(FatalService &fatals, QWidget *window);

    void ask(const QStringList &filenames);
    /// All that the filter shows, now count reports; said is the filter in words, empty when there is none.
    void askShown(const FatalFilter &filter, const QString &said, int count);

Q_SIGNALS:
    void begun();
    void failed(kule::Error error);
    /// A deletion of all that the filter shows has ended, well or not.
    void shownEnded();

private:
    void remove(const QStringList &filenames);
    void removeShown(const FatalFilter &filter, int count);
    void say(int deleted);

    FatalService &m_fatals;
    QWidget *m_window;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next: its place, the last panel, filters, column widths. Kept in memory
// and written whole by a pool thread soon after a change; a file that cannot be read or written costs nothing but this
// memory. Gui thread, but load(), which may run anywhere.
#pragma once
#include "base/json.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace kule {

class UiState : public QObject
{
    Q_OBJECT
public:
    /// The file's object; an empty one when there is none or it is not ours.
    static Json load(const QString &file);

    UiState(QString file, Json loaded, QObject *parent = nullptr);
    /// Writes what is not yet written, and waits for it.
    ~UiState() override;

    /// Always an object.
    Json part(const QString &name) const;
    void put(const QString &name, Json value);

private:
    void write();

    QString m_file;
    Json m_state;
    QTimer m_soon;
    QThreadPool m_pool; ///< one thread, so that files are written in order
};

} // namespace kule

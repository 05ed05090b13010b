// SPDX-License-Identifier: GPL-3.0-or-later
// What GET /api/jobs/{id} said of ended jobs, as JSON text, so that a client that asks again costs no trip to the disk.
// Any thread: its one lock is held for a few instructions. Holds 4 MiB at most; what was not asked for longest goes first.
#pragma once
#include <QByteArray>
#include <QCache>
#include <QString>

#include <mutex>
#include <optional>

namespace kule {

class KeptAnswers
{
public:
    static constexpr qsizetype room = 4 << 20; ///< bytes

    /// name: of the job and the reader's language. Nothing when none is kept of that history (JobService::history).
    std::optional<QByteArray> find(const QString &name, quint64 history);
    void keep(const QString &name, quint64 history, QByteArray answer);

private:
    struct Answer
    {
        quint64 history;
        QByteArray text;
    };
    std::mutex m_mutex; ///< guards the next
    QCache<QString, Answer> m_answers{room};
};

} // namespace kule

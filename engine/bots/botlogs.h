// SPDX-License-Identifier: GPL-3.0-or-later
// The logs of all bots. Calls from any thread; owns the thread `bots' logs`, on which files are written and read, so that who
// reads finds all that was said before. A bot that says more than the disk takes loses the middle, and the log says so.
#pragma once
#include "base/async.h"
#include "bots/botids.h"
#include "bots/botlogfile.h"
#include "logs/logreader.h"

#include <atomic>
#include <map>

namespace kule {

class BotLogs final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 cap = 8 * 1024 * 1024; ///< bytes kept of each bot

    /// folder: made when there is something to write. Clock and redactor outlive it.
    BotLogs(QString folder, Clock &clock, const Redactor &redactor);
    ~BotLogs() override;

    /// What its process printed.
    void append(const BotId &bot, QByteArray bytes);
    /// A line of Kule's own, marked as such.
    void note(const BotId &bot, const QString &line);
    void remove(const BotId &bot);
    /// As readLog() and readLogTail(); never complete, as a bot may always say more.
    Future<Result<LogSlice>> read(BotId bot, qint64 offset, qint64 limit);
    Future<Result<LogSlice>> tail(BotId bot, qint64 bytes);

private:
    BotLogFile &fileOf(const BotId &bot);
    QString baseOf(const BotId &bot) const { return m_folder + u'/' + bot.value; }

    const QString m_folder;
    Clock &m_clock;
    const Redactor &m_redactor;
    QThread m_thread;
    QObject m_anchor;                     ///< something on the thread to post to
    std::map<BotId, BotLogFile> m_files;  ///< the thread's
    std::atomic<qint64> m_pending = 0;    ///< bytes on their way there
    std::atomic<qint64> m_dropped = 0;
};

} // namespace kule

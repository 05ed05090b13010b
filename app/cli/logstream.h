// SPDX-License-Identifier: GPL-3.0-or-later
// The log of an attempt or a bot as it grows, from the offset where the last reading ended. Its lines begin with their UTC time;
// here that becomes what the reader wants to see. Main thread.
#pragma once
#include "client.h"

namespace kule::cli {

enum class LogTime { Utc, Local, Off };

/// --time, and what it says.
void declareLogTime(QCommandLineParser &parser);
Result<LogTime> logTimeOf(const Session &session);

class LogStream
{
public:
    /// path: "/api/jobs/<id>/log". attempt 0: the newest.
    LogStream(Client &client, Output &out, QString path, int attempt, LogTime time);
    /// Begins with the last bytes instead of the start.
    Done skipTo(qint64 tail);
    /// Writes what comes until the attempt ends or somebody interrupts.
    Result<ExitCode> follow();
    /// Writes what is new. True when the attempt ended and all of its log is written.
    Result<bool> drain();
    /// Writes the lines in which pattern is found, and tells how many.
    Result<qint64> search(const QString &pattern);

private:
    void put(QByteArrayView line);

    Client &m_client;
    Output &m_out;
    QString m_path;
    int m_attempt;
    LogTime m_time;
    qint64 m_offset = 0;
    QByteArray m_rest; ///< a line whose end has not come yet
};

} // namespace kule::cli

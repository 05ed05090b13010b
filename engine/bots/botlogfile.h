// SPDX-License-Identifier: GPL-3.0-or-later
// A bot's log on the disk: what its process says and what Kule says of it, line by line with UTC times, the newest megabytes.
// Goes on where a former engine left it. Files as logs/logreader.h reads them; the oldest go as new ones come. Not for threads:
// its owner's. A disk that refuses loses lines, never stops a bot.
#pragma once
#include "base/clock.h"
#include "secrets/redactor.h"

#include <QFile>

namespace kule {

class BotLogFile
{
public:
    /// base: without the offset and the suffix. cap: bytes that are kept, in about eight files.
    BotLogFile(QString base, qint64 cap, const Clock &clock, const Redactor &redactor);
    /// As they come; what may be the beginning of a secret waits for more.
    void append(const QByteArray &bytes);
    /// A line of its own.
    void note(const QString &line);
    qint64 size() const { return m_size; }
    void remove();

private:
    void write(QByteArrayView bytes);
    void stamp(QByteArrayView bytes);
    void openNext();

    const QString m_base;
    const qint64 m_segment;
    const Clock &m_clock;
    RedactingStream m_stream;
    const Redactor &m_redactor;
    QFile m_file;
    qint64 m_size = 0;
    bool m_isAtLineStart = true;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// A job's output on its way to the disk: each line gets its UTC time, and the whole stays under a cap. Its offsets are
// those of the whole stream; the files are <base>.<offset, 20 digits>.log: first the head, three quarters of the cap, then
// the rolling tail, segments of an eighth of which the newest two are kept. So a gap shows as a hole between two files.
// No secret that the redactor knows gets past it. Thread: python. No output, no file; a disk that refuses makes a hole,
// never a stop.
#pragma once
#include "base/clock.h"
#include "secrets/redactor.h"

#include <QFile>
#include <QString>

#include <deque>

namespace kule {

class LogWriter
{
public:
    /// Clock and redactor outlive it.
    LogWriter(QString base, qint64 cap, const Clock &clock, const Redactor &redactor);
    /// What may be the beginning of a secret waits for more or for close().
    void append(const QByteArray &bytes);
    /// Bytes of the stream so far.
    qint64 size() const { return m_size; }
    void close();
    /// As if nothing had come: closed, and no file left.
    void remove();

private:
    void stamp(QByteArrayView bytes);
    void endSegment();
    void store(QByteArrayView bytes);
    void write(QByteArrayView bytes);
    void keepTwoOfTheTail();

    QString m_base;
    qint64 m_cap;
    const Clock &m_clock;
    RedactingStream m_redacting;
    qint64 m_size = 0;
    bool m_isAtLineStart = true;
    qint64 m_stampMs = -1;
    QByteArray m_stamp;
    QByteArray m_out;
    QFile m_file;
    bool m_hasSegment = false;
    qint64 m_segmentStart = 0;
    std::deque<QString> m_tail; ///< the newest two
};

/// <base>.<offset, 20 digits>.log
QString logSegmentName(const QString &base, qint64 offset);
/// "2026-11-21T00:33:09.123Z " before each line.
inline constexpr qsizetype logStampSize = 25;

} // namespace kule

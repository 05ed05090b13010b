// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/logwriter.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace kule {

LogWriter::LogWriter(QString base, qint64 cap, const Clock &clock, const Redactor &redactor)
    : m_base(std::move(base))
    , m_cap(std::max<qint64>(cap, 64))
    , m_clock(clock)
    , m_redacting(redactor)
{
}

void LogWriter::append(const QByteArray &bytes)
{
    stamp(m_redacting.feed(bytes));
}

void LogWriter::stamp(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const qint64 now = m_clock.wallMs();
    if (now != m_stampMs) {
        m_stampMs = now;
        m_stamp = isoTime(now) + ' ';
    }
    m_out.clear();
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end) {
        if (m_isAtLineStart)
            m_out += m_stamp;
        const void *found = std::memchr(at, '\n', static_cast<size_t>(end - at));
        const char *next = found ? static_cast<const char *>(found) + 1 : end;
        m_out.append(at, next - at);
        m_isAtLineStart = found != nullptr;
        at = next;
    }
    store(m_out);
}

void LogWriter::store(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 start = m_hasSegment ? m_segmentStart : m_size;
        const qint64 room = (start == 0 ? m_cap / 4 * 3 : m_cap / 8) - (m_size - start);
        if (bytes.size() <= room)
            return write(bytes);
        // Segments end at a line's end where one is in reach.
        const qsizetype line = bytes.first(room).lastIndexOf('\n') + 1;
        const qsizetype cut = line > 0 || m_size > start ? line : room;
        write(bytes.first(cut));
        bytes = bytes.sliced(cut);
        endSegment();
    }
}

void LogWriter::write(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (!m_hasSegment) {
        m_hasSegment = true;
        m_segmentStart = m_size;
        m_file.setFileName(logSegmentName(m_base, m_size));
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && QDir().mkpath(QFileInfo(m_base).path()))
            (void)m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    const bool isFirst = m_size == m_segmentStart;
    const bool isStored = m_file.isOpen() && m_file.write(bytes.data(), bytes.size()) == bytes.size();
    if (!isStored) {
        // Half of a piece is not the truth of its offsets: a hole, and what comes next tries a segment of its own.
        m_file.resize(m_size - m_segmentStart);
        endSegment();
        if (isFirst)
            QFile::remove(m_file.fileName());
    } else if (isFirst && m_size > 0) {
        keepTwoOfTheTail();
    }
    m_size += bytes.size();
}

void LogWriter::keepTwoOfTheTail()
{
    m_tail.push_back(m_file.fileName());
    if (m_tail.size() > 2) {
        QFile::remove(m_tail.front());
        m_tail.pop_front();
    }
}

void LogWriter::close()
{
    stamp(m_redacting.finish());
    endSegment();
}

void LogWriter::endSegment()
{
    m_file.close();
    m_hasSegment = false;
}

void LogWriter::remove()
{
    close();
    QFile::remove(logSegmentName(m_base, 0));
    for (const QString &segment : m_tail)
        QFile::remove(segment);
    m_tail.clear();
    m_size = 0;
    m_isAtLineStart = true;
}

QString logSegmentName(const QString &base, qint64 offset)
{
    return QStringLiteral("%1.%2.log").arg(base).arg(offset, 20, 10, QLatin1Char('0'));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/botlogfile.h"

#include "python/logwriter.h"

#include <QDir>
#include <QFileInfo>

namespace kule {
namespace {

constexpr qsizetype kept = 8; ///< files

/// Oldest first, as their names are made.
QStringList segmentsOf(const QString &base)
{
    const QFileInfo info(base);
    QStringList paths;
    for (const QString &name : info.dir().entryList({info.fileName() + QStringLiteral(".*.log")}, QDir::Files, QDir::Name))
        paths += info.dir().filePath(name);
    return paths;
}

} // namespace

BotLogFile::BotLogFile(QString base, qint64 cap, const Clock &clock, const Redactor &redactor)
    : m_base(std::move(base))
    , m_segment(std::max<qint64>(cap / kept, 64))
    , m_clock(clock)
    , m_stream(redactor)
    , m_redactor(redactor)
{
    const QStringList segments = segmentsOf(m_base);
    if (segments.isEmpty())
        return;
    const QString last = segments.last();
    m_size = last.chopped(4).right(20).toLongLong() + QFileInfo(last).size();
    m_file.setFileName(last);
    // A crash may have left half a line: it ends here, so that the next one keeps its time.
    if (m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) && m_file.size() > 0 && m_file.seek(m_file.size() - 1) && m_file.read(1) != "\n")
        write("\n");
}

void BotLogFile::append(const QByteArray &bytes)
{
    stamp(m_stream.feed(bytes));
}

void BotLogFile::note(const QString &line)
{
    stamp(m_stream.finish());
    if (!m_isAtLineStart)
        stamp("\n");
    stamp(m_redactor.redacted(line.toUtf8().replace('\n', ' ')) + '\n');
}

void BotLogFile::stamp(QByteArrayView bytes)
{
    const QByteArray time = isoTime(m_clock.wallMs()) + ' ';
    QByteArray out;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype size = end < 0 ? bytes.size() : end + 1;
        if (m_isAtLineStart)
            out += time;
        out += bytes.first(size);
        m_isAtLineStart = end >= 0;
        bytes = bytes.sliced(size);
    }
    write(out);
}

void BotLogFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!m_file.isOpen() || m_file.size() >= m_segment)
            openNext();
        // A file ends with a line where one is in reach.
        const qint64 room = std::max<qint64>(m_segment - m_file.size(), 1);
        qsizetype size = bytes.size();
        if (size > room) {
            const qsizetype line = bytes.indexOf('\n', room - 1) + 1;
            size = line > 0 && line <= 2 * m_segment ? line : room;
        }
        m_file.seek(m_file.size());
        const qint64 written = m_file.write(bytes.data(), size);
        m_size += std::max<qint64>(written, 0);
        if (written != size)
            return;
        bytes = bytes.sliced(size);
    }
}

void BotLogFile::openNext()
{
    m_file.close();
    QDir().mkpath(QFileInfo(m_base).path());
    QStringList segments = segmentsOf(m_base);
    while (segments.size() >= kept)
        QFile::remove(segments.takeFirst());
    m_file.setFileName(logSegmentName(m_base, m_size));
    (void)m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void BotLogFile::remove()
{
    m_file.close();
    for (const QString &segment : segmentsOf(m_base))
        QFile::remove(segment);
    m_size = 0;
}

} // namespace kule

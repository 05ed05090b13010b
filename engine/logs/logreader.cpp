// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kule {
namespace {

constexpr qint64 maxSlice = 16 * 1024 * 1024;
constexpr qsizetype stampSize = 25; // "2026-11-21T00:33:09.123Z "

struct Segment
{
    QString file;
    qint64 start = 0;
    qint64 bound = 0; ///< ends there at the latest; the last one exactly
};

/// One look at the folder: a log of a gigabyte has a thousand of them.
std::vector<Segment> segmentsOf(const QString &base)
{
    const QFileInfo info(base);
    std::vector<Segment> segments;
    const auto names = info.dir().entryList({info.fileName() + QStringLiteral(".*.log")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString digits = name.mid(info.fileName().size() + 1).chopped(4);
        bool isOffset = false;
        const qint64 start = digits.toLongLong(&isOffset);
        if (digits.size() != 20 || !isOffset)
            continue;
        if (!segments.empty())
            segments.back().bound = start;
        segments.push_back({info.dir().filePath(name), start, start});
    }
    if (!segments.empty())
        segments.back().bound += QFileInfo(segments.back().file).size();
    return segments;
}

/// Bytes of [from, from + size) of the segment. Nothing: rolled away between the listing and now.
Result<std::optional<QByteArray>> bytesOf(const Segment &segment, qint64 from, qint64 size)
{
    QFile file(segment.file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from - segment.start)) {
        if (!file.exists())
            return std::optional<QByteArray>();
        return fail(ErrorKind::Unavailable, "log.unreadable",
                    text(QT_TRANSLATE_NOOP("Engine", "The log %1 cannot be read: %2. Make the data folder readable."), segment.file, file.errorString()));
    }
    return std::optional(file.read(size));
}

/// Cut after the last line's end, if that leaves anything.
void cutAtLine(QByteArray &text)
{
    const qsizetype cut = text.lastIndexOf('\n') + 1;
    if (cut > 0)
        text.truncate(cut);
}

} // namespace

Result<LogSlice> readLog(const QString &base, qint64 offset, qint64 limit, bool isComplete)
{
    const auto segments = segmentsOf(base);
    LogSlice slice;
    slice.size = segments.empty() ? 0 : segments.back().bound;
    const qint64 asked = std::clamp<qint64>(offset, 0, slice.size);
    limit = std::clamp<qint64>(limit, 1, maxSlice);
    slice.offset = slice.next = asked;
    bool isCut = false;
    for (const Segment &segment : segments) {
        if (segment.bound <= slice.next)
            continue;
        if (segment.start > slice.next && !slice.text.isEmpty())
            break; // a hole: the next slice steps over it and says so
        const qint64 from = std::max(segment.start, slice.next);
        const qint64 size = std::min(segment.bound - from, limit - slice.text.size());
        auto bytes = bytesOf(segment, from, size);
        if (!bytes)
            return fail(std::move(bytes.error()));
        if (!*bytes || (*bytes)->isEmpty()) {
            if (slice.text.isEmpty())
                continue;
            break;
        }
        if (slice.text.isEmpty())
            slice.offset = from;
        slice.text += **bytes;
        slice.next = from + (*bytes)->size();
        isCut = slice.text.size() >= limit && slice.next < slice.size;
        if (slice.text.size() >= limit)
            break;
    }
    if (isCut) {
        cutAtLine(slice.text);
        slice.next = slice.offset + slice.text.size();
    }
    slice.skipped = slice.offset - asked;
    slice.isComplete = isComplete && slice.next >= slice.size;
    return slice;
}

Result<LogSlice> readLogTail(const QString &base, qint64 bytes, bool isComplete)
{
    bytes = std::clamp<qint64>(bytes, 1, maxSlice);
    const auto segments = segmentsOf(base);
    if (segments.empty())
        return readLog(base, 0, bytes, isComplete);
    const qint64 wanted = std::max<qint64>(segments.back().bound - bytes, 0);
    // A tail never reaches over a hole, or it would not be one piece.
    qint64 whole = segments.back().start;
    for (auto segment = segments.rbegin() + 1; segment != segments.rend() && whole > wanted; ++segment) {
        if (segment->start + QFileInfo(segment->file).size() < whole)
            break;
        whole = segment->start;
    }
    const qint64 start = std::max(wanted, whole);
    auto slice = readLog(base, start, maxSlice, isComplete);
    if (!slice || start == whole)
        return slice;
    const qsizetype line = slice->text.indexOf('\n') + 1;
    if (line > 0 && line < slice->text.size()) {
        slice->text.remove(0, line);
        slice->offset += line;
    }
    return slice;
}

QStringList lastLogLines(const QString &base, int lines)
{
    constexpr qint64 enough = 512 * 1024;
    constexpr qsizetype lineLimit = 2000;
    const auto slice = readLogTail(base, enough, true);
    QStringList last;
    if (!slice || slice->text.isEmpty())
        return last;
    QByteArrayView text(slice->text);
    if (text.endsWith('\n'))
        text.chop(1);
    while (last.size() < lines) {
        const qsizetype start = text.lastIndexOf('\n') + 1;
        QByteArrayView line = text.sliced(start);
        // The stream always begins a line with its time; only a tail that begins within a line has none.
        if (line.size() >= stampSize && line[stampSize - 1] == ' ' && line[stampSize - 2] == 'Z')
            line = line.sliced(stampSize);
        last.prepend(QString::fromUtf8(line.first(std::min(line.size(), lineLimit))));
        if (start == 0)
            break;
        text = text.first(start - 1);
    }
    return last;
}

} // namespace kule

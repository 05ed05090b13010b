// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a gigabyte of log passes the redactor: knowing nothing, one key (as every engine does), and fifty secrets; in
// pieces of 64 KiB as a full pipe gives them, and line by line as a patient job writes them. Beside it memcpy, the least that a
// pass can cost, and memmem for one text alone; the ratio is of time, to both. The last column: what a job of 10,000 lines/s
// takes of a core.
#include "secrets/redactor.h"

#include <QElapsedTimer>

#include <cstdio>
#include <algorithm>
#include <cstring>

using namespace kule;

namespace {

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qint64 total = 1024 * 1024 * 1024;

QByteArray logPiece()
{
    QByteArray text;
    for (int line = 0; text.size() < pieceSize; ++line)
        text += "2026-11-21T00:33:09.123Z INFO worker-" + QByteArray::number(line % 7) + " fetched row " + QByteArray::number(line * 7919)
            + " of https://example.org/items?page=" + QByteArray::number(line) + " in 12 ms\n";
    return text.first(pieceSize);
}

double memcpySeconds = 0; // per byte
double memmemSeconds = 0;
qsizetype lineSize = 0; ///< mean, with its end

template <class F>
double measure(const char *what, const QByteArrayList &pieces, qint64 bytes, F pass)
{
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    qint64 out = 0;
    while (done < bytes) {
        for (const QByteArray &piece : pieces) {
            out += pass(piece);
            done += piece.size();
        }
    }
    const double perByte = static_cast<double>(timer.nsecsElapsed()) / 1e9 / static_cast<double>(done);
    std::printf("%-38s %8.0f MB/s", what, 1e-6 / perByte);
    if (memmemSeconds > 0)
        std::printf("  x%-6.1f memcpy  x%-5.1f memmem  %7.4f %% of a core", perByte / memcpySeconds, perByte / memmemSeconds, perByte * 10'000 * static_cast<double>(lineSize) * 100);
    std::printf("  (%lld bytes out)\n", static_cast<long long>(out));
    return perByte;
}

void measureKnowing(const char *what, int secrets, qsizetype size, const QByteArrayList &pieces, qint64 bytes)
{
    Redactor redactor;
    for (int i = 0; i < secrets; ++i) {
        const QByteArray name = QByteArray::number(i * 104729 + 13);
        QByteArray secret = name + ":AAF-";
        for (int letter = 0; secret.size() < size; ++letter)
            secret += static_cast<char>('a' + (i * 31 + letter * 17) % 26);
        redactor.learn(Secret(secret));
    }
    RedactingStream stream(redactor);
    measure(what, pieces, bytes, [&stream](const QByteArray &piece) { return stream.feed(piece).size(); });
}

} // namespace

int main()
{
    const QByteArray piece = logPiece();
    const QByteArrayList whole{piece};
    QByteArrayList lines = piece.split('\n');
    lines.removeLast();
    for (QByteArray &line : lines)
        line += '\n';
    lineSize = piece.size() / lines.size();
    std::vector<char> room(pieceSize);
    memcpySeconds = measure("memcpy", whole, total, [&room](const QByteArray &text) {
        std::copy(text.cbegin(), text.cend(), room.begin());
        return text.size();
    });
    const QByteArray needle = "1234567:AAF-" + QByteArray(52, 'q');
    memmemSeconds = measure("memmem, one text of 64 bytes", whole, total, [&needle](const QByteArray &text) {
        return memmem(text.constData(), static_cast<std::size_t>(text.size()), needle.constData(), static_cast<std::size_t>(needle.size())) ? 0 : text.size();
    });
    measureKnowing("no secret", 0, 0, whole, total);
    measureKnowing("one key of 64 bytes", 1, 64, whole, total);
    measureKnowing("fifty tokens of 46 bytes", 50, 46, whole, total);
    measureKnowing("fifty secrets of 20 bytes", 50, 20, whole, total);
    measureKnowing("one key, line by line", 1, 64, lines, total / 8);
    measureKnowing("fifty tokens, line by line", 50, 46, lines, total / 8);
    QByteArrayList letters;
    for (const char c : piece.first(4096))
        letters += QByteArray(1, c);
    measureKnowing("fifty tokens, byte by byte", 50, 46, letters, total / 256);
    return 0;
}

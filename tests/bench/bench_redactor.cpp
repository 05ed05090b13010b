// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a gigabyte of log passes the redactor: knowing nothing, one key (as every engine does), and fifty secrets; in
// pieces of 64 KiB as a pipe gives them. Beside it memcpy, as the least that a pass can cost.
#include "secrets/redactor.h"

#include <QElapsedTimer>

#include <cstdio>
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

template <class F>
void measure(const char *what, F pass)
{
    const QByteArray piece = logPiece();
    QElapsedTimer timer;
    timer.start();
    qint64 out = 0;
    for (qint64 done = 0; done < total; done += pieceSize)
        out += pass(piece);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("%-28s %6.2f s  %7.0f MB/s  (%lld bytes out)\n", what, seconds, static_cast<double>(total) / 1e6 / seconds, static_cast<long long>(out));
}

void measureKnowing(const char *what, int secrets, qsizetype size)
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
    measure(what, [&stream](const QByteArray &piece) { return stream.feed(piece).size(); });
}

} // namespace

int main()
{
    std::vector<char> room(pieceSize);
    measure("memcpy", [&room](const QByteArray &piece) {
        std::memcpy(room.data(), piece.constData(), room.size());
        return piece.size();
    });
    measureKnowing("no secret", 0, 0);
    measureKnowing("one key of 64 bytes", 1, 64);
    measureKnowing("fifty tokens of 46 bytes", 50, 46);
    measureKnowing("fifty secrets of 20 bytes", 50, 20);
    return 0;
}

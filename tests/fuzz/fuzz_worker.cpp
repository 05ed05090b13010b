// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a job writes to its worker's channel: fuzz_worker -max_total_time=60
#include "python/protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kule::FrameDecoder decoder;
    // The first byte says how the rest is cut, so that frames arrive in pieces.
    const qsizetype piece = size > 0 ? data[0] + 1 : 1;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (qsizetype at = 1; at < bytes.size(); at += piece) {
        decoder.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto message = decoder.next())
            (void)kule::readWorkerMessage(*message);
    }
    return 0;
}

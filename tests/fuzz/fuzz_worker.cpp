// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a job writes to its worker's channel. The first byte says how the rest is cut into pieces.
#include "fuzztarget.h"

#include "python/protocol.h"

std::vector<std::string> fuzzSeeds()
{
    using kule::encodeFrame;
    QByteArray all = encodeFrame({{"type", "ready"}}) + encodeFrame({{"type", "progress"}, {"percent", 5}, {"step", "s"}})
        + encodeFrame({{"type", "event"}, {"channel", "c"}, {"event", "e"}, {"data", "{}"}})
        + encodeFrame({{"type", "ended"}, {"how", "returned"}, {"result", "[[1]]"}, {"repr", false}});
    QByteArray raised = encodeFrame({{"type", "ended"}, {"how", "raised"}, {"class", "E"}, {"error", "e"}, {"exit_code", 3}, {"memory", true},
                                           {"chain", {{{"type", "E"}, {"frames", {{{"file", "a.py"}, {"line", 1}, {"own", true}}}}}}}});
    return {all.prepend('\x07').toStdString(), raised.prepend('\xFF').toStdString()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    kule::FrameDecoder decoder;
    const qsizetype piece = size > 0 ? data[0] + 1 : 1;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (qsizetype at = 1; at < bytes.size(); at += piece) {
        decoder.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto message = decoder.next())
            (void)kule::readWorkerMessage(*message);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a client may cost. Each is a setting; a change holds from the next request on. A value; any thread.
#pragma once
#include "base/clock.h"

namespace kule::http {

struct Limits
{
    qint64 bodyBytes = 1024 * 1024;    ///< decoded of chunks; more is 413
    qint64 headBytes = 16 * 1024;      ///< request line and fields; more is 431
    qint64 targetBytes = 8 * 1024;     ///< more is 414
    int connections = 256;             ///< of the whole server; the next one gets 503
    int waiting = 10'000;              ///< connections besides, of clients that wait for news; further ones count with the others
    int pipelined = 32;                ///< requests of one connection that wait for their answers; more are not read yet
    qint64 bodyBytesPerSecond = 1000;  ///< a slower body is 408
    Milliseconds headTime{10'000};     ///< from the first byte (or the connection) to the end of the head; longer is 408
    Milliseconds idleTime{30'000};     ///< keep-alive without a request; then closed
    Milliseconds stalledTime{30'000};  ///< without a byte of an answer taken; then closed
    Milliseconds lingerTime{2'000};    ///< after a last answer, for the client to read it before the port is closed

    bool operator==(const Limits &) const = default;
};

} // namespace kule::http

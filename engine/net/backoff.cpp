// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/backoff.h"

namespace kule {

Milliseconds Backoff::after(int failures, QRandomGenerator &chance) const
{
    Milliseconds most = first;
    for (int i = 1; i < failures && most < slowest; ++i)
        most *= 2;
    most = std::min(most, slowest);
    return most - Milliseconds(static_cast<qint64>(chance.generateDouble() * static_cast<double>(most.count()) / 2));
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/worker.h"

namespace kule {

std::unique_ptr<WorkerSource> makeForkServer(WorkerSetup)
{
    return nullptr; // Windows has no fork
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// The Python package that is embedded in this program, laid out on the disk for interpreters to import. Any thread; does
// file I/O.
#pragma once
#include "base/result.h"

namespace kule {

/// The folder that kule_worker is in: <runtime>/worker-<hash of its content>, owner-only, made whole or not at all.
/// python.files with the OS's reason.
Result<QString> layOutWorkerFiles(const QString &runtime);

} // namespace kule

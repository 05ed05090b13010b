// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that a person chose, read and written for a panel. Each call waits for the disk: for a pool, never for the
// gui thread.
#pragma once
#include "base/result.h"

#include <QString>

namespace kule {

/// As UTF-8, line ends as one sign, without a mark at the begin. file.not_text: too large, or no text; file.io
Result<QString> readTextFile(const QString &file, qint64 largest);
/// There whole or not at all; one of that name is replaced. export.io
Done writeWholeFile(const QString &file, const QByteArray &bytes);

} // namespace kule

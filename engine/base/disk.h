// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt has no word for: bytes that are on the disk, not only on their way. One twin a platform. Any thread; blocks.
#pragma once
#include <QFile>

namespace kule {

/// The open file's bytes are on the disk when this returns true; else file.errorString() may not say why, errno does.
bool syncToDisk(QFile &file);
/// The folder's entries are on the disk, where the platform can promise it.
void syncFolder(const QString &folder);

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/disk.h"

#include <io.h>

namespace kule {

bool syncToDisk(QFile &file)
{
    return file.flush() && _commit(file.handle()) == 0;
}

void syncFolder(const QString &)
{
    // NTFS journals its folders; there is no handle to flush.
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/disk.h"

#include <fcntl.h>
#include <unistd.h>

namespace kule {

bool syncToDisk(QFile &file)
{
    return file.flush() && fsync(file.handle()) == 0;
}

void syncFolder(const QString &folder)
{
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    (void)fsync(handle);
    close(handle);
}

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
// From a file_path that a client sent to the bytes of a Python file inside the script roots, and to nothing outside them.
// Pure functions over the disk; they may wait for it, so they run on pool threads only.
#pragma once
#include "base/result.h"

namespace kule {

struct ScriptFile
{
    QString path;    ///< canonical
    QByteArray body; ///< at most 16 MiB
    QByteArray hash; ///< SHA-256, hexadecimal
};

/// "packages/x.py" names x.py under the root whose folder is called packages; any other relative path is tried in each
/// root; an absolute one must lie in a root, links followed. Answers the canonical path of a file or folder that is there.
/// job.bad_request, job.path_outside_roots, job.file_not_found
Result<QString> locateInRoots(const QString &filePath, const QStringList &roots);
/// The file there. The errors of locateInRoots(), job.not_a_file, job.file_unreadable, job.file_too_large
Result<ScriptFile> loadScript(const QString &filePath, const QStringList &roots);

/// Python files under the roots as file_path would name them, sorted; at most `most`.
QStringList listScripts(const QStringList &roots, int most);

} // namespace kule

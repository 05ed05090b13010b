// SPDX-License-Identifier: GPL-3.0-or-later
// A job's request as something to paste: curl, kule's command line, Python. Quoted so that a shell changes nothing in it; the
// key is never in it, but taken from KULE_API_KEY. Pure; any thread.
#pragma once
#include "jobs/job.h"

namespace kule {

QString asCurl(const JobDetail &detail, const QString &apiUrl);
QString asCommandLine(const JobDetail &detail);
QString asPython(const JobDetail &detail, const QString &apiUrl);
/// For a POSIX shell: 'it'\''s'. Words that need no quotes stay bare.
QString shellQuoted(const QString &word);

} // namespace kule

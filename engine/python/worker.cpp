// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/worker.h"

#include <QUuid>

namespace kule {

QByteArray newWorkerId()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

QStringList workerArguments(const WorkerSetup &setup, const QString &mode, qint64 number)
{
    // By -c and not by -m: an environment with PYTHONSAFEPATH would not find the package, and nothing of it is left behind.
    static const QString start = QStringLiteral("import sys; sys.path.insert(0, sys.argv.pop(1)); from kule_worker.main import main; main()");
    return {QStringLiteral("-c"), start, setup.packageFolder, mode, QString::number(number)};
}

} // namespace kule

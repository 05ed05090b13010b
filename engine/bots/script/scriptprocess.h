// SPDX-License-Identifier: GPL-3.0-or-later
// One process of other people's code, with a group of its own and a clean environment. Lives on the bots' thread. Destroying it
// kills the group. Never gets a secret but by its environment, and nothing on its standard input.
#pragma once
#include "python/processes.h"

#include <QProcess>

namespace kule {

class ScriptProcess final : public QObject
{
    Q_OBJECT
public:
    struct Order
    {
        QString program;
        QStringList arguments;
        QString folder;
        QProcessEnvironment environment;
    };
    explicit ScriptProcess(Order order);
    ~ScriptProcess() override;

    void start();
    /// The polite signal to the group; where there is none it is killed.
    void askToEnd();
    void kill();

    /// What a script needs of this program's environment: where programs, its home and its temporary files are, language, time
    /// zone and proxies. None of Kule's own.
    static QProcessEnvironment cleanEnvironment();

Q_SIGNALS:
    void started();
    /// Of both its outputs, in their order.
    void printed(QByteArray bytes);
    /// Once; what it left behind in its group is gone.
    void exited(kule::ExitStatus status);
    /// Instead of the others, with the system's reason.
    void notStarted(QString why);

private:
    QProcess m_process;
    qint64 m_pid = 0;
};

} // namespace kule

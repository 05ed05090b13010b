// SPDX-License-Identifier: GPL-3.0-or-later
// A real engine in a folder of its own, started and ended beside the gui thread as the program does it, with a job that
// succeeded and one that left a fatal; and the application objects that a window needs.
#pragma once
#include "fakeconsole.h"
#include "startup.h"

namespace kule {

class RealConsole
{
public:
    /// With these settings besides a free port.
    explicit RealConsole(Settings::Layer settings = {});
    ~RealConsole();

    /// After stop(): another engine on the same folder.
    void start();
    void stop();
    Console console() { return startup.running()->console(); }
    void writeScript(const QString &name, const QByteArray &code) const;
    /// Ran to its end; fails the test where it was refused.
    JobDetail ran(JobRequest request);
    QString stateFile() const { return m_folder.filePath(QStringLiteral("window.json")); }

private:
    QTemporaryDir m_folder;
    Settings::Layer m_settings;

public:
    const Folders folders;
    Theme theme;
    Languages languages;
    Startup startup;
};

} // namespace kule

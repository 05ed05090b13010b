// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/script/scriptprocess.h"

namespace kule {
namespace {

constexpr int longestReaping = 200; ///< ms; what was killed needs a moment

constexpr const char *carried[] = {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
                                   "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
                                   // Windows finds nothing without these
                                   "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "USERPROFILE"};

} // namespace

QProcessEnvironment ScriptProcess::cleanEnvironment()
{
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment clean;
    for (const char *name : carried) {
        const QString key = QString::fromLatin1(name);
        if (all.contains(key))
            clean.insert(key, all.value(key));
    }
    const QStringList names = all.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("LC_")))
            clean.insert(name, all.value(name));
    }
    // Else what it prints waits in its buffer, and Windows writes it in a code page.
    clean.insert(QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1"));
    clean.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
    return clean;
}

ScriptProcess::ScriptProcess(Order order)
{
    m_process.setProgram(order.program);
    m_process.setArguments(order.arguments);
    m_process.setWorkingDirectory(order.folder);
    m_process.setProcessEnvironment(order.environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    leadGroup(m_process);
    connect(&m_process, &QProcess::started, this, [this] {
        m_pid = m_process.processId();
        m_process.setProcessEnvironment({}); // it held the token
        Q_EMIT started();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] { Q_EMIT printed(m_process.readAllStandardOutput()); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT notStarted(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        killGroup(m_pid);
        if (const QByteArray last = m_process.readAllStandardOutput(); !last.isEmpty())
            Q_EMIT printed(last);
        // QProcess gives a crash's signal as its exit code on Unix.
        Q_EMIT exited(status == QProcess::CrashExit ? ExitStatus{std::nullopt, code} : ExitStatus{code, 0});
    });
}

ScriptProcess::~ScriptProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    kill();
    m_process.waitForFinished(longestReaping);
}

void ScriptProcess::start()
{
    m_process.start(QIODevice::ReadOnly);
}

void ScriptProcess::askToEnd()
{
    if (m_pid > 0 && !askGroupToEnd(m_pid))
        kill();
}

void ScriptProcess::kill()
{
    killGroup(m_pid);
    m_process.kill();
}

} // namespace kule

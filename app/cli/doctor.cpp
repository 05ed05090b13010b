// SPDX-License-Identifier: GPL-3.0-or-later
// kule doctor: what Kule needs of this computer, each with how to mend it. Needs no engine and changes nothing.
#include "finding.h"

#include "api/discovery.h"
#include "api/http/takenport.h"
#include "python/interpreter.h"
#include "secrets/keychainstore.h"
#include "secrets/systemkeychain.h"
#include "settings/settingsservice.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>

#include <cstdlib>

namespace kule::cli {
namespace {

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

// The folder itself, or the nearest one above it that is there.
QString standing(const QString &folder)
{
    QDir dir(folder);
    while (!dir.exists() && !dir.isRoot())
        dir.setPath(QFileInfo(dir.path()).path());
    return dir.path();
}

Finding dataFolder(const Session &session)
{
    const QString folder = session.folders.data;
    const QString there = standing(folder);
    QTemporaryFile probe(there + QStringLiteral("/.kule-doctor-XXXXXX"));
    if (!probe.open())
        return {"data-folder", Health::Bad, QCoreApplication::translate("Cli", "%1 cannot be written: %2").arg(shown(there), probe.errorString()),
                QCoreApplication::translate("Cli", "Make it writable or choose another with --data-dir or KULE_DATA_DIR.")};
    return {"data-folder", Health::Good,
            there == folder ? QCoreApplication::translate("Cli", "%1 is writable").arg(shown(folder))
                            : QCoreApplication::translate("Cli", "%1 will be made at the first start").arg(shown(folder)),
            {}};
}

Finding diskSpace(const Session &session)
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const QStorageInfo disk(standing(session.folders.data));
    if (!disk.isValid())
        return {"disk-space", Health::Poor, QCoreApplication::translate("Cli", "the system does not say how much is free for %1").arg(shown(session.folders.data)),
                QCoreApplication::translate("Cli", "Look yourself; a full disk stops new jobs.")};
    const qint64 free = disk.bytesAvailable();
    const QString what = QCoreApplication::translate("Cli", "%1 MiB free on %2").arg(QString::number(free / mebibyte), shown(disk.rootPath()));
    const Health health = free < 200 * mebibyte ? Health::Bad : free < 2048 * mebibyte ? Health::Poor : Health::Good;
    return {"disk-space", health, what,
            health == Health::Good ? QString() : QCoreApplication::translate("Cli", "Free some, or move the data folder with KULE_DATA_DIR; a full disk stops new jobs.")};
}

Finding apiPort(const Session &session)
{
    if (const auto engine = readDiscovery(session.folders.discoveryFile()))
        return {"port", Health::Good, QCoreApplication::translate("Cli", "an engine serves %1 (process %2)").arg(engine->url, QString::number(engine->pid)), {}};
    const int port = session.settings.number(Setting::ApiPort);
    QTcpServer probe;
    if (port == 0 || probe.listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
        return {"port", Health::Good, QCoreApplication::translate("Cli", "%1 is free; no engine runs").arg(port), {}};
    const auto holder = http::portHolder(static_cast<quint16>(port));
    return {"port", Health::Bad,
            holder ? QCoreApplication::translate("Cli", "%1 is taken by %2 (process %3)").arg(QString::number(port), holder->name, QString::number(holder->pid))
                   : QCoreApplication::translate("Cli", "port %1 cannot be opened: %2").arg(QString::number(port), probe.errorString()),
            QCoreApplication::translate("Cli", "End the program that uses it, or choose another port with --port or KULE_API_PORT.")};
}

Finding pythonFinding(const Session &session, const Result<Interpreter> &python)
{
    if (python)
        return {"python", Health::Good, python->name(), {}};
    return {"python", Health::Bad, session.sentence(python.error().message),
            QCoreApplication::translate("Cli", "Install Python 3.9 or newer, or name one with KULE_PYTHON.")};
}

Finding selenium(const Session &session, const Result<Interpreter> &python)
{
    if (!python || !python->hasSelenium)
        return {"selenium", Health::Poor, QCoreApplication::translate("Cli", "this Python has no selenium; only jobs that drive a browser need it"),
                QCoreApplication::translate("Cli", "python3 -m pip install \"selenium>=4\", or your system's package python3-selenium.")};
    const QString url = session.settings.text(Setting::SeleniumUrl);
    return {"selenium", Health::Good,
            url.isEmpty() ? QCoreApplication::translate("Cli", "installed; browsers of this computer are used")
                          : QCoreApplication::translate("Cli", "installed; the hub is %1").arg(url),
            {}};
}

Finding hub(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port(url.scheme() == QLatin1String("https") ? 443 : 80)));
    if (socket.waitForConnected(5'000))
        return {"browser", Health::Good, QCoreApplication::translate("Cli", "the hub %1 answers").arg(url.toString()), {}};
    return {"browser", Health::Poor, QCoreApplication::translate("Cli", "the hub %1 cannot be reached: %2").arg(url.toString(), socket.errorString()),
            QCoreApplication::translate("Cli", "Start it, or empty KULE_SELENIUM_URL to use a browser of this computer.")};
}

Finding browser(const Session &session)
{
    if (const QString url = session.settings.text(Setting::SeleniumUrl); !url.isEmpty())
        return hub(QUrl(url));
    constexpr std::pair<const char *, const char *> pairs[] = {{"chromium", "chromedriver"}, {"chromium-browser", "chromedriver"},
        {"google-chrome", "chromedriver"}, {"chrome", "chromedriver"}, {"firefox", "geckodriver"}, {"firefox-esr", "geckodriver"}};
    for (const auto &[name, driver] : pairs) {
        const QString program = QStandardPaths::findExecutable(QString::fromLatin1(name));
        const QString itsDriver = QStandardPaths::findExecutable(QString::fromLatin1(driver));
        if (!program.isEmpty() && !itsDriver.isEmpty())
            return {"browser", Health::Good, QCoreApplication::translate("Cli", "%1 with %2").arg(shown(program), shown(itsDriver)), {}};
    }
    return {"browser", Health::Poor, QCoreApplication::translate("Cli", "no browser with its driver was found; only jobs that drive one need it"),
            QCoreApplication::translate("Cli", "Install chromium and chromium-driver, or Firefox and geckodriver, or set KULE_SELENIUM_URL.")};
}

Finding clockFinding(const Session &session)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime built = QFileInfo(QCoreApplication::applicationFilePath()).lastModified(); // no clock stands before it
    QTemporaryFile probe(standing(session.folders.data) + QStringLiteral("/.kule-doctor-XXXXXX"));
    const bool isWritten = probe.open() && probe.write("x") == 1 && probe.flush();
    const qint64 drift = isWritten ? QFileInfo(probe.fileName()).lastModified().msecsTo(now) : 0;
    const QString what = now.toString(Qt::ISODate);
    if (now.addSecs(3600) < built || std::abs(drift) > 5'000)
        return {"clock", Health::Poor, QCoreApplication::translate("Cli", "%1 disagrees with the files of this computer").arg(what),
                QCoreApplication::translate("Cli", "Set the clock, or switch on network time (timedatectl set-ntp true).")};
    return {"clock", Health::Good, what, {}};
}

QString placeWord(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return QCoreApplication::translate("Cli", "in the keychain of this computer");
    case SecretPlace::Vault:
        return QCoreApplication::translate("Cli", "in a vault under a passphrase");
    case SecretPlace::Session:
        return QCoreApplication::translate("Cli", "in memory, until the engine ends");
    case SecretPlace::Environment:
        return QCoreApplication::translate("Cli", "in the environment");
    }
    return {};
}

// Of a running engine what it says; else looked at from here, by reading alone.
Finding secretsFinding(const Session &session, Clock &clock)
{
    const auto found = [](SecretPlace place, const QString &problem) {
        return Finding{"secrets", problem.isEmpty() ? Health::Good : Health::Poor, placeWord(place), problem};
    };
    if (auto engine = readDiscovery(session.folders.discoveryFile())) {
        const auto state = Client(QUrl(engine->url), std::move(engine->key), session.language).get(QStringLiteral("/api/secrets"));
        if (!state)
            return {"secrets", Health::Poor, session.sentence(state.error().message), {}};
        const Json problem = state->value("problem", Json());
        return found(placeOf(textOf(*state, "backend").toUtf8()).value_or(SecretPlace::Keychain), problem.is_object() ? textOf(problem, "message") : QString());
    }
    const SettingsService settings(session.folders.settingsFile, {}, Settings::fromEnvironment(QProcessEnvironment::systemEnvironment()));
    const SecretPlace place = placeOf(settings.current().text(Setting::SecretsPlace).toUtf8()).value_or(SecretPlace::Keychain);
    if (place == SecretPlace::Vault && !QFileInfo::exists(session.folders.data + QStringLiteral("/secrets.vault")))
        return found(place, session.sentence(secreterror::noVault().message));
    if (place != SecretPlace::Keychain)
        return found(place, {});
    SystemKeychain keychain;
    KeychainStore store(keychain, clock, QStringLiteral("Kule"), session.folders.data + QStringLiteral("/keychain-names.json"));
    const auto read = awaitHere(store.read(QStringLiteral("kule/probe")));
    return found(place, read || read.error().code == "secrets.not_found" ? QString() : session.sentence(read.error().message));
}

QString word(Health health)
{
    switch (health) {
    case Health::Good:
        return QStringLiteral("ok");
    case Health::Poor:
        return QStringLiteral("poor");
    case Health::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

Colour colourOf(Health health)
{
    return health == Health::Good ? Colour::Good : health == Health::Poor ? Colour::Busy : Colour::Bad;
}

void declareDoctor(QCommandLineParser &parser)
{
    declare(parser, {QStringLiteral("data-dir")}, QCoreApplication::translate("Cli", "Data folder of the engine."), "folder");
}

Result<ExitCode> doctor(Session &session)
{
    if (auto words = expectWords(session, 0, 0, doctorCommand); !words)
        return fail(words.error());
    SystemClock clock;
    QObject context;
    const auto python = awaitHere(findInterpreter(session.settings.text(Setting::Python), &context, clock));
    std::vector<Finding> findings{dataFolder(session), diskSpace(session), apiPort(session), pythonFinding(session, python),
                                  selenium(session, python), browser(session), secretsFinding(session, clock), clockFinding(session)};
    for (Finding &finding : titleFindings(session))
        findings.push_back(std::move(finding));
    Json json = Json::array();
    bool isWell = true;
    for (const Finding &finding : findings) {
        isWell = isWell && finding.health != Health::Bad;
        if (session.out.isJson()) {
            json.push_back({{"check", finding.check}, {"health", word(finding.health)}, {"finding", finding.what}, {"fix", finding.fix}});
            continue;
        }
        session.out.line(session.out.painted(colourOf(finding.health), word(finding.health).leftJustified(6))
                         + QString::fromLatin1(finding.check).leftJustified(16) + finding.what);
        if (!finding.fix.isEmpty())
            session.out.line(QString(22, u' ') + QChar(0x2192) + u' ' + finding.fix);
    }
    if (session.out.isJson())
        session.out.json(json);
    return isWell ? ExitCode::Ok : ExitCode::Unavailable;
}

} // namespace

const Command doctorCommand{"doctor", "[--data-dir DIR]", QT_TRANSLATE_NOOP("Cli", "Look at what Kule needs here, and say how to mend it."), declareDoctor, doctor};

} // namespace kule::cli

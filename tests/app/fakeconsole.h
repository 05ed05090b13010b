// SPDX-License-Identifier: GPL-3.0-or-later
// A Console over services in memory, and the application objects that a window needs, for tests and pictures.
#pragma once
#include "activity/activitylog.h"
#include "api/apicontrol.h"
#include "fakeclock.h"
#include "exports/exports.h"
#include "fakeservices.h"
#include "languages.h"
#include "mainwindow.h"
#include "settings/settingsservice.h"
#include "store/store.h"

#include <QAccessible>
#include <QTemporaryDir>
#include <QTest>

namespace kule {

class FakeApi final : public ApiControl, public FakeFailure
{
    Q_OBJECT
public:
    ApiStatus state{true, {QStringLiteral("http://127.0.0.1:3000"), QStringLiteral("http://[::1]:3000")}, 3000, std::nullopt, 2, 128, 3, 2, 5};
    std::vector<ApiRequestNote> notes;
    Future<Result<ApiStatus>> status() override { return answer<ApiStatus>(state); }
    Future<Result<std::vector<ApiRequestNote>>> recent() override { return answer<std::vector<ApiRequestNote>>(notes); }
};

class FakeConsole
{
public:
    explicit FakeConsole(Settings::Layer flags = {}, Settings::Layer environment = {});

    Console console();
    /// Keys, requests, callbacks, jobs and fatals of a working day.
    void fill();
    /// So many rows more in the activity log, by now.
    void noteActivity(int count, const QByteArray &action, const QString &target = QStringLiteral("x"));
    QString file(const QString &name) const { return m_folder.filePath(name); }

    FakeClock clock;
    FakeJobs jobs;
    FakeFatals fatals;
    FakeCallbacks callbacks;
    FakeKeys keys;
    FakeExecutor executor;
    FakeOverview overview;
    FakeSecrets secrets;
    Redactor redactor;
    FakeBots bots;
    FakeHeroku heroku;
    FakeApi api;
    FakeBulk bulk{jobs};
    FakeRetention retention;
    FakeTitles titles;

private:
    void fillOverview(qint64 now);
    void fillTitles(qint64 now);
    void fillBots(qint64 now);

    QTemporaryDir m_folder;
    Folders m_folders;

public:
    SettingsService settings;

private:
    std::unique_ptr<Store> m_store;
    ActivityLog m_activity;

public:
    Exports exports;
};

/// The child of that name and type; fails the test where there is none.
template <class W>
W *child(const QObject *in, const char *name)
{
    auto *found = in->findChild<W *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s in %s", name, qPrintable(in->objectName()));
    return found;
}

/// Lets queued answers arrive.
inline void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

/// Widgets that Tab reaches now and that say no name.
inline QStringList namelessIn(const QWidget *in)
{
    QStringList nameless;
    const auto widgets = in->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && (!seen || seen->text(QAccessible::Name).isEmpty()))
            nameless << QStringLiteral("%1#%2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
    return nameless;
}

} // namespace kule

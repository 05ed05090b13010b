// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitywords.h"

#include "widgets/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kule {
namespace {

struct Deed
{
    const char *action;
    const char *words;
};

constexpr Deed deeds[] = {
    {"job.run", QT_TRANSLATE_NOOP("Activity", "Started a job")},
    {"job.rerun", QT_TRANSLATE_NOOP("Activity", "Ran a job again")},
    {"job.cancel", QT_TRANSLATE_NOOP("Activity", "Cancelled a job")},
    {"job.delete", QT_TRANSLATE_NOOP("Activity", "Deleted jobs")},
    {"job.restore", QT_TRANSLATE_NOOP("Activity", "Took a deletion back")},
    {"job.bulk_stop", QT_TRANSLATE_NOOP("Activity", "Stopped work on many jobs")},
    {"fatal.delete", QT_TRANSLATE_NOOP("Activity", "Deleted fatal reports")},
    {"fatal.restore", QT_TRANSLATE_NOOP("Activity", "Took a deletion of reports back")},
    {"retention.apply", QT_TRANSLATE_NOOP("Activity", "Removed what was too old")},
    {"titles.batch", QT_TRANSLATE_NOOP("Activity", "Scraped titles")},
    {"titles.batch_stop", QT_TRANSLATE_NOOP("Activity", "Stopped a scrape")},
    {"titles.batch_resume", QT_TRANSLATE_NOOP("Activity", "Resumed a scrape")},
    {"titles.batch_retry", QT_TRANSLATE_NOOP("Activity", "Tried a title of a scrape again")},
    {"title.parse", QT_TRANSLATE_NOOP("Activity", "Read a stored page again")},
    {"titles.parse", QT_TRANSLATE_NOOP("Activity", "Read all stored pages again")},
    {"title.delete", QT_TRANSLATE_NOOP("Activity", "Deleted a title")},
    {"titles.clear", QT_TRANSLATE_NOOP("Activity", "Deleted all titles")},
    {"titles.clear_cache", QT_TRANSLATE_NOOP("Activity", "Emptied the cache of titles")},
    {"heroku.keep", QT_TRANSLATE_NOOP("Activity", "Stored a Heroku app")},
    {"heroku.remove", QT_TRANSLATE_NOOP("Activity", "Removed a Heroku app")},
    {"heroku.scale", QT_TRANSLATE_NOOP("Activity", "Scaled on Heroku")},
    {"heroku.stop", QT_TRANSLATE_NOOP("Activity", "Stopped on Heroku")},
    {"heroku.restart", QT_TRANSLATE_NOOP("Activity", "Restarted on Heroku")},
    {"heroku.schedule", QT_TRANSLATE_NOOP("Activity", "Scheduled restarts on Heroku")},
    {"callback.redeliver", QT_TRANSLATE_NOOP("Activity", "Sent a callback again")},
    {"key.create", QT_TRANSLATE_NOOP("Activity", "Made an access key")},
    {"key.revoke", QT_TRANSLATE_NOOP("Activity", "Revoked an access key")},
    {"setting.set", QT_TRANSLATE_NOOP("Activity", "Changed a setting")},
};

QString said(const char *source)
{
    return QCoreApplication::translate("Activity", source);
}

} // namespace

QString deedOf(const QByteArray &action)
{
    const auto deed = std::find_if(std::begin(deeds), std::end(deeds), [&action](const Deed &d) { return action == d.action; });
    return deed == std::end(deeds) ? shownText(QString::fromUtf8(action)) : said(deed->words);
}

ActivityLink linkOf(const Activity &activity)
{
    if (activity.action.startsWith("job."))
        return {QStringLiteral("jobs"), activity.target, said(QT_TRANSLATE_NOOP("Activity", "Open the job"))};
    if (activity.action.startsWith("fatal."))
        return {QStringLiteral("fatals"), QStringLiteral("?"), said(QT_TRANSLATE_NOOP("Activity", "Go to the fatals"))};
    if (activity.action.startsWith("titles.batch"))
        return {QStringLiteral("titles"), QStringLiteral("batch:") + activity.target, said(QT_TRANSLATE_NOOP("Activity", "Open the scrape"))};
    if (activity.action.startsWith("title."))
        return {QStringLiteral("titles"), activity.target, said(QT_TRANSLATE_NOOP("Activity", "Open the title"))};
    if (activity.action.startsWith("titles."))
        return {QStringLiteral("titles"), QStringLiteral("storage"), said(QT_TRANSLATE_NOOP("Activity", "Go to the titles' storage"))};
    if (activity.action.startsWith("callback."))
        return {QStringLiteral("api"), QStringLiteral("callbacks"), said(QT_TRANSLATE_NOOP("Activity", "Go to the callbacks"))};
    if (activity.action.startsWith("key."))
        return {QStringLiteral("api"), QStringLiteral("keys"), said(QT_TRANSLATE_NOOP("Activity", "Go to the keys"))};
    if (activity.action.startsWith("setting."))
        return {QStringLiteral("settings"), activity.target, said(QT_TRANSLATE_NOOP("Activity", "Go to the setting"))};
    return {};
}

} // namespace kule

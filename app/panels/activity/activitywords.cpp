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

QString actorText(const QString &actor)
{
    return actor == Actor::console().name ? said(QT_TRANSLATE_NOOP("Activity", "this window")) : shownText(actor);
}

ActivityLink linkOf(const Activity &activity)
{
    if (activity.action.startsWith("job."))
        return {QStringLiteral("jobs"), activity.target, said(QT_TRANSLATE_NOOP("Activity", "Open the job"))};
    if (activity.action.startsWith("fatal."))
        return {QStringLiteral("fatals"), QStringLiteral("?"), said(QT_TRANSLATE_NOOP("Activity", "Go to the fatals"))};
    if (activity.action.startsWith("callback."))
        return {QStringLiteral("api"), QStringLiteral("callbacks"), said(QT_TRANSLATE_NOOP("Activity", "Go to the callbacks"))};
    if (activity.action.startsWith("key."))
        return {QStringLiteral("api"), QStringLiteral("keys"), said(QT_TRANSLATE_NOOP("Activity", "Go to the keys"))};
    if (activity.action.startsWith("setting."))
        return {QStringLiteral("settings"), activity.target, said(QT_TRANSLATE_NOOP("Activity", "Go to the setting"))};
    return {};
}

} // namespace kule

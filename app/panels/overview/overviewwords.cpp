// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewwords.h"

#include "widgets/words.h"
#include "words/jobwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kule {
namespace {

constexpr qint64 littleSpace = 1024LL * 1024 * 1024; ///< free bytes below which a person should look

QString said(const char *source, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("Overview", source, disambiguation, n);
}

LinkItem apiItem(const std::optional<ApiStatus> &status)
{
    LinkItem item{QStringLiteral("api"), {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("Overview", "looking…"))},
                  said(QT_TRANSLATE_NOOP("Overview", "API")), {}, {}, {}, {}, QStringLiteral("api"), {}};
    if (!status)
        return item;
    if (status->isListening) {
        item.look = {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "listening"))};
        item.remark = status->urls.value(0);
    } else {
        item.look = {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "not listening"))};
        item.remark = status->problem ? sentenceOf(*status->problem) : QString();
    }
    return item;
}

LinkItem storeItem(const OverviewPicture &picture)
{
    LinkItem item{QStringLiteral("store"), {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "writing"))},
                  said(QT_TRANSLATE_NOOP("Overview", "Database")), {}, {}, {}, {}, QStringLiteral("settings"), QStringLiteral("data_dir")};
    if (picture.overview && picture.overview->trouble) {
        item.look = {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "refuses writes"))};
        item.remark = sentenceOf(*picture.overview->trouble);
    } else if (picture.overview) {
        item.remark = said(QT_TRANSLATE_NOOP("Overview", "%1 on the disk")).arg(sizeText(picture.overview->databaseBytes));
    }
    return item;
}

LinkItem diskItem(const Overview &overview)
{
    const bool isLow = overview.freeBytes < littleSpace;
    const StateLook look = isLow ? StateLook{Glyph::Diamond, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "nearly full"))}
                                 : StateLook{Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "enough space"))};
    return {QStringLiteral("disk"), look, said(QT_TRANSLATE_NOOP("Overview", "Disk")),
            said(QT_TRANSLATE_NOOP("Overview", "%1 free of %2")).arg(sizeText(overview.freeBytes), sizeText(overview.diskBytes)), {}, {}, {},
            QStringLiteral("settings"), QStringLiteral("data_dir")};
}

LinkItem pythonItem(const std::optional<WorkerHealth> &health)
{
    LinkItem item{QStringLiteral("python"), {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("Overview", "looking…"))},
                  said(QT_TRANSLATE_NOOP("Overview", "Python")), {}, {}, {}, {}, QStringLiteral("settings"), QStringLiteral("python")};
    if (!health)
        return item;
    if (health->interpreter.isEmpty() || health->problem) {
        item.look = {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "not usable"))};
        item.remark = health->problem ? sentenceOf(*health->problem) : QString();
        return item;
    }
    item.look = health->warm > 0 ? StateLook{Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "ready"))}
                                 : StateLook{Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("Overview", "warming up"))};
    item.remark = said(QT_TRANSLATE_N_NOOP("Overview", "%1, %Ln worker(s) warm"), nullptr, health->warm).arg(health->version);
    return item;
}

LinkItem callbacksItem(const Overview &overview)
{
    const QLocale locale;
    LinkItem item{QStringLiteral("callbacks"), {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "delivered"))},
                  said(QT_TRANSLATE_NOOP("Overview", "Callbacks")), said(QT_TRANSLATE_NOOP("Overview", "none waits, none was given up")), {}, {}, {},
                  QStringLiteral("api"), QStringLiteral("callbacks")};
    if (overview.waitingCallbacks > 0)
        item.look = {Glyph::DottedRing, Token::Waiting, said(QT_TRANSLATE_NOOP("Overview", "waiting"))};
    if (overview.deadCallbacks > 0)
        item.look = {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "given up"))};
    if (overview.waitingCallbacks + overview.deadCallbacks > 0)
        item.remark = said(QT_TRANSLATE_NOOP("Overview", "%1 waiting, %2 given up")).arg(locale.toString(overview.waitingCallbacks), locale.toString(overview.deadCallbacks));
    return item;
}

LinkItem titlesItem(const TitleState &titles)
{
    LinkItem item{QStringLiteral("titles"), {Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "there"))},
                  said(QT_TRANSLATE_NOOP("Overview", "Titles")), {}, {}, {}, {}, QStringLiteral("titles"), QStringLiteral("storage")};
    const auto &problem = titles.database.problem ? titles.database.problem : titles.cache.problem;
    if (problem) {
        item.look = {Glyph::Triangle, Token::Failed, titles.database.problem ? said(QT_TRANSLATE_NOOP("Overview", "database away")) : said(QT_TRANSLATE_NOOP("Overview", "cache away"))};
        item.remark = sentenceOf(*problem);
    } else if (titles.sizes) {
        item.remark = said(QT_TRANSLATE_NOOP("Overview", "%1 stored, %2 in the cache")).arg(QLocale().toString(titles.sizes->titles), QLocale().toString(titles.cache.entries));
    }
    return item;
}

} // namespace

std::vector<LinkItem> itemsOf(const TitleCounts &titles)
{
    const QLocale locale;
    const StateLook good{Glyph::Disc, Token::Succeeded, said(QT_TRANSLATE_NOOP("Overview", "succeeded"))};
    const auto from = [&](const char *key, const QString &title, const QString &remark, qint64 count) {
        StateLook look = good;
        if (count == 0)
            look = {Glyph::Ring, Token::Stopped, said(QT_TRANSLATE_NOOP("Overview", "none"))};
        return LinkItem{QString::fromLatin1(key), look, title, remark, locale.toString(count), {}, {}, QStringLiteral("jobs"), QStringLiteral("?kind:title state:succeeded since:1d")};
    };
    std::vector<LinkItem> items;
    if (titles.cache + titles.database + titles.netflix + titles.failed == 0)
        return items;
    items.push_back(from("netflix", said(QT_TRANSLATE_NOOP("Overview", "From the page")), said(QT_TRANSLATE_NOOP("Overview", "fetched and read")), titles.netflix));
    items.push_back(from("database", said(QT_TRANSLATE_NOOP("Overview", "From the database")), said(QT_TRANSLATE_NOOP("Overview", "stored before")), titles.database));
    items.push_back(from("cache", said(QT_TRANSLATE_NOOP("Overview", "From the cache")), said(QT_TRANSLATE_NOOP("Overview", "asked for lately")), titles.cache));
    QStringList codes;
    for (const auto &[code, count] : titles.failures)
        codes << QStringLiteral("%1 %2").arg(shownText(code), locale.toString(count));
    LinkItem failed = from("failed", said(QT_TRANSLATE_NOOP("Overview", "Failed")), codes.join(QStringLiteral(" · ")), titles.failed);
    if (titles.failed > 0)
        failed.look = {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "failed"))};
    failed.tip = codes.join(u'\n');
    failed.what = QStringLiteral("?kind:title ") + failureFilter();
    items.push_back(std::move(failed));
    return items;
}

QString failureFilter()
{
    return QStringLiteral("state:failed,timed_out,interrupted since:1d");
}

LinkItem itemOf(const Job &job, qint64 now)
{
    LinkItem item{job.id.value, lookOf(job), shownText(nameOf(job)), {}, {}, {}, {}, QStringLiteral("jobs"), job.id.value};
    const QString remark = shownText(remarkOf(job));
    const QString file = shownText(job.filePath);
    if (job.state == JobState::Running) {
        item.progress = job.progress;
        item.aside = percentText(job.progress);
        item.remark = remark.isEmpty() ? file : said(QT_TRANSLATE_NOOP("Overview", "%1 · %2")).arg(file, remark);
    } else {
        item.remark = remark.isEmpty() ? file : remark;
        item.aside = relativeTime(job.queuedAt, now);
    }
    item.tip = remark.isEmpty() ? file : file + u'\n' + remark;
    return item;
}

LinkItem itemOf(const FatalGroup &group, qint64 now)
{
    LinkItem item{group.fingerprint, {Glyph::Triangle, Token::Failed, said(QT_TRANSLATE_NOOP("Overview", "fatal"))}, shownText(group.type), shownText(group.place),
                  {}, {}, shownText(sentenceOf(group.lastError)), QStringLiteral("fatals"), QStringLiteral("?group:") + group.fingerprint};
    item.aside = said(QT_TRANSLATE_NOOP("Overview", "%1 × · %2")).arg(QLocale().toString(group.total), relativeTime(group.lastSeen, now));
    return item;
}

std::vector<LinkItem> healthOf(const OverviewPicture &picture)
{
    std::vector<LinkItem> lines{apiItem(picture.api), storeItem(picture)};
    if (picture.overview && picture.overview->diskBytes > 0)
        lines.push_back(diskItem(*picture.overview));
    lines.push_back(pythonItem(picture.workers));
    if (picture.overview)
        lines.push_back(callbacksItem(*picture.overview));
    if (picture.titles)
        lines.push_back(titlesItem(*picture.titles));
    for (LinkItem &line : lines)
        line.aside = line.look.word;
    return lines;
}

int troublesIn(const OverviewPicture &picture)
{
    const auto lines = healthOf(picture);
    const auto bad = std::count_if(lines.begin(), lines.end(), [](const LinkItem &line) { return line.look.token == Token::Failed; });
    const bool isGettingWorse = picture.overview && picture.overview->lastDay.failed > picture.overview->dayBefore.failed;
    return static_cast<int>(bad) + (isGettingWorse ? 1 : 0);
}

} // namespace kule

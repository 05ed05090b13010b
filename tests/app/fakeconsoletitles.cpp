// SPDX-License-Identifier: GPL-3.0-or-later
// Titles of a working day for FakeConsole: stored ones with pictures, batches in each state, items of each error class.
#include "fakeconsole.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace kule {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

/// A landscape of a few colours: something to look at that is nobody's.
QByteArray drawnPicture(int number)
{
    QImage picture(1280, 720, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient sky(0, 0, 0, 720);
    sky.setColorAt(0, QColor::fromHsv((205 + number * 47) % 360, 150, 110));
    sky.setColorAt(0.7, QColor::fromHsv((25 + number * 31) % 360, 140, 235));
    painter.fillRect(picture.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int ridge = 0; ridge < 3; ++ridge) {
        QPolygonF hills;
        hills << QPointF(0, 720);
        for (int x = 0; x <= 1280; x += 80)
            hills << QPointF(x, 420 + ridge * 90 + ((x / 80 * (7 + ridge * 5) + number * 13) % 11) * 9);
        hills << QPointF(1280, 720);
        painter.setBrush(QColor::fromHsv((210 + number * 47) % 360, 90, 90 - ridge * 26));
        painter.drawPolygon(hills);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

struct Sample
{
    const char *id;
    const char *locale;
    const char *title;
    int year;
    QStringList genres;
    const char *plot;
    QStringList cast;
};

const Sample samples[] = {
    {"81616256", "tr", "Hayata Röveşata Çeken Adam", 2022, {QStringLiteral("13+"), QStringLiteral("Komedi"), QStringLiteral("Dram")},
     "Karısının ölümünden sonra hayata küsen huysuz bir dulun planları, yan eve taşınan neşeli bir aile yüzünden altüst olur.",
     {QStringLiteral("Tom Hanks"), QStringLiteral("Mariana Treviño"), QStringLiteral("Rachel Keller"), QStringLiteral("Manuel Garcia-Rulfo")}},
    {"70153404", "", "The Quiet Harbour", 2010, {QStringLiteral("PG-13"), QStringLiteral("Mystery")}, "A pilot finds a letter that should not exist.", {QStringLiteral("Ada Moss")}},
    {"80192098", "tr", "Gece Vardiyası", 2019, {QStringLiteral("18+"), QStringLiteral("Gerilim"), QStringLiteral("Polisiye")}, "Bir hastanenin en uzun gecesi.", {QStringLiteral("Ece Tan"), QStringLiteral("Mert Aydın")}},
    {"81005493", "de-en", "Nordlicht", 0, {QStringLiteral("Documentaries")}, "", {}},
    {"80057281", "tr", "Kuyudaki Işık", 2016, {QStringLiteral("7+"), QStringLiteral("Aile")}, "İki kardeş kuyunun dibinde bir şehir bulur.", {QStringLiteral("Deniz Kaya")}},
};

} // namespace

void FakeConsole::fillTitles(qint64 now)
{
    int number = 0;
    for (const Sample &sample : samples) {
        const TitleKey key{sample.id, sample.locale};
        TitleDetail &detail = titles.add(key, QString::fromUtf8(sample.title));
        StoredTitle &title = detail.title;
        title.info.year = sample.year > 0 ? std::optional(sample.year) : std::nullopt;
        title.info.genres = sample.genres;
        title.info.plot = QString::fromUtf8(sample.plot);
        title.info.cast = sample.cast;
        title.info.backdrop = number == 3 ? QString() : QStringLiteral("https://occ-0-1.1.nflxso.net/art/%1.jpg").arg(number);
        title.pageAt = now - number * 2 * day - 3 * minute;
        title.savedAt = title.pageAt + 400;
        title.provenance.clear();
        for (const TitleField field : titleFields) {
            if (!isMissing(title.info, field))
                title.provenance[field] = {field == TitleField::Year ? "markup" : field == TitleField::Backdrop ? "meta" : "json-ld", title.pageAt};
        }
        title.isPartial = title.provenance.size() < titleFields.size();
        title.changes = number == 0 ? 2 : 0;
        detail.history.clear();
        if (number == 0) {
            detail.history = {{2, now - 3 * minute, "fetched", Json{{"genres", {{"from", {"7+", "Komedi", "Dram"}}, {"to", {"13+", "Komedi", "Dram"}}}}}},
                              {1, now - 9 * day, "parsed", Json{{"year", {{"from", nullptr}, {"to", 2022}}}}}};
        }
        detail.page->fetchedAt = title.pageAt;
        if (!title.info.backdrop.isEmpty())
            titles.pictures.insert(nameOf(key), {"image/png", drawnPicture(number)});
        ++number;
    }
    std::reverse(titles.all.begin(), titles.all.end());
    titles.now.cache = {"memory", {}, {}, 214, 612'000, 1832, 441};
    titles.now.database = {"sqlite", QStringLiteral("/home/ops/.local/share/kule/titles.db"), {}};
    titles.now.sizes = TitleSizes{1204, 31, 1190, 148'000'000};
    const auto batch = [&](int seq, const char *label, BatchState state, qint64 total, qint64 waiting, qint64 running, qint64 succeeded, qint64 failed) {
        TitleBatch made;
        made.seq = seq;
        made.id = QStringLiteral("batch-%1").arg(seq);
        made.label = QString::fromUtf8(label);
        made.state = state;
        made.actor = QStringLiteral("console");
        made.createdAt = now - (5 - seq) * 47 * minute;
        made.total = total;
        made.waiting = waiting;
        made.running = running;
        made.succeeded = succeeded;
        made.failed = failed;
        titles.begun.insert(titles.begun.begin(), made);
    };
    batch(1, "", BatchState::Finished, 1, 0, 0, 1, 0);
    batch(2, "Yeni eklenenler", BatchState::Finished, 12, 0, 0, 9, 3);
    batch(3, "kataloğun tamamı", BatchState::Stopped, 4200, 2180, 0, 2014, 6);
    batch(4, "haftalık", BatchState::Running, 12, 1, 2, 3, 6);
    const auto item = [&](const char *url, const char *state, const char *source, const char *code, const Text &error, const char *title, qint64 age) {
        TitleBatchItem made{static_cast<qint64>(titles.items.size()) + 1, QString::fromUtf8(url), state, {}, source, code, error, QString::fromUtf8(title), age > 0 ? now - age : 0};
        if (made.state != "waiting")
            made.job = {QStringLiteral("title-job-%1").arg(made.number)};
        titles.items.push_back(made);
    };
    item("https://www.netflix.com/tr/title/81616256", "succeeded", "netflix", "", {}, "Hayata Röveşata Çeken Adam", 3 * minute);
    item("https://www.netflix.com/title/70153404", "succeeded", "cache", "", {}, "The Quiet Harbour", 2 * day);
    item("https://www.netflix.com/tr/title/80192098", "succeeded", "database", "", {}, "Gece Vardiyası", 4 * day);
    item("https://www.netflix.com/tr/title/80999999", "failed", "", "NOT_FOUND", text(refusedPage, QStringLiteral("404")), "", 0);
    item("https://www.netflix.com/de/title/80111111", "failed", "", "REGION_UNAVAILABLE", text("The site sent its landing page: it does not show this title in the region of this computer, or the number is wrong. Try the address in a browser."), "", 0);
    item("https://www.netflix.com/tr/title/80222222", "failed", "", "RATE_LIMITED", text(refusedPage, QStringLiteral("429")), "", 0);
    item("https://www.netflix.com/tr/title/80333333", "failed", "", "SCRAPE_ERROR", text(refusedPage, QStringLiteral("403")), "", 0);
    item("https://www.netflix.com/tr/title/80444444", "failed", "", "PARSE_ERROR", text("The page is larger than %1 MiB, as no title's page is. Look at its address in a browser.", QStringLiteral("8")), "", 0);
    item("https://www.netflix.com/watch/80555555", "failed", "", "VALIDATION_ERROR", text("This is not the address of a title. Give one such as https://www.netflix.com/tr/title/81616256."), "", 0);
    item("https://www.netflix.com/tr/title/80057281", "running", "", "", {}, "", 0);
    item("https://www.netflix.com/title/81005493", "running", "", "", {}, "", 0);
    item("https://www.netflix.com/title/81234567", "waiting", "", "", {}, "", 0);
}

} // namespace kule

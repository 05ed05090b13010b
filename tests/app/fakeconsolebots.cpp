// SPDX-License-Identifier: GPL-3.0-or-later
// Bots of a working day: one in each state, what they sent, who is subscribed.
#include "bots/kinds/introduction.h"
#include "bots/sources/announcementsconfig.h"
#include "fakeconsole.h"

namespace kule {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

} // namespace

void FakeConsole::fillBots(qint64 now)
{
    const auto add = [&](const char *name, const char *username, BotKind kind, BotState state, Text reason = {}) -> BotView & {
        BotView view;
        view.bot.seq = static_cast<qint64>(bots.all.size()) + 1;
        view.bot.id = {QStringLiteral("7d1e4b2a-90c4-4f11-8a2%1-0c5d6e7f8a9b").arg(bots.all.size())};
        view.bot.name = QString::fromUtf8(name);
        view.bot.username = QString::fromLatin1(username);
        view.bot.kind = kind;
        view.bot.wish = state == BotState::Stopped ? BotWish::Stopped : BotWish::Running;
        view.bot.config = kind == BotKind::Introduction ? Introduction::sample() : kind == BotKind::Announcements ? AnnouncementsConfig::sample() : Json::object();
        view.bot.version = 3;
        view.bot.createdAt = now - 400 * hour;
        view.condition.state = state;
        view.condition.reason = std::move(reason);
        bots.all.push_back(std::move(view));
        return bots.all.back();
    };
    BotView &running = add("tanitim", "kurum_tanitim_bot", BotKind::Introduction, BotState::Running);
    running.bot.lastUpdateAt = now - 12 * second;
    running.bot.quantity = 4;
    running.bot.restarts = {QStringLiteral("0 4 * * *"), QStringLiteral("Europe/Istanbul"), 0};
    running.condition.restarts = 2;
    running.condition.figures = {42, 38, 0};
    running.condition.nextRestartAt = now + 9 * hour;
    BotView &replica = add("duyuru replica", "kurum_duyuru_bot", BotKind::Announcements, BotState::Conflict,
                           text("Another program receives this bot's updates. Stop it there, or give this bot a token of its own. Telegram said: %1",
                                QStringLiteral("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")));
    replica.condition.nextTryAt = now + 94 * second;
    replica.bot.lastUpdateAt = now - 3 * hour;
    BotView &support = add("destek", "kurum_destek_bot", BotKind::Introduction, BotState::BackingOff, text("%1 could not be reached: %2. Check the address and the network.", QStringLiteral("api.telegram.org:443"), QStringLiteral("Connection refused")));
    support.condition.nextTryAt = now + 8 * second;
    support.condition.restarts = 4;
    support.condition.figures = {0, std::nullopt, 4};
    add("kütüphane", "", BotKind::Introduction, BotState::Unauthorised, text("Telegram does not know this token. Ask @BotFather for a new one and enter it. Telegram said: %1", QStringLiteral("Unauthorized")));
    BotView &archive = add("eski etkinlikler", "etkinlik_arsiv_bot", BotKind::Introduction, BotState::Stopped);
    archive.bot.mode = BotMode::Prod;
    archive.webhook = QStringLiteral("https://kule.example.org/telegram/7d1e4b2a");
    add("deneme", "deneme_bot", BotKind::Introduction, BotState::Failed, text("The mode prod needs an address under which Telegram reaches Kule. Set telegram.public_url, or choose the mode dev."));

    const auto sent = [&](BotDeliveryState state, const char *text, const char *error = "", int attempts = 1) {
        BotDelivery delivery;
        delivery.n = static_cast<qint64>(bots.ledger.size()) + 1;
        delivery.chat = -1001234567890 + delivery.n * 71;
        delivery.source = 9000 + delivery.n;
        delivery.outgoing.text = QString::fromUtf8(text);
        delivery.state = state;
        delivery.attempts = attempts;
        delivery.error = error;
        delivery.createdAt = delivery.changedAt = now - delivery.n * 3 * minute;
        bots.ledger.push_back(std::move(delivery));
    };
    sent(BotDeliveryState::Queued, "DUYURU: Yaz okulu kayıtları başladı\nhttps://www.example.org/duyuru/482", "", 0);
    sent(BotDeliveryState::Sending, "DUYURU: Kütüphane saatleri değişti");
    sent(BotDeliveryState::Review, "DUYURU: Burs başvuruları 15 Haziran'a kadar uzatıldı", "telegram.server_error", 2);
    sent(BotDeliveryState::Review, "DUYURU: Yemekhane menüsü", "telegram.unreadable");
    sent(BotDeliveryState::Failed, "DUYURU: Burs başvuruları 15 Haziran'a kadar uzatıldı", "telegram.blocked");
    sent(BotDeliveryState::Sent, "Merhaba! Ben tanıtım botuyum. Neler anlatabileceğimi görmek için /help yazın.");
    sent(BotDeliveryState::Sent, "Başka bir sorunuz var mı?");
    sent(BotDeliveryState::Failed, "DUYURU: Yaz okulu kayıtları başladı", "telegram.kicked", 3);
    BotView &script = add("kulüp betiği", "", BotKind::Script, BotState::Failed, text("The script left with exit code %1. Its log says why.", QStringLiteral("1")));
    script.bot.config = Json{{"command", {"python3", "kulup bot.py", "--quiet"}}, {"cwd", "packages/bots"}, {"token_env", "TOKEN"}, {"environment", {{"MODE", "dev"}}}};
    script.environment = {BotEnvironment::State::Ready, {}};
    bots.all[1].condition.conflict = BotConflict{BotConflict::Who::Process, 4711, {}, {}};
    bots.all[1].deeds = {BotDeed::StopProcess};
    HerokuState &app = heroku.add(QStringLiteral("kurum-botlar"), 2);
    app.formation.push_back({QStringLiteral("duyuru"), 0, QStringLiteral("basic"), QStringLiteral("python3 duyuru_replica.py")});
    app.dynos[1].state = QStringLiteral("crashed");
    app.app.requestsLeft = 4381;
    app.app.nextRestartAt = now + 7 * hour;
    app.app.restarts = {QStringLiteral("0 4 * * *"), QStringLiteral("Europe/Istanbul"), 0};
    heroku.add(QStringLiteral("eski-botlar"), 0).app.isGiven = true;
    heroku.lines.lines = {{QStringLiteral("2026-11-20T04:00:11+00:00"), QStringLiteral("heroku"), QStringLiteral("worker.1"), QStringLiteral("State changed from starting to up")},
                          {QStringLiteral("2026-11-20T04:00:14+00:00"), QStringLiteral("app"), QStringLiteral("worker.1"), QStringLiteral("Bot çalışıyor…")}};
    const auto item = [&](const char *id, const char *title, const char *text, bool isKnown) {
        PreviewItem made;
        made.item.id = QString::fromLatin1(id);
        made.item.link = QStringLiteral("https://www.example.org/duyuru?id=") + made.item.id;
        made.item.title = QString::fromUtf8(title);
        made.detail = QString::fromUtf8(text);
        made.isRead = true;
        made.isKnown = isKnown;
        made.turkish = {QStringLiteral("DUYURU:\n%1\n\n%2\n%3").arg(made.item.title, made.detail, made.item.link)};
        made.english = {QStringLiteral("ANNOUNCEMENT:\n%1\n\n%2\n%3").arg(made.item.title, made.detail, made.item.link)};
        bots.source.items.push_back(std::move(made));
    };
    item("482", "Yaz okulu kayıtları başladı", "Kayıtlar 15 Haziran'a kadar sürecek.", false);
    item("481", "Kütüphane saatleri değişti", "Hafta içi 08.00–23.00.", true);
    item("480", "Burs başvuruları uzatıldı", "Son gün 30 Mayıs.", true);
    bots.source.total = 3;
    bots.said = isoTime(now - 9000) + " Bot kulup bot.py başlıyor\n" + isoTime(now - 8000) + " Traceback (most recent call last):\n" + isoTime(now - 7900) + " KeyError: 'TOKEN'\n";
    const auto version = [&](int number, qint64 age, const char *by, const char *greeting) {
        Json config = Introduction::sample();
        if (*greeting)
            config["commands"][0]["text"]["tr"] = greeting;
        bots.saved.push_back({number, now - age, QString::fromUtf8(by), std::move(config)});
    };
    version(3, 5 * hour, "console", "");
    version(2, 30 * hour, "ayşe", "Hoş geldiniz! Ben bölümümüzün tanıtım botuyum.");
    version(1, 400 * hour, "console", "Merhaba.");
    bots.subscribed = {{-1001234567819, QStringLiteral("Bilgisayar Mühendisliği 1. sınıf"), 52781, now - 300 * hour, {}, {}},
                       {-1001234567748, QStringLiteral("Öğrenci Konseyi"), 91120, now - 90 * hour, {}, {}},
                       {-1001234567677, QStringLiteral("Mezunlar 2024"), 0, now - 900 * hour, now - 20 * hour, "telegram.kicked"},
                       {-1001234567606, {}, 18, now - 700 * hour, now - 400 * hour, "stopped"}};
}

} // namespace kule

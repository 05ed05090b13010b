// SPDX-License-Identifier: GPL-3.0-or-later
// An introduction bot whole (poll, inbox, ledger, sender) against a server that is given, without Telegram's limit of 30 messages a
// second: how much of the machine answers people need. Says one line when it runs, ends with its standard input.
//   bench_replies URL TOKEN
#include "bots/tables/bottable.h"
#include "bots/telegramrun.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <cstdio>

using namespace kule;

namespace {

/// One token, for whoever asks.
class OneSecret final : public SecretService
{
public:
    explicit OneSecret(QByteArray value)
        : m_value(std::make_shared<const Secret>(value))
    {
    }
    Future<Result<SecretState>> state() override { return answered(Result<SecretState>(SecretState())); }
    Future<Result<SecretState>> probe() override { return state(); }
    Future<Result<SecretPtr>> read(QString) override { return answered(Result<SecretPtr>(m_value)); }
    Future<Done> write(QString, SecretPtr, Actor) override { return answered(Done()); }
    Future<Done> remove(QString, Actor) override { return answered(Done()); }
    Future<Result<SecretState>> unlock(SecretPtr, Actor) override { return state(); }
    Future<Result<SecretState>> changePassphrase(PassphraseChange, Actor) override { return state(); }
    Future<Result<SecretState>> moveTo(PlaceChange, Actor) override { return state(); }

private:
    const SecretPtr m_value;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    QTemporaryDir folder;
    auto store = Store::open({.file = folder.filePath(QStringLiteral("kule.db")), .backupFolder = folder.filePath(QStringLiteral("backups")), .schemaFolder = QStringLiteral(KULE_SCHEMA_FOLDER)}, 1);
    if (!store)
        return 1;
    Bot bot;
    bot.id = BotId::random();
    bot.name = QStringLiteral("tanitim");
    bot.quantity = 100;
    bot.config = *parseJson(R"({"commands": [{"command": "start", "text": {"tr": "Merhaba"}}]})");
    auto adding = (*store)->write([bot](Database &database) { return bottable::add(database, bot, {}, 1); });
    adding.wait();
    SystemClock clock;
    OneSecret secrets{QByteArray(argv[2])};
    ConflictDetective detective;
    TelegramRun run({**store, clock, secrets, QString::fromLocal8Bit(argv[1]), {}, folder.filePath(QStringLiteral("locks")), 1, detective, 1'000'000}, *adding.wait());
    QObject::connect(&run, &BotRun::launched, &run, [] {
        std::puts("running");
        std::fflush(stdout);
    });
    QObject::connect(&run, &BotRun::ended, &application, [](Supervision::Ending, const Text &why) {
        std::fprintf(stderr, "%s\n", qPrintable(why.english()));
        QCoreApplication::exit(1);
    });
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [] { QCoreApplication::exit(0); });
    run.launch();
    return application.exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every panel, filled and empty, in both languages and schemes, wide and narrow, for looking at.
// kule_screenshots FOLDER [panel]
#include "fakeconsole.h"

#include "panels/bots/tokenfield.h"
#include "panels/panel.h"
#include "panels/titles/backdropview.h"
#include "shortcutlist.h"
#include "waitfor.h"
#include "widgets/panelheader.h"
#include "widgets/statelabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <cstdio>

using namespace kule;

namespace {

class Photographer
{
public:
    Photographer(QApplication &application, QString folder, QString only)
        : m_folder(std::move(folder))
        , m_only(std::move(only))
        , m_theme(application)
        , m_languages(application)
    {
        QDir().mkpath(m_folder);
    }

    void all()
    {
        for (const char *scheme : {"light", "dark"}) {
            for (const char *language : {"en", "tr"}) {
                m_theme.choose(themeChoiceOf(QString::fromLatin1(scheme)));
                m_languages.choose(QString::fromLatin1(language));
                m_suffix = QStringLiteral("-%1-%2").arg(QString::fromLatin1(scheme), QString::fromLatin1(language));
                panels(true);
                panels(false);
                if (m_only.isEmpty())
                    start();
            }
        }
    }

private:
    void panels(bool isFilled)
    {
        FakeConsole fake;
        if (isFilled)
            fake.fill();
        UiState state(fake.file(QStringLiteral("window.json")), Json::object());
        MainWindow window({panelRows(), m_theme, m_languages, state});
        window.resize(1280, 800);
        window.show();
        window.setConsole(fake.console());
        const QString kind = isFilled ? QStringLiteral("filled") : QStringLiteral("empty");
        for (const PanelRow &row : panelRows()) {
            const QString name = QString::fromLatin1(row.name);
            if (!m_only.isEmpty() && m_only != name)
                continue;
            window.goTo(name);
            take(window, name + QLatin1Char('-') + kind);
            auto *panel = window.findChild<Panel *>(name);
            for (const char *parts : {"apiTabs", "titlesTabs", "botsTabs"}) {
                auto *tabs = panel->findChild<QTabWidget *>(QString::fromLatin1(parts));
                for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    take(window, QStringLiteral("%1-%2-tab%3").arg(name, kind).arg(tab));
                }
            }
            if (isFilled && name == u"titles")
                scrapes(window, *panel);
            if (name == u"bots")
                bots(window, *panel, fake, isFilled);
            if (QAction *action = panel->mainAction(); action && !isFilled) {
                action->trigger();
                take(window, name + QStringLiteral("-form"));
                panel->goBack();
            }
            if (isFilled)
                openFirst(window, *panel);
            if (name == u"overview" && isFilled) {
                window.resize(780, 640);
                take(window, QStringLiteral("overview-narrow"));
                window.resize(1280, 800);
                auto *asTable = panel->findChild<QAbstractButton *>(QStringLiteral("hoursAsTable"));
                asTable->click();
                take(window, QStringLiteral("overview-table"));
                asTable->click();
            }
        }
        if (isFilled) {
            menus(window);
            deeds(window);
        }
        if (isFilled && m_only.isEmpty()) {
            QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
            take(window, QStringLiteral("palette"));
            QTest::keyClicks(window.findChild<QLineEdit *>(QStringLiteral("paletteEdit")), QStringLiteral("123"));
            const auto *offers = child<QListView>(&window, "paletteList")->model();
            comes([offers] { return offers->rowCount() > 0; });
            take(window, QStringLiteral("palette-objects"));
            QTest::keyClick(window.findChild<QLineEdit *>(QStringLiteral("paletteEdit")), Qt::Key_Escape);
            auto *keys = ShortcutList::open(panelRows(), &window);
            settle();
            keys->grab().save(QStringLiteral("%1/shortcuts%2.png").arg(m_folder, m_suffix));
            keys->close();
            window.showFirstKey(std::make_shared<const Secret>("kule_4f2a7c1e9b3d5a60718293a4b5c6d7e8f9a0b1c2d3e4f506172839"));
            take(window, QStringLiteral("first-key"));
        }
    }

    void scrapes(MainWindow &window, Panel &panel)
    {
        panel.show(QStringLiteral("new:https://www.netflix.com/tr/title/81616256\nhttps://www.netflix.com/watch/80192098\nhttps://www.netflix.com/title/70153404"));
        take(window, QStringLiteral("titles-form-filled"));
        panel.show(QStringLiteral("batch:batch-4"));
        settle();
        auto *items = panel.findChild<QTableView *>(QStringLiteral("itemTable"));
        items->setCurrentIndex(items->model()->index(4, 0));
        take(window, QStringLiteral("titles-batch"));
        window.resize(900, 640);
        take(window, QStringLiteral("titles-batch-narrow"));
        window.resize(1280, 800);
        panel.goBack();
        panel.findChild<QTabWidget *>(QStringLiteral("titlesTabs"))->setCurrentIndex(0);
    }

    /// Its texts, what it sent, its settings, a source, a script, Heroku.
    void bots(MainWindow &window, Panel &panel, FakeConsole &fake, bool isFilled)
    {
        child<QTabWidget>(&panel, "botsTabs")->setCurrentIndex(0);
        if (!isFilled) {
            panel.show(QStringLiteral("procfile"));
            take(window, QStringLiteral("bots-procfile"));
            panel.goBack();
            return;
        }
        auto *table = child<QTableView>(&panel, "botTable");
        auto *tabs = child<QTabWidget>(&panel, "botTabs");
        const auto openRow = [&](int row) {
            table->setFocus();
            table->setCurrentIndex(table->model()->index(row, 0));
            QTest::keyClick(table, Qt::Key_Return);
            settle();
        };
        const struct
        {
            int row, tab;
            const char *name;
        } pages[] = {{0, 0, "overview"}, {0, 1, "texts"}, {0, 3, "sent"}, {1, 2, "source"}, {1, 4, "subscriptions"}, {3, 0, "unauthorised"}, {6, 0, "script"}, {6, 5, "log"}};
        for (const auto &page : pages) {
            openRow(page.row);
            tabs->setCurrentIndex(page.tab);
            settle();
            if (page.tab == 2)
                QTest::mouseClick(child<QPushButton>(&panel, "sourceTry"), Qt::LeftButton);
            if (page.tab == 3) {
                auto *sent = child<QTableView>(&panel, "deliveryTable");
                comes([sent] { return sent->model()->rowCount() > 2; });
                sent->selectRow(2);
            }
            take(window, QStringLiteral("bots-") + QLatin1String(page.name));
        }
        openRow(0);
        tabs->setCurrentIndex(1);
        auto *versions = child<QAbstractButton>(&panel, "textsVersions");
        versions->click();
        settle();
        auto *list = child<QTableView>(&panel, "versionTable");
        list->setCurrentIndex(list->model()->index(1, 0));
        take(window, QStringLiteral("bots-versions"));
        window.resize(900, 640);
        take(window, QStringLiteral("bots-versions-narrow"));
        window.resize(1280, 800);
        versions->click();
        window.resize(1680, 1000);
        take(window, QStringLiteral("bots-wide"));
        window.resize(1280, 800);
        child<QAction>(&panel, "editBot")->trigger();
        const auto *next = child<QLabel>(&panel, "restartNext");
        comes([next] { return !next->text().isEmpty(); }); // reckoned elsewhere
        take(window, QStringLiteral("bots-settings"));
        panel.goBack();
        panel.goBack();
        panel.show(QStringLiteral("new"));
        child<QLineEdit>(&panel, "botNameField")->setText(QStringLiteral("tanitim 2"));
        auto *token = child<QLineEdit>(&panel, "tokenField");
        QTest::keyClicks(token, QStringLiteral("123456:ABC-DEF"));
        fake.clock.advance(TokenField::pause);
        comes([owner = child<StateLabel>(&panel, "tokenOwner")] { return owner->isVisible() && !owner->look().isMoving; });
        take(window, QStringLiteral("bots-token-known"));
        QTest::keyClicks(token, QStringLiteral("x"));
        fake.bots.owner = fail(ErrorKind::Conflict, "bot.already_here", text("The bot %1 has this token already, and a bot never runs twice. Change that one, or ask @BotFather for another bot.", QStringLiteral("tanitim")));
        fake.clock.advance(TokenField::pause);
        comes([verdict = child<QLabel>(&panel, "tokenVerdict")] { return verdict->isVisible(); });
        take(window, QStringLiteral("bots-token-refused"));
        fake.bots.owner = TokenOwner{123, QStringLiteral("kurum_tanitim_bot"), QStringLiteral("Tanıtım")};
        token->clear();
        panel.goBack();
        panel.show(QStringLiteral("heroku"));
        settle();
        auto *apps = child<QTableView>(&panel, "herokuTable");
        apps->setFocus();
        apps->setCurrentIndex(apps->model()->index(1, 0));
        QTest::keyClick(apps, Qt::Key_Return);
        auto *parts = child<QTabWidget>(&panel, "herokuTabs");
        for (int part = 0; part < parts->count(); ++part) {
            parts->setCurrentIndex(part);
            take(window, QStringLiteral("bots-heroku%1").arg(part));
        }
        parts->setCurrentIndex(0);
        QTest::mouseClick(child<QPushButton>(&panel, "herokuStop"), Qt::LeftButton);
        settle();
        auto *question = child<QDialog>(&window, "confirm");
        take(*question, QStringLiteral("confirm-herokuStop"));
        QTest::mouseClick(child<QPushButton>(question, "confirmNo"), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        panel.goBack();
        child<QTabWidget>(&panel, "botsTabs")->setCurrentIndex(0);
    }

    void openFirst(MainWindow &window, Panel &panel)
    {
        const auto tables = panel.findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (!table->isVisible() || !table->model() || table->model()->rowCount() == 0)
                continue;
            table->setFocus();
            table->setCurrentIndex(table->model()->index(std::min(1, table->model()->rowCount() - 1), 0));
            QTest::keyClick(table, Qt::Key_Return);
            if (const auto *picture = panel.findChild<BackdropView *>(); picture && picture->isVisible())
                comes([picture] { return picture->hasPicture() || !picture->remark().isEmpty(); }); // decoded elsewhere
            take(window, panel.objectName() + QStringLiteral("-detail"));
            for (const char *name : {"jobTabs", "fatalTabs", "titleTabs", "botTabs"}) {
                auto *tabs = panel.findChild<QTabWidget *>(QString::fromLatin1(name));
                for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
                    if (!tabs->isTabVisible(tab))
                        continue;
                    tabs->setCurrentIndex(tab);
                    take(window, QStringLiteral("%1-detail-tab%2").arg(panel.objectName()).arg(tab));
                }
                if (tabs)
                    tabs->setCurrentIndex(0);
            }
            window.resize(900, 640);
            take(window, panel.objectName() + QStringLiteral("-narrow"));
            window.resize(1280, 800);
            return;
        }
    }

    bool isWanted(const char *panel) const { return m_only.isEmpty() || m_only == QLatin1String(panel); }

    /// The header's menu of each list, and a line's own.
    void menus(MainWindow &window)
    {
        for (const char *name : {"jobs", "fatals", "activity"}) {
            if (!isWanted(name))
                continue;
            window.goTo(QString::fromLatin1(name));
            auto *menu = child<Panel>(&window, name)->findChild<PanelHeader *>()->menu();
            menu->popup(window.mapToGlobal(QPoint(900, 60)));
            take(*menu, QString::fromLatin1(name) + QStringLiteral("-menu"));
            menu->close();
        }
    }

    /// What asks, answers and warns.
    void deeds(MainWindow &window)
    {
        if (isWanted("jobs")) {
            window.goTo(QStringLiteral("jobs"), QStringLiteral("?state:failed"));
            settle();
            ask(window, "jobs", {"deleteShownJobs", "rerunShownJobs", "cancelShownJobs"});
            child<QAction>(child<Panel>(&window, "jobs"), "deleteShownJobs")->trigger();
            QTest::mouseClick(child<QPushButton>(child<QDialog>(&window, "confirm"), "confirmYes"), Qt::LeftButton);
            take(window, QStringLiteral("jobs-undo"));
            auto *filter = child<QLineEdit>(child<Panel>(&window, "jobs"), "filter");
            window.goTo(QStringLiteral("jobs"), QStringLiteral("?state:failed colour:red duration:>5x"));
            filter->setFocus();
            take(window, QStringLiteral("jobs-filter-wrong"));
            window.goTo(QStringLiteral("jobs"), QStringLiteral("?nothing like this"));
            take(window, QStringLiteral("jobs-no-match"));
            filter->setText(QStringLiteral("sta"));
            QTest::keyClick(filter, Qt::Key_T);
            if (QWidget *offers = QApplication::activePopupWidget())
                take(*offers, QStringLiteral("jobs-completion"));
            QTest::keyClick(filter, Qt::Key_Escape);
        }
        if (isWanted("fatals")) {
            window.goTo(QStringLiteral("fatals"), QStringLiteral("?type:ValueError"));
            settle();
            ask(window, "fatals", {"deleteShown"});
        }
        if (isWanted("settings")) {
            window.goTo(QStringLiteral("settings"), QStringLiteral("keep."));
            take(window, QStringLiteral("settings-keep"));
        }
    }

    void ask(MainWindow &window, const char *panel, std::initializer_list<const char *> actions)
    {
        for (const char *name : actions) {
            child<QAction>(child<Panel>(&window, panel), name)->trigger();
            auto *question = child<QDialog>(&window, "confirm");
            take(*question, QStringLiteral("confirm-") + QString::fromLatin1(name));
            QTest::mouseClick(child<QPushButton>(question, "confirmNo"), Qt::LeftButton);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void start()
    {
        FakeConsole fake;
        UiState state(fake.file(QStringLiteral("window.json")), Json::object());
        MainWindow window({panelRows(), m_theme, m_languages, state});
        window.resize(1000, 640);
        window.show();
        take(window, QStringLiteral("starting"));
        window.showProblem({ErrorKind::Unavailable, "folders.not_writable",
                            text("The folder %1 cannot be written: %2. Make it writable or choose another with --data-dir.", QStringLiteral("/srv/kule"),
                                 QStringLiteral("Permission denied")),
                            nullptr, std::nullopt});
        take(window, QStringLiteral("problem"));
    }

    /// Waits for what a picture shall show; without it there is none to take.
    template <class F>
    static void comes(F isThere)
    {
        if (!waitUntil(isThere))
            qFatal("what is to be shown does not come");
    }

    /// Once it looks the same three times running; what turns for ever is taken as it is.
    void take(QWidget &widget, const QString &name)
    {
        QImage seen;
        int same = 0;
        (void)QTest::qWaitFor([&] {
            const QImage now = widget.grab().toImage();
            same = now == seen ? same + 1 : 0;
            seen = now;
            return same == 2;
        }, 1000);
        seen.save(QStringLiteral("%1/%2%3.png").arg(m_folder, name, m_suffix));
    }

    QString m_folder;
    QString m_only;
    QString m_suffix;
    Theme m_theme;
    Languages m_languages;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fprintf(stderr, "kule_screenshots FOLDER [panel]\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Photographer(application, QString::fromLocal8Bit(argv[1]), argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString()).all();
    return 0;
}

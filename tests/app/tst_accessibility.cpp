// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever cannot see the window or point at it: in every panel, filled and empty, in both languages, every widget that takes
// the focus says its name, Tab visits what is seen and comes round, and what is only told by colour is told by words too.
#include "fakeconsole.h"
#include "panels/panel.h"
#include "waitfor.h"
#include "widgets/statelabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

using namespace kule;

namespace {

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString pathOf(const QWidget *widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget())
        names.prepend(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char('#') + widget->objectName());
    return names.join(u'/');
}

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
}

/// Until every answer that the window asked for is shown.
void rest(const QWidget &window)
{
    settle();
    (void)waitUntil([&window] { return window.findChildren<detail::Pending *>().isEmpty(); });
    settle();
}

class Stand
{
public:
    explicit Stand(bool isFilled)
        : theme(*qApp, ThemeChoice::Light)
        , languages(*qApp)
        , state(fake.file(QStringLiteral("window.json")), Json::object())
        , window({panelRows(), theme, languages, state})
    {
        if (isFilled)
            fake.fill();
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        window.setConsole(fake.console());
    }
    ~Stand() { languages.choose(QStringLiteral("en")); }

    /// Calls look with what is seen: each panel, each tab in it, its first row opened, its form.
    void walk(const std::function<void(const QString &where)> &look)
    {
        for (const PanelRow &row : panelRows()) {
            const QString name = QString::fromLatin1(row.name);
            window.goTo(name);
            Panel *panel = child<Panel>(&window, row.name);
            if (name == u"overview" && !fake.jobs.all.empty())
                QTRY_VERIFY(panel->findChild<QWidget *>(QStringLiteral("newestFatals-0"))); // has read what there is
            leaf(*panel, name, look);
            const auto tables = panel->findChildren<QTableView *>();
            for (QTableView *table : tables) {
                if (!table->isVisible() || table->model()->rowCount() == 0)
                    continue;
                table->setFocus();
                table->setCurrentIndex(table->model()->index(0, 0));
                QTest::keyClick(table, Qt::Key_Return);
                leaf(*panel, name + QStringLiteral(", opened"), look);
                panel->goBack();
                break;
            }
            if (name == u"titles") {
                panel->show(QStringLiteral("batch:batch-4"));
                leaf(*panel, name + QStringLiteral(", batch"), look);
                panel->goBack();
            }
            if (panel->mainAction() && name != u"overview") {
                panel->mainAction()->trigger();
                leaf(*panel, name + QStringLiteral(", form"), look);
                panel->goBack();
            }
        }
    }

    FakeConsole fake;
    Theme theme;
    Languages languages;
    UiState state;
    MainWindow window;

private:
    static void leaf(Panel &panel, const QString &where, const std::function<void(const QString &where)> &look)
    {
        rest(*panel.window());
        look(where);
        const auto all = panel.findChildren<QTabWidget *>();
        for (QTabWidget *tabs : all) {
            const int former = tabs->currentIndex();
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                rest(*panel.window());
                look(QStringLiteral("%1, tab %2").arg(where).arg(tab));
            }
            tabs->setCurrentIndex(former);
        }
    }
};

/// Every word that is shown now.
QStringList wordsIn(QWidget &window)
{
    QStringList words;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        words << widget->toolTip() << widget->accessibleName();
        if (const auto *label = qobject_cast<QLabel *>(widget))
            words << label->text();
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            words << button->text();
        if (const auto *state = qobject_cast<StateLabel *>(widget))
            words << state->look().word;
        if (const auto *edit = qobject_cast<QLineEdit *>(widget))
            words << edit->placeholderText();
        if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                words << tabs->tabText(tab);
        }
        if (const auto *table = qobject_cast<QTableView *>(widget)) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                words << table->model()->headerData(column, Qt::Horizontal).toString();
        }
    }
    words.removeAll(QString());
    return words;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFocusableWidgetSaysItsName_data()
    {
        QTest::addColumn<bool>("isFilled");
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "tr"}) {
            QTest::addRow("filled, %s", language) << true << QString::fromLatin1(language);
            QTest::addRow("empty, %s", language) << false << QString::fromLatin1(language);
        }
    }
    void everyFocusableWidgetSaysItsName()
    {
        QFETCH(bool, isFilled);
        QFETCH(QString, language);
        Stand stand(isFilled);
        stand.languages.choose(language);
        QStringList nameless;
        int named = 0;
        stand.walk([&](const QString &where) {
            const auto widgets = stand.window.findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (!takesTab(widget))
                    continue;
                if (nameOf(widget).isEmpty())
                    nameless << where + QStringLiteral(": ") + pathOf(widget);
                else
                    ++named;
            }
        });
        QVERIFY(named > 100);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void tabVisitsWhatIsSeenAndComesRound()
    {
        Stand stand(true);
        QStringList wrong;
        for (const PanelRow &row : panelRows()) {
            stand.window.goTo(QString::fromLatin1(row.name));
            rest(stand.window);
            QVERIFY2(QApplication::focusWidget(), row.name);
            if (!takesTab(QApplication::focusWidget()))
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // a panel itself, where Tab begins but never comes back to
            QWidget *first = QApplication::focusWidget();
            QList<QWidget *> seen;
            for (int i = 0; i < 300 && !(i > 0 && QApplication::focusWidget() == first); ++i) {
                seen << QApplication::focusWidget();
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
            if (QApplication::focusWidget() != first)
                wrong << QStringLiteral("%1: Tab is caught by %2").arg(QString::fromLatin1(row.name), pathOf(QApplication::focusWidget()));
            for (QWidget *widget : std::as_const(seen)) {
                if (!widget->isVisible())
                    wrong << QStringLiteral("%1: unseen %2").arg(QString::fromLatin1(row.name), pathOf(widget));
            }
            const auto reached = [&](const char *prefix) {
                return std::any_of(seen.begin(), seen.end(), [prefix](const QWidget *widget) { return widget->objectName().startsWith(QLatin1String(prefix)); });
            };
            for (const char *part : {"rail-", "status-api"}) {
                if (!reached(part))
                    wrong << QStringLiteral("%1: %2 is not reached").arg(QString::fromLatin1(row.name), QString::fromLatin1(part));
            }
            const auto widgets = child<Panel>(&stand.window, row.name)->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (takesTab(widget) && !seen.contains(widget) && !widget->focusProxy())
                    wrong << QStringLiteral("%1: never reached %2").arg(QString::fromLatin1(row.name), pathOf(widget));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void tabGoesDownThePanel()
    {
        // Header, filter, list: a field that stands below another by a whole line comes after it.
        Stand stand(true);
        QStringList wrong;
        for (const PanelRow &row : panelRows()) {
            stand.window.goTo(QString::fromLatin1(row.name));
            rest(stand.window);
            Panel *panel = child<Panel>(&stand.window, row.name);
            QList<QWidget *> order;
            for (QWidget *next = panel->nextInFocusChain(); next != panel && order.size() < 2000; next = next->nextInFocusChain()) {
                if (panel->isAncestorOf(next) && takesTab(next))
                    order << next;
            }
            const auto top = [panel](const QWidget *widget) { return widget->mapTo(panel, QPoint(0, 0)).y(); };
            const auto left = [panel](const QWidget *widget) { return widget->mapTo(panel, QPoint(0, 0)).x(); };
            for (qsizetype i = 1; i < order.size(); ++i) {
                const bool isAbove = top(order[i]) + order[i]->height() <= top(order[i - 1]) && left(order[i]) <= left(order[i - 1]);
                if (isAbove && !order[i - 1]->isAncestorOf(order[i]))
                    wrong << QStringLiteral("%1: %2 after %3").arg(QString::fromLatin1(row.name), pathOf(order[i]), pathOf(order[i - 1]));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noWordOfTheFormerLanguageStays()
    {
        // What a walk in English says and a walk in Turkish never does is English; after a live switch none of it may be seen.
        Stand stand(true);
        const auto collect = [&] {
            QHash<QString, QSet<QString>> all;
            stand.walk([&](const QString &where) {
                for (const QString &word : wordsIn(stand.window))
                    all[where].insert(word);
            });
            return all;
        };
        Stand fresh(true);
        fresh.languages.choose(QStringLiteral("tr"));
        QHash<QString, QSet<QString>> turkish;
        fresh.walk([&](const QString &where) {
            for (const QString &word : wordsIn(fresh.window))
                turkish[where].insert(word);
        });
        fresh.languages.choose(QStringLiteral("en"));
        const auto english = collect();
        stand.languages.choose(QStringLiteral("tr"));
        settle();
        const auto switched = collect();
        QStringList stayed;
        for (auto place = switched.cbegin(); place != switched.cend(); ++place) {
            for (const QString &word : *place) {
                const bool isPath = word.contains(u'/');
                if (!isPath && english.value(place.key()).contains(word) && !turkish.value(place.key()).contains(word))
                    stayed << place.key() + QStringLiteral(": ") + word;
            }
        }
        QVERIFY2(stayed.isEmpty(), qPrintable(stayed.join(u'\n')));
    }

    void noStateIsToldByColourAlone()
    {
        Stand stand(true);
        int states = 0;
        stand.walk([&](const QString &where) {
            const auto labels = stand.window.findChildren<StateLabel *>();
            for (const StateLabel *label : labels) {
                if (label->isVisible())
                    QVERIFY2(!label->look().word.isEmpty(), qPrintable(where + QLatin1Char(' ') + pathOf(label)));
            }
            const auto tables = stand.window.findChildren<QTableView *>();
            for (const QTableView *table : tables) {
                for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row) {
                    for (int column = 0; column < table->model()->columnCount(); ++column) {
                        const QModelIndex index = table->model()->index(row, column);
                        const QVariant look = index.data(StateRole);
                        if (!look.canConvert<StateLook>())
                            continue;
                        ++states;
                        QVERIFY(!look.value<StateLook>().word.isEmpty());
                        QVERIFY(!index.data().toString().isEmpty()); // for screen readers and copying
                    }
                }
            }
        });
        QVERIFY(states > 20);
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

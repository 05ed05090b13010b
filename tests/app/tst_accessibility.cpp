// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever cannot see the window or point at it: every widget that takes the focus says its name, in every panel, and Tab
// comes round.
#include "fakeconsole.h"
#include "panels/panel.h"

#include <QAccessible>
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QTabWidget>

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

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFocusableWidgetSaysItsName()
    {
        FakeConsole fake;
        fake.fill();
        Theme theme(*qApp, ThemeChoice::Light);
        Languages languages(*qApp);
        UiState state(fake.file(QStringLiteral("window.json")), Json::object());
        MainWindow window({panelRows(), theme, languages, state});
        window.resize(1280, 800);
        window.show();
        window.setConsole(fake.console());
        QStringList nameless;
        const auto walk = [&] {
            settle();
            const auto widgets = window.findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && nameOf(widget).isEmpty())
                    nameless << pathOf(widget);
            }
        };
        for (const PanelRow &row : panelRows()) {
            window.goTo(QString::fromLatin1(row.name));
            walk();
            auto *panel = window.findChild<Panel *>(QString::fromLatin1(row.name));
            if (auto *tabs = panel->findChild<QTabWidget *>(QStringLiteral("apiTabs"))) {
                for (int tab = 0; tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    walk();
                }
            }
            if (panel->mainAction()) {
                panel->mainAction()->trigger();
                walk();
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void tabComesRoundWithoutGettingStuck()
    {
        FakeConsole fake;
        fake.fill();
        Theme theme(*qApp, ThemeChoice::Light);
        Languages languages(*qApp);
        UiState state(fake.file(QStringLiteral("window.json")), {{"window", {{"panel", "api"}}}});
        MainWindow window({panelRows(), theme, languages, state});
        window.show();
        window.setConsole(fake.console());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        settle();
        QWidget *first = QApplication::focusWidget();
        QVERIFY(first);
        QSet<QWidget *> seen;
        for (int i = 0; i < 100 && !(i > 0 && QApplication::focusWidget() == first); ++i) {
            seen << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), first);
        QVERIFY(seen.contains(child<QWidget>(&window, "rail-jobs")));
        QVERIFY(seen.contains(child<QWidget>(&window, "mainAction")));
        QVERIFY(seen.contains(child<QWidget>(&window, "status-api")));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

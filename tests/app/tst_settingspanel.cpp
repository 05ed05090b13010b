// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: edited, refused, reset, overridden, searched; and the health above them.
#include "fakeconsole.h"
#include "panels/settings/settingspanel.h"
#include "widgets/statelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace kule;

namespace {

struct Stand
{
    explicit Stand(Settings::Layer flags = {}, Settings::Layer environment = {})
        : fake(std::move(flags), std::move(environment))
        , panel(fake.console())
    {
        panel.resize(1000, 700);
        panel.QWidget::show();
        settle();
    }
    QWidget *row(const char *key) { return child<QWidget>(&panel, qPrintable(QStringLiteral("setting-") + QString::fromLatin1(key))); }
    template <class W>
    W *editor(const char *key)
    {
        return child<W>(row(key), "editor");
    }

    FakeConsole fake;
    SettingsPanel panel;
};

} // namespace

class TestSettingsPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySettingHasARow()
    {
        Stand stand;
        for (const SettingRow &row : settingRows)
            QVERIFY(stand.row(row.key));
    }

    void aNumberIsTakenAtEnter()
    {
        Stand stand;
        auto *port = stand.editor<QLineEdit>("api.port");
        QTRY_COMPARE(port->text(), QStringLiteral("3000"));
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("3100"));
        QTest::keyClick(port, Qt::Key_Return);
        QTRY_COMPARE(stand.fake.settings.current().number(Setting::ApiPort), 3100);
        auto *reset = child<QToolButton>(stand.row("api.port"), "reset");
        QTRY_VERIFY(reset->isVisibleTo(&stand.panel));
        reset->click();
        QTRY_COMPARE(stand.fake.settings.current().number(Setting::ApiPort), 3000);
        QTRY_COMPARE(port->text(), QStringLiteral("3000"));
        QVERIFY(!reset->isVisibleTo(&stand.panel));
    }

    void whatIsRefusedStaysToBeMended()
    {
        Stand stand;
        auto *port = stand.editor<QLineEdit>("api.port");
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("99999"));
        QTest::keyClick(port, Qt::Key_Return);
        auto *error = child<QLabel>(stand.row("api.port"), "error");
        QTRY_VERIFY(error->isVisibleTo(&stand.panel));
        QVERIFY(error->text().contains(QStringLiteral("65535")));
        QCOMPARE(port->text(), QStringLiteral("99999"));
        QCOMPARE(stand.fake.settings.current().number(Setting::ApiPort), 3000);
    }

    void choicesSwitchesAndListsAreTaken()
    {
        Stand stand;
        auto *theme = stand.editor<QComboBox>("theme");
        theme->setCurrentIndex(theme->findData(QStringLiteral("dark")));
        Q_EMIT theme->activated(theme->currentIndex());
        QTRY_COMPARE(stand.fake.settings.current().text(Setting::Theme), QStringLiteral("dark"));
        stand.editor<QCheckBox>("pusher.tls")->click();
        QTRY_VERIFY(!stand.fake.settings.current().isOn(Setting::PusherTls));
        auto *roots = stand.editor<QPlainTextEdit>("jobs.script_roots");
        roots->setFocus();
        roots->setPlainText(QStringLiteral("/srv/a\n\n /srv/ğ \n"));
        stand.editor<QLineEdit>("selenium.url")->setFocus();
        QTRY_COMPARE(stand.fake.settings.current().list(Setting::ScriptRoots), (QStringList{QStringLiteral("/srv/a"), QStringLiteral("/srv/ğ")}));
    }

    void anOverriddenOneIsDisabledWithItsReason()
    {
        Stand stand({{Setting::ApiPort, QStringLiteral("4000")}}, {{Setting::SeleniumUrl, QStringLiteral("http://hub:4444")}});
        QTRY_COMPARE(stand.editor<QLineEdit>("api.port")->text(), QStringLiteral("4000"));
        QVERIFY(!stand.editor<QLineEdit>("api.port")->isEnabled());
        QVERIFY(!stand.editor<QLineEdit>("selenium.url")->isEnabled());
        QVERIFY(child<QLabel>(stand.row("selenium.url"), "source")->text().contains(QStringLiteral("KULE_SELENIUM_URL")));
        QVERIFY(child<QLabel>(stand.row("data_dir"), "source")->text().contains(QStringLiteral("restart")));
    }

    void aSecretIsNeverShown()
    {
        Stand stand({}, {{Setting::PusherSecret, QStringLiteral("topsecret")}});
        auto *secret = stand.editor<QLineEdit>("pusher.secret");
        QTRY_VERIFY(child<QLabel>(stand.row("pusher.secret"), "source")->text().contains(QStringLiteral("KULE_PUSHER_SECRET")));
        QVERIFY(!secret->isEnabled());
        QVERIFY(secret->text().isEmpty());
    }

    void wordsFindSettings()
    {
        Stand stand;
        auto *filter = child<QLineEdit>(&stand.panel, "filter");
        QTest::keyClicks(filter, QStringLiteral("port api"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(stand.row("api.port")->isVisible());
        QVERIFY(!stand.row("jobs.python")->isVisible());
        filter->setText(QStringLiteral("KULE_PYTHON_WARM"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(stand.row("jobs.python_warm")->isVisible());
        filter->setText(QStringLiteral("zzz"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(child<QLabel>(&stand.panel, "settingsNothing")->isVisible());
        QVERIFY(stand.panel.goBack());
        QVERIFY(stand.row("jobs.python")->isVisibleTo(&stand.panel));
    }

    void pythonsHealthIsSaid()
    {
        Stand stand;
        auto *state = child<StateLabel>(&stand.panel, "pythonState");
        QTRY_COMPARE(state->look().glyph, Glyph::Disc);
        Q_EMIT stand.fake.executor.healthChanged({{}, {}, false, 0, Error{ErrorKind::Unavailable, "python.none", text("Install python3."), nullptr, std::nullopt}});
        QCOMPARE(state->look().glyph, Glyph::Triangle);
        auto *problem = child<QWidget>(&stand.panel, "pythonProblem");
        QVERIFY(problem->isVisible());
        QTest::mouseClick(child<QPushButton>(problem, "errorButton"), Qt::LeftButton);
        QTRY_COMPARE(state->look().glyph, Glyph::Disc);
        QVERIFY(!problem->isVisible());
    }

    void pushersSecretIsEnteredAndNeverShown()
    {
        Stand stand;
        auto *field = stand.editor<QLineEdit>("pusher.secret");
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, QStringLiteral("7ad3773142a6692b25b8"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(stand.fake.secrets.asked, QStringList{QStringLiteral("write pusher/secret by console")});
        QVERIFY(stand.fake.secrets.values[secretname::pusher]->matches("7ad3773142a6692b25b8"));
        QTRY_VERIFY(field->text().isEmpty());
        QVERIFY(!field->placeholderText().isEmpty());
        stand.fake.secrets.failNext(ErrorKind::Unavailable, "secrets.locked");
        QTest::keyClicks(field, QStringLiteral("another-one"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>(stand.row("pusher.secret"), "error")->isVisible());
    }

    void secretsMoveToAVault()
    {
        Stand stand;
        stand.fake.secrets.kept.problem = secreterror::absent(QStringLiteral("no bus"));
        Q_EMIT stand.fake.secrets.changed(stand.fake.secrets.kept);
        auto *state = child<StateLabel>(&stand.panel, "secretsState");
        QCOMPARE(state->look().glyph, Glyph::Triangle);
        QVERIFY(child<QWidget>(&stand.panel, "secretsProblem")->isVisibleTo(&stand.panel));
        // Changing the setting itself leads to the card, as they should come along.
        auto *place = stand.editor<QComboBox>("secrets.place");
        place->setCurrentIndex(place->findData(QStringLiteral("vault")));
        Q_EMIT place->activated(place->currentIndex());
        auto *passphrase = child<QLineEdit>(&stand.panel, "movePassphrase");
        QVERIFY(passphrase->isVisibleTo(&stand.panel));
        QTest::keyClicks(passphrase, QStringLiteral("correct horse"));
        QTest::mouseClick(child<QPushButton>(&stand.panel, "secretsMove"), Qt::LeftButton);
        QTRY_COMPARE(stand.fake.secrets.asked, QStringList{QStringLiteral("move to vault by console")});
        QVERIFY(passphrase->text().isEmpty());
        QTRY_COMPARE(state->look().glyph, Glyph::Disc);
        QVERIFY(!passphrase->isVisibleTo(&stand.panel));
    }

    void aVaultIsUnlockedAndItsPassphraseChanged()
    {
        Stand stand;
        auto &secrets = stand.fake.secrets;
        secrets.kept.place = SecretPlace::Vault;
        secrets.kept.hasVault = true;
        secrets.kept.problem = secreterror::locked(SecretPlace::Vault);
        Q_EMIT secrets.changed(secrets.kept);
        QTest::keyClicks(child<QLineEdit>(&stand.panel, "unlockPassphrase"), QStringLiteral("correct horse"));
        QTest::mouseClick(child<QPushButton>(&stand.panel, "secretsUnlock"), Qt::LeftButton);
        QTRY_VERIFY(!child<QPushButton>(&stand.panel, "secretsUnlock")->isVisibleTo(&stand.panel));
        QTRY_VERIFY(child<QPushButton>(&stand.panel, "secretsChange")->isEnabled());
        QTest::keyClicks(child<QLineEdit>(&stand.panel, "formerPassphrase"), QStringLiteral("correct horse"));
        QTest::keyClicks(child<QLineEdit>(&stand.panel, "newPassphrase"), QStringLiteral("battery staple"));
        QTest::mouseClick(child<QPushButton>(&stand.panel, "secretsChange"), Qt::LeftButton);
        auto *forgotten = child<QCheckBox>(&stand.panel, "secretsForgotten");
        QTRY_VERIFY(child<QPushButton>(&stand.panel, "secretsChange")->isEnabled());
        forgotten->setChecked(true);
        QVERIFY(!child<QLineEdit>(&stand.panel, "formerPassphrase")->isEnabled());
        QTest::keyClicks(child<QLineEdit>(&stand.panel, "newPassphrase"), QStringLiteral("another staple"));
        QTest::mouseClick(child<QPushButton>(&stand.panel, "secretsChange"), Qt::LeftButton);
        QTRY_COMPARE(secrets.asked, (QStringList{QStringLiteral("unlock correct horse by console"), QStringLiteral("passphrase correct horse to battery staple by console"),
                                                 QStringLiteral("passphrase - to another staple by console")}));
        QVERIFY(!forgotten->isChecked());
        secrets.failNext(ErrorKind::Forbidden, "secrets.wrong_passphrase");
        QTRY_VERIFY(child<QPushButton>(&stand.panel, "secretsChange")->isEnabled());
        QTest::mouseClick(child<QPushButton>(&stand.panel, "secretsChange"), Qt::LeftButton);
        QTRY_VERIFY(child<QWidget>(&stand.panel, "secretsRefusal")->isVisibleTo(&stand.panel));
    }
};

QTEST_MAIN(TestSettingsPanel)
#include "tst_settingspanel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/redactedmessages.h"
#include "secrets/redactor.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

#include <set>

using namespace kule;

namespace {

const QByteArray canary = "kanarya:7/Ağ+\"x y\\z?=&q";

QByteArray base64In(const QByteArray &before, const QByteArray &after, QByteArray::Base64Options options = QByteArray::Base64Encoding)
{
    return (before + canary + after).toBase64(options);
}

} // namespace

class tst_Redactor : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Redactor> m_redactor;

    QByteArray streamed(const QByteArray &text, qsizetype piece) const
    {
        RedactingStream stream(*m_redactor);
        QByteArray out;
        for (qsizetype at = 0; at < text.size(); at += piece)
            out += stream.feed(text.mid(at, piece));
        return out + stream.finish();
    }

private Q_SLOTS:
    void init()
    {
        m_redactor = std::make_unique<Redactor>();
        m_redactor->learn(Secret(canary));
    }

    void aBotsTokenIsFoundWithoutItsNumberToo()
    {
        const QByteArray key = "AAkanarya_bot-4f1c9d2e7b6a5";
        m_redactor->learn(Secret("812345678:" + key));
        QCOMPARE(m_redactor->redacted("bot812345678:" + key + "/getMe"), QByteArray("bot***/getMe"));
        QCOMPARE(m_redactor->redacted("812345678%253A" + key), QByteArray("812345678%253A***"));
        QCOMPARE(m_redactor->redacted("id 812345678, key " + key.toBase64()), "id 812345678, key " + QByteArray("***"));
        m_redactor->learn(Secret("5432:a password"));
        QCOMPARE(m_redactor->redacted(QByteArray("a password")), QByteArray("a password")); // no bot's
    }
    void everyFormIsFound_data()
    {
        QTest::addColumn<QByteArray>("form");
        const QByteArray json = dumpJson(Json(canary));
        const QString text = QString::fromUtf8(canary);
        QTest::newRow("plain") << canary;
        QTest::newRow("URL") << QUrl::toPercentEncoding(text);
        QTest::newRow("URL, small digits") << QUrl::toPercentEncoding(text).toLower().replace("a%c4", "A%c4");
        QTest::newRow("URL path") << QUrl::toPercentEncoding(text, "/");
        QTest::newRow("form") << QUrl::toPercentEncoding(text).replace("%20", "+");
        QTest::newRow("JSON") << json.mid(1, json.size() - 2);
        QTest::newRow("JSON, ASCII") << QByteArray(R"(kanarya:7/A\u011f+\"x y\\z?=&q)");
        QTest::newRow("JSON, slashes") << QByteArray(R"(kanarya:7\/A\u011f+\"x y\\z?=&q)");
    }
    void everyFormIsFound()
    {
        QFETCH(QByteArray, form);
        QCOMPARE(m_redactor->redacted("<" + form + ">"), QByteArray("<***>"));
    }

    void base64IsFoundWhereverItBegins_data()
    {
        QTest::addColumn<QByteArray>("before");
        for (const char *before : {"", "a", "ab", "abc", "user:"})
            QTest::newRow(before) << QByteArray(before);
    }
    void base64IsFoundWhereverItBegins()
    {
        QFETCH(QByteArray, before);
        for (const QByteArray &after : {QByteArray(), QByteArray("z"), QByteArray("zz")}) {
            for (const auto options : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding, QByteArray::OmitTrailingEquals}) {
                const QByteArray out = m_redactor->redacted(base64In(before, after, options));
                QVERIFY2(out.contains("***"), out.constData());
                // What is left says less than three bytes on each side.
                QVERIFY2(out.size() <= (before.size() + after.size()) * 2 + 14, out.constData());
            }
        }
    }

    void base64IsFoundHoweverItIsEscaped()
    {
        const QByteArray secret("?>~?>~?>~?>~?>~");
        Redactor redactor;
        redactor.learn(Secret(secret));
        int slashes = 0, pluses = 0;
        for (const char *before : {"", "a", "ab"}) {
            const QByteArray base64 = (before + secret).toBase64();
            slashes += base64.contains('/');
            pluses += base64.contains('+');
            const QByteArray forUrls = (before + secret).toBase64(QByteArray::Base64UrlEncoding);
            const QByteArray inUrl = base64.toPercentEncoding();
            const QByteArray inSmallUrl = QByteArray(inUrl).replace("%2F", "%2f").replace("%2B", "%2b");
            for (const QByteArray &form : {base64, forUrls, inUrl, inSmallUrl, QByteArray(base64).replace("/", "\\/")}) {
                const QByteArray out = redactor.redacted(form);
                QVERIFY2(out.contains("***") && out.size() <= 14, (form + " became " + out).constData());
            }
        }
        QVERIFY(slashes > 0 && pluses > 0); // else there was nothing to escape
    }

    void shortSecretsAreNotLookedFor()
    {
        Redactor redactor;
        redactor.learn(Secret("1234567"));
        QVERIFY(redactor.isEmpty());
        QCOMPARE(redactor.redacted(QByteArray("1234567")), QByteArray("1234567"));
        redactor.learn(Secret("12345678"));
        QCOMPARE(redactor.redacted(QByteArray("x12345678x")), QByteArray("x***x"));
    }

    void manySecretsNextToEachOther()
    {
        Redactor redactor;
        redactor.learn(Secret("first-one"));
        redactor.learn(Secret("first-one-longer"));
        redactor.learn(Secret("second-one"));
        redactor.learn(Secret("second-one"));
        QCOMPARE(redactor.redacted(QByteArray("first-onesecond-onefirst-one-longerfirst-on")), QByteArray("*********first-on"));
    }

    void aSecretCutAnywhereIsCaught()
    {
        const QByteArray text = "before " + canary + canary + " between " + canary.chopped(1) + "\n" + canary;
        const QByteArray whole = m_redactor->redacted(text);
        QVERIFY(!whole.contains(canary));
        for (qsizetype piece = 1; piece <= text.size(); ++piece)
            QCOMPARE(streamed(text, piece), whole);
    }

    void nothingIsHeldThatIsNoBeginning()
    {
        RedactingStream stream(*m_redactor);
        QCOMPARE(stream.feed("a line\n"), QByteArray("a line\n"));
        QCOMPARE(stream.feed("kan"), QByteArray());
        QCOMPARE(stream.feed("t\n"), QByteArray("kant\n"));
        QCOMPARE(stream.feed(canary.first(5)), QByteArray());
        QCOMPARE(stream.finish(), canary.first(5));
        QCOMPARE(stream.finish(), QByteArray());
    }

    void aSecretLearntMeanwhileIsCaughtFromThenOn()
    {
        RedactingStream stream(*m_redactor);
        QCOMPARE(stream.feed("a-new-secret\n"), QByteArray("a-new-secret\n"));
        m_redactor->learn(Secret("a-new-secret"));
        QCOMPARE(stream.feed("a-new-secret\n"), QByteArray("***\n"));
    }

    void bytesThatAreNoTextPass()
    {
        QByteArray noise(100'000, '\0');
        QRandomGenerator chance(7);
        std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(chance.bounded(256)); });
        QCOMPARE(m_redactor->redacted(noise), noise);
        QByteArray hidden = noise;
        hidden.insert(50'000, canary);
        noise.insert(50'000, "***");
        QCOMPARE(m_redactor->redacted(hidden), noise);
        QCOMPARE(streamed(hidden, 4096), noise);
    }

    void whatJsonMakesOfASecretIsKnown_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("controls") << QByteArray("a\b\t\n\f\r\x01\x1f\x7f end");
        QTest::newRow("quotes") << QByteArray(R"("quoted\and/escaped")");
        QTest::newRow("letters") << QByteArray("İstanbul–şifre €");
        QTest::newRow("beyond the first plane") << QByteArray("anahtar 🗼🔑");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfmarked secret");
        QTest::newRow("no UTF-8") << QByteArray("half \xff\xfe of \xc3 it");
    }
    void whatJsonMakesOfASecretIsKnown()
    {
        QFETCH(QByteArray, secret);
        std::set<std::string> forms;
        for (const SecretPtr &form : formsOf(Secret(secret)))
            forms.insert(form->view().toByteArray().toStdString());
        for (const bool isAscii : {false, true}) {
            const std::string quoted = Json(secret).dump(-1, ' ', isAscii, Json::error_handler_t::replace);
            QVERIFY2(forms.contains(quoted.substr(1, quoted.size() - 2)), quoted.c_str());
        }
    }
    void jsonStaysJson()
    {
        m_redactor->learn(Secret("12345678901"));
        const Json json{{"z", canary}, {"number", 12345678901LL}, {"list", {canary + "!", 7, nullptr, true}}, {QString::fromUtf8(canary).toStdString(), 1}};
        const Json expected{{"z", "***"}, {"number", "***"}, {"list", {"***!", 7, nullptr, true}}, {"***", 1}};
        QVERIFY(m_redactor->redacted(json) == expected);
        const auto again = parseJson(m_redactor->redactedJson(dumpJson(json)));
        QVERIFY(again);
        QVERIFY(*again == expected);
        QCOMPARE(m_redactor->redactedJson(R"({"b":"12345678901","a":1})"), QByteArray(R"({"b":"***","a":1})"));
        QCOMPARE(m_redactor->redactedJson("not json: 12345678901"), QByteArray("not json: ***"));
    }

    void textsKeepTheirLetters()
    {
        const QString text = QStringLiteral("Iğdır'ın ısısı ") + QString::fromUtf8(canary);
        QCOMPARE(m_redactor->redacted(text), QStringLiteral("Iğdır'ın ısısı ***"));
        QCOMPARE(m_redactor->redacted(QString()), QString());
    }

    void openEndsAreFoundAmongManySecrets()
    {
        std::vector<SecretPtr> texts;
        for (int i = 0; i < 60; ++i)
            texts.push_back(std::make_shared<const Secret>("k" + QByteArray::number(i * 7919 + 100'000) + "-tail-" + QByteArray(i % 9, 'z')));
        const Patterns patterns(texts);
        for (const SecretPtr &text : texts) {
            for (qsizetype size = 1; size < text->view().size(); ++size)
                QVERIFY(patterns.openEnd("before " + text->view().first(size).toByteArray()) >= size);
        }
        for (const char *closed : {"", "a line\n", "k1000x", "100000-tail", "k\n"})
            QCOMPARE(patterns.openEnd(closed), qsizetype(0));
        QCOMPARE(patterns.openEnd("kk"), qsizetype(1));
    }

    void whatTheProgramSaysOfItselfIsRedacted()
    {
        static QStringList said;
        said.clear();
        const auto former = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) { said += message; });
        {
            const RedactedMessages messages(*m_redactor);
            qWarning("refused %s", canary.constData());
            qCritical() << "twice" << QUrl::toPercentEncoding(QString::fromUtf8(canary));
        }
        qInfo("after");
        qInstallMessageHandler(former);
        QCOMPARE(said, (QStringList{QStringLiteral("refused ***"), QStringLiteral("twice \"***\""), QStringLiteral("after")}));
    }

    void anyMixOfSecretsIsFoundAsASlowSearchFindsIt()
    {
        QRandomGenerator chance(11);
        for (int round = 0; round < 200; ++round) {
            // Few letters, so that beginnings and ends overlap.
            const auto word = [&](int least, int most) {
                QByteArray out(chance.bounded(least, most + 1), 'a');
                std::generate(out.begin(), out.end(), [&] { return "ab"[chance.bounded(2)]; });
                return out;
            };
            std::vector<SecretPtr> texts;
            for (int i = 0; i < 4; ++i)
                texts.push_back(std::make_shared<const Secret>(word(8, 12)));
            const Patterns patterns(texts);
            const QByteArray text = word(300, 600);
            for (qsizetype from = 0; from < text.size(); from += 37) {
                qsizetype start = -1, size = 0;
                for (qsizetype at = from; at < text.size() && start < 0; ++at) {
                    for (const SecretPtr &candidate : texts) {
                        if (QByteArrayView(text).sliced(at).startsWith(candidate->view()) && candidate->view().size() > size)
                            std::tie(start, size) = std::pair(at, candidate->view().size());
                    }
                }
                const auto match = patterns.find(text, from);
                QCOMPARE(match.start, start);
                QCOMPARE(match.size, size);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Redactor)
#include "tst_redactor.moc"

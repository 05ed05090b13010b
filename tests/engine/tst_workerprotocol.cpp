// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's side of the channel belongs to other people's code: whatever comes, the decoder answers or is broken.
#include "python/protocol.h"

#include <QTest>
#include <QtEndian>

#include <random>

using namespace kule;

class tst_WorkerProtocol : public QObject
{
    Q_OBJECT
private:
    static std::vector<Json> decode(QByteArrayView bytes, qsizetype pieces, bool *isBroken = nullptr)
    {
        FrameDecoder decoder;
        std::vector<Json> messages;
        for (qsizetype at = 0; at < bytes.size(); at += pieces) {
            decoder.feed(bytes.sliced(at, std::min(pieces, bytes.size() - at)));
            while (auto message = decoder.next())
                messages.push_back(std::move(*message));
        }
        if (isBroken)
            *isBroken = decoder.isBroken();
        return messages;
    }

private Q_SLOTS:
    void framesSurviveAnyCut()
    {
        const QByteArray bytes = encodeFrame({{"type", "a"}}) + encodeFrame({{"text", "\xC5\x9F"}}) + encodeFrame(Json::object());
        for (qsizetype pieces = 1; pieces <= bytes.size(); ++pieces) {
            const auto messages = decode(bytes, pieces);
            QCOMPARE(messages.size(), 3u);
            QCOMPARE(messages[1], (Json{{"text", "\xC5\x9F"}}));
        }
    }
    void badFramesBreakItForGood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too long") << QByteArray("\xFF\xFF\xFF\xFF", 4);
        QTest::newRow("just too long") << QByteArray("\x01\x00\x00\x01", 4);
        QTest::newRow("no JSON") << QByteArray("\0\0\0\2{]", 6);
        QTest::newRow("empty") << QByteArray("\0\0\0\0", 4);
        QTest::newRow("no object") << QByteArray("\0\0\0\2[]", 6);
        QTest::newRow("not UTF-8") << QByteArray("\0\0\0\7{\"\xFF\":1}", 11);
        QTest::newRow("too deep") << QByteArray("\0\0\0\x64", 4) + QByteArray(50, '[') + QByteArray(50, ']');
    }
    void badFramesBreakItForGood()
    {
        QFETCH(QByteArray, bytes);
        bool isBroken = false;
        const auto messages = decode(bytes + encodeFrame({{"type", "ready"}}), 3, &isBroken);
        QVERIFY(isBroken);
        QVERIFY(messages.empty());
    }
    void readsWhatWorkersSay()
    {
        QVERIFY(std::holds_alternative<WorkerReady>(*readWorkerMessage({{"type", "ready"}})));
        const auto progress = std::get<WorkerProgress>(*readWorkerMessage({{"type", "progress"}, {"percent", 250}, {"step", "x"}}));
        QCOMPARE(progress.percent, 100.0);
        const auto trigger = std::get<WorkerTrigger>(*readWorkerMessage({{"type", "event"}, {"channel", "c"}, {"event", "e"}, {"data", "[1]"}}));
        QCOMPARE(trigger.data, QByteArray("[1]"));
        const auto returned = std::get<WorkerEnded>(*readWorkerMessage({{"type", "ended"}, {"how", "returned"}, {"result", "5"}, {"repr", false}}));
        QCOMPARE(returned.result, QByteArray("5"));
        const auto raised = std::get<WorkerEnded>(*readWorkerMessage(
            {{"type", "ended"}, {"how", "raised"}, {"class", "E"}, {"exit_code", 3}, {"frames", {{{"file", "a.py"}, {"line", "x"}}, 5}}}));
        QCOMPARE(raised.exitCode, 3);
        QCOMPARE(raised.frames.size(), 1u);
        QCOMPARE(raised.frames[0]["line"].get<int>(), 0);
    }
    void whatIsTooDeepForUsIsText()
    {
        const std::string deep = std::string(40, '[') + std::string(40, ']');
        const auto ended = std::get<WorkerEnded>(*readWorkerMessage({{"type", "ended"}, {"how", "returned"}, {"result", deep}}));
        QVERIFY(ended.resultIsRepr);
        QCOMPARE(parseJson(ended.result)->get<std::string>(), deep);
    }
    void refusesWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("message");
        for (const char *message : {"{}", "{\"type\":5}", "{\"type\":\"other\"}", "{\"type\":\"progress\"}", "{\"type\":\"progress\",\"percent\":\"5\"}",
                                    "{\"type\":\"event\",\"channel\":\"c\",\"event\":\"e\",\"data\":{}}", "{\"type\":\"event\",\"channel\":\"c\",\"data\":\"1\"}",
                                    "{\"type\":\"event\",\"channel\":\"c\",\"event\":\"e\",\"data\":\"{\"}", "{\"type\":\"ended\"}", "{\"type\":\"ended\",\"how\":[]}"})
            QTest::newRow(message) << QByteArray(message);
    }
    void refusesWhatIsNoMessage()
    {
        QFETCH(QByteArray, message);
        QVERIFY(!readWorkerMessage(*parseJson(message)));
    }
    void survivesMutations()
    {
        const QByteArray good = encodeFrame({{"type", "progress"}, {"percent", 5}, {"step", "s"}})
            + encodeFrame({{"type", "ended"}, {"how", "raised"}, {"class", "E"}, {"error", "e"}, {"chain", {{{"type", "E"}, {"frames", Json::array({Json::object()})}}}}});
        std::mt19937 random(1); // NOLINT: the same each time, on purpose
        int understood = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = good;
            for (unsigned changes = 1 + random() % 4; changes > 0; --changes)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
            const auto messages = decode(bytes, 1 + static_cast<qsizetype>(random() % 64));
            for (const Json &message : messages)
                understood += readWorkerMessage(message).has_value();
        }
        QVERIFY(understood > 1000);
    }
    void theOrderHoldsAnyBytes()
    {
        FrameDecoder decoder;
        decoder.feed(encodeRun({QStringLiteral("id"), QStringLiteral("/\u015F.py"), QByteArray("\xFF\0x", 3), "[1]", "{}", {}, {QStringLiteral("/r")}}));
        const auto order = decoder.next();
        QVERIFY(order);
        QCOMPARE(QByteArray::fromBase64((*order)["source"].get<QByteArray>()), QByteArray("\xFF\0x", 3));
        QCOMPARE((*order)["args"].get<std::string>(), "[1]");
    }
};

QTEST_GUILESS_MAIN(tst_WorkerProtocol)
#include "tst_workerprotocol.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/docspage.h"
#include "api/openapi.h"
#include "api/operations.h"

#include <QSet>
#include <QTest>

using namespace kule;

class tst_OpenApi : public QObject
{
    Q_OBJECT
private:
    const Json m_document = parseJson(openApiDocument(Language::English), nullptr, 100).value_or(Json());

    static void eachReference(const Json &value, const std::function<void(const std::string &)> &f)
    {
        if (value.is_object() && value.contains("$ref"))
            f(value["$ref"].get<std::string>());
        for (const Json &inner : value.is_structured() ? value : Json::array())
            eachReference(inner, f);
    }

private Q_SLOTS:
    void isOfItsVersion()
    {
        QCOMPARE(textOf(m_document, "openapi"), QStringLiteral("3.1.0"));
        for (const char *key : {"info", "servers", "security", "paths", "components"})
            QVERIFY2(m_document.contains(key), key);
        QCOMPARE(m_document["components"]["securitySchemes"].size(), std::size_t(3));
        QVERIFY(m_document["servers"].is_array() && m_document["security"].size() == 3);
    }
    void everyRowIsThere()
    {
        std::size_t described = 0;
        for (const Json &path : m_document["paths"])
            described += path.size();
        QCOMPARE(described, operations().size());
        for (const Operation &row : operations()) {
            const QByteArray verb = QByteArray(wordOf(row.verb)).toLower();
            const Json &operation = m_document["paths"][row.path][verb.constData()];
            QVERIFY2(operation.is_object(), row.path);
            QCOMPARE(textOf(operation, "summary"), QString::fromUtf8(row.summary));
            QVERIFY(operation["tags"].is_array());
            QVERIFY(operation["responses"].contains(std::to_string(row.answer.status)));
            QCOMPARE(operation.contains("requestBody"), row.body.need != Body::Need::None);
            QCOMPARE(operation.contains("security"), row.access == Access::Open || row.access == Access::Telegram);
            std::size_t inPath = 0;
            for (const Json &parameter : operation.value("parameters", Json::array()))
                inPath += textOf(parameter, "in") == QLatin1String("path");
            QCOMPARE(static_cast<qsizetype>(inPath), QByteArray(row.path).count('{'));
        }
    }
    void everyReferenceResolves()
    {
        int references = 0;
        eachReference(m_document, [&](const std::string &reference) {
            QVERIFY2(m_document.contains(Json::json_pointer(reference.substr(1))), reference.c_str());
            ++references;
        });
        QVERIFY(references > 50);
    }
    void everySchemaIsUsed()
    {
        QSet<QString> used;
        eachReference(m_document, [&](const std::string &reference) { used.insert(QString::fromStdString(reference)); });
        for (const auto &item : m_document["components"]["schemas"].items())
            QVERIFY2(used.contains(QStringLiteral("#/components/schemas/") + QString::fromStdString(item.key())), item.key().c_str());
    }
    void theDocsPageLoadsNothingFromElsewhere()
    {
        const http::Response page = docsPage();
        QVERIFY(page.body.startsWith("<!doctype html>"));
        for (const char *foreign : {"http://", "https://", "src=", "@import", "localStorage", "sessionStorage", "document.cookie", "innerHTML"})
            QVERIFY2(!page.body.contains(foreign), foreign);
        QByteArray policy;
        for (const auto &[name, value] : page.headers) {
            if (name == "Content-Security-Policy")
                policy = value;
        }
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("script-src 'sha256-") && !policy.contains("unsafe"));
    }
};

QTEST_GUILESS_MAIN(tst_OpenApi)
#include "tst_openapi.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The services in memory, and the application over them: a request goes in as a value, its answer comes back as one. No socket.
#pragma once
#include "activity/activitylog.h"
#include "api/application.h"
#include "fakeclock.h"
#include "exports/exports.h"
#include "fakeservices.h"
#include "settings/settingsservice.h"
#include "store/store.h"
#include "waitfor.h"

#include <QTemporaryDir>

#include <atomic>

namespace kule {

class FakeApiControl final : public ApiControl
{
    Q_OBJECT
public:
    Future<Result<ApiStatus>> status() override
    {
        ApiStatus status;
        status.isListening = true;
        status.port = 3000;
        status.urls = QStringList{QStringLiteral("http://127.0.0.1:3000")};
        return answered(Result<ApiStatus>(status));
    }
    Future<Result<std::vector<ApiRequestNote>>> recent() override { return answered(Result<std::vector<ApiRequestNote>>(notes)); }
    std::vector<ApiRequestNote> notes;
};

/// Keeps the first answer, as the real one sends only that; unanswered it becomes 500.
class CollectingResponder final : public http::Responder
{
public:
    struct Box
    {
        http::Response response;
        std::atomic_int answers = 0;
        std::atomic_bool isGone = false;
    };
    explicit CollectingResponder(std::shared_ptr<Box> box)
        : m_box(std::move(box))
    {
    }
    ~CollectingResponder() override { m_box->isGone = true; }
    void send(http::Response response) override
    {
        if (m_box->answers++ == 0)
            m_box->response = std::move(response);
    }

private:
    std::shared_ptr<Box> m_box;
};

/// A request as a browser-less client sends it to port 3000.
inline http::Request request(const QByteArray &method, const QByteArray &target, const QByteArray &key = {}, const QByteArray &body = {})
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.localPort = 3000;
    request.peer = QHostAddress(QHostAddress::LocalHost);
    request.headers = {{"Host", "127.0.0.1:3000"}};
    if (!key.isEmpty())
        request.headers.emplace_back("X-Auth-Hash", key);
    if (!body.isEmpty()) {
        request.headers.emplace_back("Content-Type", "application/json");
        request.headers.emplace_back("Content-Length", QByteArray::number(body.size()));
        request.body = body;
    }
    return request;
}

inline QByteArray headerOf(const http::Response &response, const char *name)
{
    for (const auto &[key, value] : response.headers) {
        if (qstricmp(key.constData(), name) == 0)
            return value;
    }
    return {};
}

inline Json jsonOf(const http::Response &response)
{
    return parseJson(response.body).value_or(Json());
}

/// What the API stands on, as far as it is not the API itself.
struct FakeEngine
{
    QTemporaryDir folder;
    FakeClock clock;
    std::atomic_bool failsCommits = false;
    std::unique_ptr<Store> store = openStore();
    FakeJobs jobs;
    FakeFatals fatals;
    FakeCallbacks callbacks;
    FakeKeys keys;
    ActivityLog activity{*store};
    SettingsService settings{folder.filePath(QStringLiteral("settings.json")), {}, {}};
    FakeExecutor executor;
    FakeOverview overview;
    FakeSecrets secrets;
    Redactor redactor;
    FakeBots bots;
    FakeHeroku heroku;
    FakeBulk bulk{jobs};
    FakeRetention retention;
    FakeTitles titles;
    Exports exports{*store, jobs, fatals, activity, titles, redactor};
    Services services{jobs, fatals, callbacks, keys, activity, settings, executor, *store, clock, bulk, retention, exports, overview, titles, secrets, redactor, bots, heroku};

private:
    std::unique_ptr<Store> openStore()
    {
        return std::move(Store::open({folder.filePath(QStringLiteral("kule.db")), folder.filePath(QStringLiteral("backups")),
                                      [this](const char *sql) { return failsCommits.load() && qstrcmp(sql, "COMMIT") == 0; }, 2},
                                     1)
                             .value());
    }
};

struct ApiFixture : FakeEngine
{
    FakeApiControl control;
    ApiApplication application{services, control};

    /// As the server does: first refuse() by the head, then serve(). Exactly one answer.
    http::Response ask(const http::Request &asked)
    {
        if (auto refusal = application.refuse(asked))
            return *refusal;
        auto box = std::make_shared<CollectingResponder::Box>();
        application.serve(asked, std::make_shared<CollectingResponder>(box));
        (void)QTest::qWaitFor([&] { return box->isGone.load(); }, 30'000);
        if (box->answers == 0)
            box->response.status = 500;
        return box->answers <= 1 ? box->response : http::Response{599, {}, "answered twice", {}, true};
    }
    http::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &key = {}, const QByteArray &body = {})
    {
        return ask(request(method, target, key, body));
    }
};

} // namespace kule

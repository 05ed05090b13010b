// SPDX-License-Identifier: GPL-3.0-or-later
// The API as one piece: application, HTTP server and discovery file, following the settings. Lives on the engine thread;
// ApiControl's calls come from any. A port that is taken is told by status(), never a failure of the program.
#pragma once
#include "api/apicontrol.h"
#include "api/application.h"
#include "api/http/limits.h"
#include "api/http/server.h"
#include "settings/folders.h"
#include "settings/settings.h"

namespace kule {

class ApiServer final : public ApiControl
{
    Q_OBJECT
public:
    /// ownKey goes into the discovery file; an access key that services.keys knows. Services and clock outlive it.
    ApiServer(Services services, const Folders &folders, Secret ownKey);
    ~ApiServer() override;

    /// Listens as the settings say, and again when they change. Engine thread.
    void open();
    /// Stops listening, lets what is under way finish for at most that long, removes the discovery file. Engine thread.
    Future<Done> close(Milliseconds bound);

    Future<Result<ApiStatus>> status() override;
    Future<Result<std::vector<ApiRequestNote>>> recent() override;
    /// As status(), at once. Engine thread.
    ApiStatus now() const;

private:
    /// What needs a new listening socket when it changes; the rest is put in force live.
    struct Place
    {
        int port = 0;
        QStringList addresses;
        QString certificate;
        QString key;
        bool operator==(const Place &) const = default;
    };
    void follow(const Settings &settings);
    void listen();
    Result<http::Listening> tryListen();
    void noteRequests();

    const Services m_services;
    const QString m_discoveryFile;
    const Secret m_ownKey;
    ApiApplication m_application;
    Place m_place;
    http::Limits m_limits;
    std::unique_ptr<http::Server> m_server; ///< none while nothing listens
    std::vector<std::unique_ptr<http::Server>> m_leaving;
    ApiStatus m_status;
    bool m_isOpen = false;
    std::unique_ptr<Clock::Timer> m_notesTimer;
};

} // namespace kule

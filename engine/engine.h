// SPDX-License-Identifier: GPL-3.0-or-later
// The engine: builds every room in order, owns the threads, and shuts all down in order. One for each data folder, held
// by a lock. Build it on any thread with an event loop that lives on; the nouns may be called from any thread.
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "secrets/environmentstore.h"
#include "services.h"
#include "settings/folders.h"
#include "settings/settings.h"

#include <memory>

namespace kule {

class ApiControl;

struct EngineOptions
{
    Settings::Layer flags;
    Settings::Layer environment;
    Folders folders;
    Secret sessionKey; ///< from KULE_API_KEY or --key-file; empty: none
    GivenSecrets secrets = {}; ///< by the environment
    bool listens = true; ///< false: no API (for tests and tools)
};

class Engine
{
public:
    /// engine.already_running (details: pid), folders.*, store.*. A port that is taken is no failure: see api().status().
    static Result<std::unique_ptr<Engine>> start(EngineOptions options);
    /// Stops taking requests, interrupts what runs, writes what is pending; within 10 s.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    Services services();
    JobService &jobs();
    FatalService &fatals();
    CallbackService &callbacks();
    AccessKeys &keys();
    ActivityLog &activity();
    SettingsService &settings();
    OverviewService &overview();
    BotService &bots();
    ApiControl &api();
    Executor &executor();
    const Folders &folders() const;
    Store &store();
    JobBulk &bulk();
    RetentionService &retention();
    Exports &exports();
    TitleService &titles();
    SecretService &secrets();
    const Redactor &redactor() const;
    /// The key that the first start made; shown once, then forgotten. Null on later starts.
    std::shared_ptr<const Secret> takeFirstKey();

private:
    struct Rooms;
    explicit Engine(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace kule

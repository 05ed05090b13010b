// SPDX-License-Identifier: GPL-3.0-or-later
// The handlers that rows of the operations table name, by noun. Each runs on the connection's thread, asks the services
// and answers the call when they do; none blocks, none holds state.
#pragma once
#include "api/operations.h"

namespace kule {

// runner.cpp: the job runner's document
void greet(const ApiContext &api, const CallPtr &call);
void runScript(const ApiContext &api, const CallPtr &call);
void listRunnerFatals(const ApiContext &api, const CallPtr &call);
void readRunnerFatal(const ApiContext &api, const CallPtr &call);
void removeRunnerFatal(const ApiContext &api, const CallPtr &call);

// jobs.cpp
void listJobs(const ApiContext &api, const CallPtr &call);
void countJobs(const ApiContext &api, const CallPtr &call);
void findJob(const ApiContext &api, const CallPtr &call);
void readJobLog(const ApiContext &api, const CallPtr &call);
void searchJobLog(const ApiContext &api, const CallPtr &call);
void cancelJob(const ApiContext &api, const CallPtr &call);
void rerunJob(const ApiContext &api, const CallPtr &call);
void listScripts(const ApiContext &api, const CallPtr &call);

// keeping.cpp
void removeJobs(const ApiContext &api, const CallPtr &call);
void removeJob(const ApiContext &api, const CallPtr &call);
void beginBulk(const ApiContext &api, const CallPtr &call);
void findBulk(const ApiContext &api, const CallPtr &call);
void stopBulk(const ApiContext &api, const CallPtr &call);
void listRemovals(const ApiContext &api, const CallPtr &call);
void undoRemoval(const ApiContext &api, const CallPtr &call);
void previewRetention(const ApiContext &api, const CallPtr &call);

// export.cpp
void exportJobs(const ApiContext &api, const CallPtr &call);
void exportFatals(const ApiContext &api, const CallPtr &call);
void exportActivity(const ApiContext &api, const CallPtr &call);
void exportJobLog(const ApiContext &api, const CallPtr &call);
void exportTitles(const ApiContext &api, const CallPtr &call);

// fatals.cpp
void listFatals(const ApiContext &api, const CallPtr &call);
void removeFatals(const ApiContext &api, const CallPtr &call);
void listFatalGroups(const ApiContext &api, const CallPtr &call);
void readFatal(const ApiContext &api, const CallPtr &call);
void removeFatal(const ApiContext &api, const CallPtr &call);

// titles.cpp
void getInfo(const ApiContext &api, const CallPtr &call);
void getInfoLater(const ApiContext &api, const CallPtr &call);
void listTitles(const ApiContext &api, const CallPtr &call);
void clearTitles(const ApiContext &api, const CallPtr &call);
void reportTitles(const ApiContext &api, const CallPtr &call);
void clearTitleCache(const ApiContext &api, const CallPtr &call);
void beginTitleBatch(const ApiContext &api, const CallPtr &call);
void listTitleBatches(const ApiContext &api, const CallPtr &call);
void findTitleBatch(const ApiContext &api, const CallPtr &call);
void listTitleBatchItems(const ApiContext &api, const CallPtr &call);
void stopTitleBatch(const ApiContext &api, const CallPtr &call);
void resumeTitleBatch(const ApiContext &api, const CallPtr &call);
void retryTitleBatchItem(const ApiContext &api, const CallPtr &call);
void findTitle(const ApiContext &api, const CallPtr &call);
void parseTitlesAgain(const ApiContext &api, const CallPtr &call);
void removeTitle(const ApiContext &api, const CallPtr &call);
void sendBackdrop(const ApiContext &api, const CallPtr &call);
void sendTitlePage(const ApiContext &api, const CallPtr &call);
void refreshTitle(const ApiContext &api, const CallPtr &call);
void parseTitleAgain(const ApiContext &api, const CallPtr &call);

// callbacks.cpp
void listCallbacks(const ApiContext &api, const CallPtr &call);
void redeliverCallback(const ApiContext &api, const CallPtr &call);

// bots.cpp
void listBots(const ApiContext &api, const CallPtr &call);
void previewSource(const ApiContext &api, const CallPtr &call);
void previewBotSource(const ApiContext &api, const CallPtr &call);
void createBot(const ApiContext &api, const CallPtr &call);
void findBot(const ApiContext &api, const CallPtr &call);
void changeBot(const ApiContext &api, const CallPtr &call);
void removeBot(const ApiContext &api, const CallPtr &call);
void startBot(const ApiContext &api, const CallPtr &call);
void stopBot(const ApiContext &api, const CallPtr &call);
void restartBot(const ApiContext &api, const CallPtr &call);
void scaleBot(const ApiContext &api, const CallPtr &call);
void listBotDeliveries(const ApiContext &api, const CallPtr &call);
void decideBotDelivery(const ApiContext &api, const CallPtr &call);
void listBotSubscriptions(const ApiContext &api, const CallPtr &call);

// botdeeds.cpp
void importBots(const ApiContext &api, const CallPtr &call);
void readBotLog(const ApiContext &api, const CallPtr &call);
void searchBotLog(const ApiContext &api, const CallPtr &call);
void listBotVersions(const ApiContext &api, const CallPtr &call);
void findBotVersion(const ApiContext &api, const CallPtr &call);
void checkBotToken(const ApiContext &api, const CallPtr &call);
void resolveBot(const ApiContext &api, const CallPtr &call);
void makeBotEnvironment(const ApiContext &api, const CallPtr &call);
void cancelBotEnvironment(const ApiContext &api, const CallPtr &call);
void takeTelegramUpdate(const ApiContext &api, const CallPtr &call);

// Heroku
void listHerokuApps(const ApiContext &api, const CallPtr &call);
void keepHerokuApp(const ApiContext &api, const CallPtr &call);
void removeHerokuApp(const ApiContext &api, const CallPtr &call);
void listHerokuDynos(const ApiContext &api, const CallPtr &call);
void listHerokuFormation(const ApiContext &api, const CallPtr &call);
void previewHerokuDeed(const ApiContext &api, const CallPtr &call);
void scaleHerokuType(const ApiContext &api, const CallPtr &call);
void stopHerokuType(const ApiContext &api, const CallPtr &call);
void restartHeroku(const ApiContext &api, const CallPtr &call);
void readHerokuLog(const ApiContext &api, const CallPtr &call);

// administration.cpp
void listKeys(const ApiContext &api, const CallPtr &call);
void createKey(const ApiContext &api, const CallPtr &call);
void revokeKey(const ApiContext &api, const CallPtr &call);
void listSettings(const ApiContext &api, const CallPtr &call);
void changeSetting(const ApiContext &api, const CallPtr &call);
void resetSetting(const ApiContext &api, const CallPtr &call);
void listActivity(const ApiContext &api, const CallPtr &call);

// secrets.cpp
void reportSecrets(const ApiContext &api, const CallPtr &call);
void keepSecret(const ApiContext &api, const CallPtr &call);
void removeSecret(const ApiContext &api, const CallPtr &call);
void unlockSecrets(const ApiContext &api, const CallPtr &call);
void changePassphrase(const ApiContext &api, const CallPtr &call);
void moveSecrets(const ApiContext &api, const CallPtr &call);

// system.cpp
void listRequests(const ApiContext &api, const CallPtr &call);
void reportOverview(const ApiContext &api, const CallPtr &call);
void reportStatus(const ApiContext &api, const CallPtr &call);
void reportLive(const ApiContext &api, const CallPtr &call);
void reportReady(const ApiContext &api, const CallPtr &call);
void reportMetrics(const ApiContext &api, const CallPtr &call);
void sendOpenApi(const ApiContext &api, const CallPtr &call);
void sendDocs(const ApiContext &api, const CallPtr &call);

} // namespace kule

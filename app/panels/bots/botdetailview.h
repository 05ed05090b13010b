// SPDX-License-Identifier: GPL-3.0-or-later
// All of one bot: state and actions above, why it does not run and what helps, then what it is, what it says, what it sent, who
// is subscribed. Follows the bot while it is shown. Gui thread; asks the engine by futures only.
#pragma once
#include "bots/botservice.h"
#include "botsmodel.h"
#include "secrets/secretservice.h"
#include "widgets/detailview.h"

#include <QTimer>

namespace kule {

class BotDeeds;
class BotLogTab;
class BotOverview;
class BotReason;
class DeliveriesTab;
class IntroductionEditor;
class SourceTab;
class SubscriptionsTab;

class BotDetailView final : public DetailView
{
    Q_OBJECT
public:
    enum Tab { Overview, Texts, Source, Deliveries, Subscriptions, Log };

    BotDetailView(BotService &bots, SecretService &secrets, const Clock &clock, BotsModel &model, QWidget *parent = nullptr);

    void open(const BotId &id);
    void clear();
    const BotId &id() const { return m_id; }
    void showTab(Tab tab);
    /// Its deliveries in that state.
    void showDeliveries(BotDeliveryState state);
    void focusQuantity();
    void refresh();
    void setApiUrl(const QString &url) { m_apiUrl = url; }
    Json saveState() const override;
    void restoreState(const Json &state) override;
    /// With its reason whole, however narrow it is: the list beside gives way.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void editAsked(kule::Bot bot);
    void tokenAsked(kule::Bot bot);
    void linkAsked(QString panel, QString what);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void take(const BotView &bot);
    void fill();
    void help(int what);
    void askDeed(BotDeed deed);
    void answer(const Future<Result<BotView>> &future);
    bool isOn() const;

    BotService &m_bots;
    SecretService &m_secrets;
    const Clock &m_clock;
    BotsModel &m_model;
    BotDeeds *m_deeds;
    BotId m_id;
    std::optional<BotView> m_bot;
    bool m_haveSecrets = true;
    QString m_apiUrl = QStringLiteral("http://127.0.0.1:3000");
    int m_asked = 0;
    int m_wanted = Overview; ///< the part that a person looks at, of each bot that has it
    bool m_isArranging = false;
    QString m_doing; ///< what is being done against what is in the bot's way
    bool m_isUnread = false; ///< the problem that is shown is that it could not be read
    QTimer m_tick;
    QTimer m_lookAgain;

    BotReason *m_reason;
    BotOverview *m_overview;
    IntroductionEditor *m_texts;
    SourceTab *m_source;
    DeliveriesTab *m_deliveries;
    SubscriptionsTab *m_subscriptions;
    BotLogTab *m_log;
    QAction *m_edit;
    QAction *m_token;
    QAction *m_copyId;
    QAction *m_copyCurl;
};

} // namespace kule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bots/delivery.h"

#include <array>

namespace kule {
namespace {

constexpr std::array<std::pair<BotDeliveryState, const char *>, 5> states{{{BotDeliveryState::Queued, "queued"},
                                                                          {BotDeliveryState::Sending, "sending"},
                                                                          {BotDeliveryState::Sent, "sent"},
                                                                          {BotDeliveryState::Failed, "failed"},
                                                                          {BotDeliveryState::Review, "review"}}};
constexpr std::array<const char *, 4> whats{"text", "copy", "edit_text", "edit_caption"};

} // namespace

const char *wordOf(BotDeliveryState state)
{
    return states[static_cast<std::size_t>(state)].second;
}

std::optional<BotDeliveryState> botDeliveryStateOf(QByteArrayView word)
{
    for (const auto &[state, known] : states) {
        if (word == QByteArrayView(known))
            return state;
    }
    return std::nullopt;
}

Json jsonOf(const Outgoing &outgoing)
{
    Json json{{"what", whats[static_cast<std::size_t>(outgoing.what)]}};
    if (!outgoing.text.isEmpty())
        json["text"] = outgoing.text;
    for (const InlineRow &row : outgoing.buttons) {
        Json line = Json::array();
        for (const InlineButton &button : row)
            line.push_back({{"text", button.text}, {"data", button.data}});
        json["buttons"].push_back(std::move(line));
    }
    if (outgoing.from != 0)
        json["from"] = outgoing.from;
    if (!outgoing.messages.empty())
        json["messages"] = outgoing.messages;
    return json;
}

std::optional<Outgoing> outgoingOf(const Json &json)
try {
    const QByteArray word = json.at("what").get<QByteArray>();
    const auto found = std::find_if(whats.begin(), whats.end(), [&word](const char *what) { return word == what; });
    if (found == whats.end())
        return std::nullopt;
    Outgoing outgoing;
    outgoing.what = static_cast<Outgoing::What>(found - whats.begin());
    outgoing.text = textOf(json, "text");
    for (const Json &row : json.value("buttons", Json::array())) {
        InlineRow line;
        for (const Json &button : row)
            line.push_back({button.at("text").get<QString>(), button.at("data").get<QByteArray>()});
        outgoing.buttons.push_back(std::move(line));
    }
    outgoing.from = json.value("from", ChatId(0));
    outgoing.messages = json.value("messages", std::vector<MessageId>());
    return outgoing;
} catch (const Json::exception &) {
    return std::nullopt;
}

} // namespace kule

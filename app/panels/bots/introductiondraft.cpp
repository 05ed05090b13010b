// SPDX-License-Identifier: GPL-3.0-or-later
#include "introductiondraft.h"

namespace kule {
namespace {

using Words = IntroductionDraft::Words;

constexpr const char *followUp = "follow_up";

Json member(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : Json();
}

Words wordsOf(const Json &object, const char *key)
{
    const Json both = member(object, key);
    return both.is_object() ? Words{textOf(both, "tr"), textOf(both, "en")} : Words();
}

void put(Json &object, const char *key, const Words &words)
{
    Json both = Json::object();
    if (!words.turkish.isEmpty())
        both["tr"] = words.turkish;
    if (!words.english.isEmpty())
        both["en"] = words.english;
    if (both.empty())
        object.erase(key);
    else
        object[key] = std::move(both);
}

} // namespace

IntroductionDraft IntroductionDraft::of(const Json &config)
{
    IntroductionDraft draft;
    draft.rest = config.is_object() ? config : Json::object();
    const Json commands = member(config, "commands");
    if (commands.is_array()) {
        for (const Json &item : commands) {
            if (!item.is_object())
                continue;
            QString name = textOf(item, "command");
            if (name.startsWith(u'/'))
                name.remove(0, 1);
            draft.commands.push_back({name, wordsOf(item, "description"), wordsOf(item, "text"), item});
        }
    }
    const Json after = member(config, followUp);
    draft.question = wordsOf(after, "question");
    draft.yes = wordsOf(after, "yes");
    draft.no = wordsOf(after, "no");
    draft.goodbye = wordsOf(after, "goodbye");
    return draft;
}

Json IntroductionDraft::config() const
{
    Json config = rest;
    config["commands"] = Json::array();
    for (const Command &command : commands) {
        Json item = command.rest;
        item["command"] = command.name;
        put(item, "description", command.menu);
        put(item, "text", command.text);
        config["commands"].push_back(std::move(item));
    }
    Json after = member(rest, followUp);
    if (!after.is_object())
        after = Json::object();
    put(after, "question", question);
    put(after, "yes", yes);
    put(after, "no", no);
    put(after, "goodbye", goodbye);
    if (after.empty())
        config.erase(followUp);
    else
        config[followUp] = std::move(after);
    return config;
}

} // namespace kule

#include "sync/room/room_words.h"

#include <nlohmann/json.hpp>

#include "journal/base/json_depth.h"

namespace syncing::room {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostText = 8000;
constexpr std::size_t kMostItems = 200;
constexpr std::size_t kMostDepth = 32;  // ours nest four deep

std::optional<Json> parse(std::string_view text) {
  if (text.size() > std::size_t{256} * 1024) return std::nullopt;
  if (!journal::nestsWithin(text, kMostDepth)) return std::nullopt;
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  return json;
}

/// Not in the middle of a character.
std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  text.resize(most);
  return text;
}

std::string text(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) return {};
  return cut(found->get<std::string>(), kMostText);
}

template <class Read>
void each(const Json& json, const char* key, Read read) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array()) return;
  std::size_t taken = 0;
  for (const Json& item : *found) {
    if (taken++ == kMostItems) return;
    read(item);
  }
}
std::vector<std::string> texts(const Json& json, const char* key) {
  std::vector<std::string> list;
  each(json, key, [&](const Json& item) {
    if (item.is_string()) list.push_back(cut(item.get<std::string>(), kMostText));
  });
  return list;
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string toJson(const PlanWords& words) {
  Json json{{"title", words.title},         {"format", words.format},  {"when", words.when},
            {"agreement", words.agreement}, {"rounds", Json::array()}, {"actions", Json::array()}};
  for (const RoundWords& round : words.rounds)
    json["rounds"].push_back(
        {{"name", round.name}, {"prompts", round.prompts}, {"who", round.who}});
  for (const ActionWords& action : words.actions)
    json["actions"].push_back(
        {{"text", action.text}, {"owner", action.owner}, {"due", action.due}});
  for (const ContactWords& contact : words.contacts)
    json["contacts"].push_back(
        {{"role", contact.role}, {"name", contact.name}, {"number", contact.number}});
  return dump(json);
}

std::optional<PlanWords> readPlanWords(std::string_view sealedText) {
  const auto json = parse(sealedText);
  if (!json) return std::nullopt;
  PlanWords words{text(*json, "title"),
                  text(*json, "format"),
                  text(*json, "when"),
                  texts(*json, "agreement"),
                  {},
                  {}};
  each(*json, "rounds", [&](const Json& item) {
    if (item.is_object())
      words.rounds.push_back({text(item, "name"), texts(item, "prompts"), text(item, "who")});
  });
  each(*json, "actions", [&](const Json& item) {
    if (item.is_object())
      words.actions.push_back({text(item, "text"), text(item, "owner"), text(item, "due")});
  });
  each(*json, "contacts", [&](const Json& item) {
    if (item.is_object())
      words.contacts.push_back({text(item, "role"), text(item, "name"), text(item, "number")});
  });
  return words;
}

std::string nameJson(std::string_view name) {
  return dump(Json{{"name", std::string(name)}});
}

std::optional<std::string> readName(std::string_view sealedText) {
  const auto json = parse(sealedText);
  if (!json) return std::nullopt;
  return cut(text(*json, "name"), 120);
}

std::string toJson(const CardWords& words) {
  Json json{{"text", words.text}};
  for (const TagWords& tag : words.tags)
    json["tags"].push_back({{"domain", tag.domain}, {"outcome", tag.outcome}});
  if (words.owner != 0) json["owner"] = words.owner;
  if (!words.due.empty()) json["due"] = words.due;
  return dump(json);
}

std::optional<CardWords> readCardWords(std::string_view sealedText) {
  const auto json = parse(sealedText);
  if (!json) return std::nullopt;
  CardWords words{text(*json, "text")};
  each(*json, "tags", [&](const Json& item) {
    if (item.is_object()) words.tags.push_back({text(item, "domain"), text(item, "outcome")});
  });
  const auto owner = json->find("owner");
  if (owner != json->end() && owner->is_number_unsigned() &&
      owner->get<std::uint64_t>() <= session::kMostMembers)
    words.owner = owner->get<session::Member>();
  words.due = cut(text(*json, "due"), 10);
  return words;
}

std::string toJson(const Ballot& ballot) {
  Json dots = Json::object();
  for (const auto& [theme, count] : ballot.dots) dots[theme.hex()] = count;
  return dump(Json{{"dots", std::move(dots)}});
}

std::optional<Ballot> readBallot(std::string_view sealedText) {
  const auto json = parse(sealedText);
  if (!json) return std::nullopt;
  const auto dots = json->find("dots");
  if (dots == json->end() || !dots->is_object()) return std::nullopt;
  Ballot ballot;
  for (const auto& [hex, count] : dots->items()) {
    const auto theme = session::CardId::fromHex(hex);
    if (!theme || !count.is_number_unsigned() || count.get<std::uint64_t>() > 100)
      return std::nullopt;
    ballot.dots[*theme] = count.get<int>();
  }
  return ballot;
}

int dotsOf(const Ballot& ballot) {
  int sum = 0;
  for (const auto& [theme, count] : ballot.dots) sum += count;
  return sum;
}

}  // namespace syncing::room

// Sessions of reflection groups and formats of one's own as JSON.
#include "journal/domain/session/names.h"
#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"
#include "journal/exchange/session_format_json.h"

namespace journal::exchange {
namespace {

constexpr std::string_view kStates[] = {"planned", "held", "set-aside", "unready"};

Json toJson(const KeptCard& card) {
  Json json{{"dots", card.dots},
            {"done", card.done},
            {"keep", session::name(card.keep)},
            {"kind", session::name(card.kind)},
            {"leaves", card.leaves},
            {"own", card.own},
            {"owner", card.owner},
            {"text", card.text}};
  if (card.due.ok()) json["due"] = isoDate(card.due);
  return json;
}

std::optional<KeptCard> cardFrom(const Json& json) {
  const auto kind = session::named<session::CardKind>(textOf(json, "kind").value_or(""));
  const auto keep = session::named<session::Keep>(textOf(json, "keep").value_or(""));
  if (!kind || !keep) return std::nullopt;
  KeptCard card;
  card.kind = *kind;
  card.keep = *keep;
  card.text = plainOf(json, "text");
  card.own = flagOf(json, "own").value_or(false);
  card.leaves = flagOf(json, "leaves").value_or(false);
  card.done = flagOf(json, "done").value_or(false);
  card.dots = countOf(json, "dots");
  card.owner = plainOf(json, "owner");
  if (const auto due = textOf(json, "due")) {
    const auto day = parseDate(*due);
    if (!day) return std::nullopt;
    card.due = *day;
  }
  return card;
}

std::vector<std::string> textsOf(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& item : list) texts.push_back(sanitisePlain(asText(item)));
  return texts;
}

std::optional<GroupSessionState> stateFrom(const std::string& text) {
  for (std::size_t at = 0; at < std::size(kStates); ++at) {
    if (kStates[at] == text) return static_cast<GroupSessionState>(at);
  }
  return std::nullopt;
}

}  // namespace

Json toJson(const GroupSession& group) {
  Json json{{"agreement", group.agreement},
            {"cards", Json::array()},
            {"day", isoDate(group.day)},
            {"format", toJson(group.format)},
            {"headcount", group.headcount},
            {"id", group.id.hex()},
            {"lasted", group.lasted.count()},
            {"led", group.led},
            {"naming", session::name(group.naming)},
            {"people", group.people},
            {"question", group.question},
            {"starts_at", group.startsAt.count()},
            {"state", kStates[static_cast<std::size_t>(group.state)]},
            {"title", group.title}};
  for (const KeptCard& card : group.cards) json["cards"].push_back(toJson(card));
  return json;
}

std::optional<GroupSession> groupSessionFrom(const Json& json) {
  const auto id = idOf<GroupSessionId>(json, "id");
  const auto day = parseDate(textOf(json, "day").value_or(""));
  const auto state = stateFrom(textOf(json, "state").value_or(""));
  const auto naming = session::named<session::Naming>(textOf(json, "naming").value_or(""));
  const Json* format = member(json, "format");
  if (!id || !day || !state || !naming || format == nullptr) return std::nullopt;
  auto read =
      *state == GroupSessionState::Unready ? readUnreadyFormat(*format) : readFormat(*format);
  if (!read.ok()) return std::nullopt;
  GroupSession group;
  group.id = *id;
  group.day = *day;
  group.state = *state;
  group.naming = *naming;
  group.format = std::move(*read);
  group.title = plainOf(json, "title");
  group.question = plainOf(json, "question");
  group.startsAt = std::chrono::minutes(countOf(json, "starts_at"));
  group.lasted = std::chrono::minutes(countOf(json, "lasted"));
  group.led = flagOf(json, "led").value_or(false);
  group.headcount = countOf(json, "headcount");
  group.agreement = textsOf(listOf(json, "agreement"));
  group.people = textsOf(listOf(json, "people"));
  for (const Json& item : listOf(json, "cards")) {
    auto card = cardFrom(item);
    if (!card) return std::nullopt;
    group.cards.push_back(std::move(*card));
  }
  return group;
}

Json toJson(const OwnFormat& own) {
  Json json{{"format", toJson(own.format)}, {"id", own.id.hex()}};
  if (own.setAside) json["set_aside"] = true;
  if (own.unready) json["unready"] = true;
  return json;
}

std::optional<OwnFormat> ownFormatFrom(const Json& json) {
  const auto id = idOf<OwnFormatId>(json, "id");
  const Json* format = member(json, "format");
  if (!id || format == nullptr) return std::nullopt;
  const bool unready = flagOf(json, "unready").value_or(false);
  auto read = unready ? readUnreadyFormat(*format) : readFormat(*format);
  if (!read.ok()) return std::nullopt;
  return OwnFormat{*id, std::move(*read), flagOf(json, "set_aside").value_or(false), unready};
}

}  // namespace journal::exchange

// Learning plans, kept words, the timetable, prompt sets and permissions as JSON and
// back.

#include <utility>

#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {
namespace {

constexpr const char* kTerms[] = {"autumn", "spring", "summer"};

std::optional<Goal> goalFrom(const Json& json) {
  const auto state = parseGoalState(textOf(json, "state").value_or(""));
  const auto year = wholeOf(json, "school_year");
  const std::string term = textOf(json, "term").value_or("");
  if (!state || !year || *year < 1 || *year > 9999) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kTerms); ++i) {
    if (term != kTerms[i]) continue;
    return Goal{{static_cast<int>(*year), static_cast<Term>(i)},
                storedOf(json, "text"),
                *state,
                flagOf(json, "their_words").value_or(false)};
  }
  return std::nullopt;
}

}  // namespace

Json toJson(const Profile& profile) {
  Json goals = Json::array();
  for (const Goal& goal : profile.goals) {
    goals.push_back(Json{{"school_year", goal.term.schoolYear},
                         {"state", std::string(name(goal.state))},
                         {"term", kTerms[static_cast<std::size_t>(goal.term.term)]},
                         {"text", goal.text},
                         {"their_words", goal.theirWords}});
  }
  return Json{{"goals", std::move(goals)},
              {"interests", profile.interests},
              {"what_helps", profile.whatHelps},
              {"young_person", profile.youngPerson.hex()}};
}

std::optional<Profile> profileFrom(const Json& json) {
  const auto id = idOf<NameId>(json, "young_person");
  if (!id) return std::nullopt;
  Profile profile{*id, storedOf(json, "interests"), storedOf(json, "what_helps"), {}};
  for (const Json& item : listOf(json, "goals")) {
    auto goal = goalFrom(item);
    if (!goal) return std::nullopt;
    profile.goals.push_back(std::move(*goal));
  }
  return profile;
}

Json toJson(const KeptWord& word) {
  return Json{{"id", word.id.hex()}, {"word", word.word}};
}

std::optional<KeptWord> wordFrom(const Json& json) {
  const auto id = idOf<WordId>(json, "id");
  KeptWord word{id.value_or(WordId()), plainOf(json, "word")};
  if (!id || word.word.empty()) return std::nullopt;
  return word;
}

Json toJson(const TimetableSlot& slot) {
  return Json{{"id", slot.id.hex()},
              {"instrument", slot.instrument},
              {"minutes", slot.length.count()},
              {"on", slot.on ? Json(isoDate(*slot.on)) : Json(nullptr)},
              {"place", slot.place},
              {"setting", std::string(name(slot.setting))},
              {"starts_at_minute", slot.startsAt.count()},
              {"title", slot.title},
              {"weekday", slot.weekday}};
}

std::optional<TimetableSlot> slotFrom(const Json& json) {
  constexpr std::int64_t kDay = 24 * 60;
  const auto id = idOf<SlotId>(json, "id");
  const auto setting = parseSetting(textOf(json, "setting").value_or(""));
  const auto start = wholeOf(json, "starts_at_minute");
  const auto minutes = wholeOf(json, "minutes");
  const auto weekday = wholeOf(json, "weekday");
  if (!id || !setting || !start || !minutes || !weekday) return std::nullopt;
  if (*start < 0 || *start >= kDay || *minutes < 0 || *minutes > kDay) return std::nullopt;
  if (*weekday < 1 || *weekday > 7) return std::nullopt;
  TimetableSlot slot;
  slot.id = *id;
  if (const Json* on = member(json, "on")) {
    slot.on = parseDate(asText(*on));
    if (!slot.on) return std::nullopt;
  }
  slot.weekday = static_cast<std::uint8_t>(*weekday);
  slot.startsAt = std::chrono::minutes(*start);
  slot.length = std::chrono::minutes(*minutes);
  slot.setting = *setting;
  slot.title = plainOf(json, "title");
  slot.instrument = plainOf(json, "instrument");
  slot.place = plainOf(json, "place");
  return slot;
}

Json toJson(const OwnPromptSet& set) {
  Json questions = Json::array();
  for (const Question& question : set.questions) {
    questions.push_back(Json{{"optional", question.optional}, {"text", question.text}});
  }
  return Json{
      {"copy_of", set.copyOf}, {"from", isoDate(set.from)},         {"id", set.id.hex()},
      {"name", set.name},      {"questions", std::move(questions)}, {"version", set.version}};
}

std::optional<OwnPromptSet> promptSetFrom(const Json& json) {
  const auto id = idOf<PromptSetId>(json, "id");
  const auto version = wholeOf(json, "version");
  const auto from = parseDate(textOf(json, "from").value_or(""));
  if (!id || !version || *version < 1 || *version > 1'000'000 || !from) return std::nullopt;
  OwnPromptSet set;
  set.id = *id;
  set.version = static_cast<int>(*version);
  set.copyOf = plainOf(json, "copy_of");
  set.name = plainOf(json, "name");
  set.from = *from;
  for (const Json& item : listOf(json, "questions")) {
    set.questions.push_back({plainOf(item, "text"), flagOf(item, "optional").value_or(false)});
  }
  return set;
}

Json toJson(const Permission& permission) {
  const bool carer = permission.answerer == Answerer::Carer;
  return Json{{"answerer", carer ? "carer" : "young_person"},
              {"asked_by", permission.askedBy},
              {"how_asked", permission.howAsked},
              {"id", permission.id.hex()},
              {"level", permission.level ? Json(permission.level->value()) : Json(nullptr)},
              {"on", isoDate(permission.on)},
              {"until", isoDate(permission.until)},
              {"young_person", permission.youngPerson.hex()}};
}

std::optional<Permission> permissionFrom(const Json& json) {
  const auto id = idOf<PermissionId>(json, "id");
  const auto youngPerson = idOf<NameId>(json, "young_person");
  const auto on = parseDate(textOf(json, "on").value_or(""));
  const auto until = parseDate(textOf(json, "until").value_or(""));
  const std::string answerer = textOf(json, "answerer").value_or("");
  if (!id || !youngPerson || !on || !until) return std::nullopt;
  if (answerer != "carer" && answerer != "young_person") return std::nullopt;
  Permission permission;
  permission.id = *id;
  permission.youngPerson = *youngPerson;
  permission.answerer = answerer == "carer" ? Answerer::Carer : Answerer::YoungPerson;
  if (member(json, "level") != nullptr) {
    const std::int64_t level = wholeOf(json, "level").value_or(-1);
    if (level < 0 || level > 3) return std::nullopt;
    permission.level = UseLevel::of(static_cast<int>(level));
  }
  permission.askedBy = plainOf(json, "asked_by");
  permission.howAsked = plainOf(json, "how_asked");
  permission.on = *on;
  permission.until = *until;
  return permission;
}

}  // namespace journal::exchange

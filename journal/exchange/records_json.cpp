#include "journal/exchange/records_json.h"

#include <utility>

#include "journal/domain/mention.h"
#include "journal/exchange/json_fields.h"

namespace journal::exchange {
namespace {

constexpr const char* kNameKinds[] = {"young_person", "colleague", "place"};
constexpr const char* kIntentionStates[] = {"open", "done", "let_go"};

template <std::size_t N>
std::optional<std::size_t> indexOf(const char* const (&names)[N], const std::string& text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (text == names[i]) return i;
  }
  return std::nullopt;
}

Json lessonJson(const Lesson& lesson) {
  Json people = Json::array();
  for (const NameId id : lesson.youngPeople) people.push_back(id.hex());
  return Json{
      {"date", isoDate(lesson.date)},
      {"group", lesson.group},
      {"instrument", lesson.instrument},
      {"minutes", lesson.length.count()},
      {"place", optionalId(lesson.place)},
      {"setting", std::string(name(lesson.setting))},
      {"starts_at_minute", lesson.startsAt ? Json(lesson.startsAt->count()) : Json(nullptr)},
      {"year_group", lesson.yearGroup},
      {"young_people", std::move(people)},
  };
}

bool readLesson(const Json& json, Lesson& lesson) {
  constexpr std::int64_t kDay = 24 * 60;
  const auto date = parseDate(textOf(json, "date").value_or(""));
  const auto setting = parseSetting(textOf(json, "setting").value_or(""));
  const std::int64_t minutes = wholeOf(json, "minutes").value_or(0);
  const auto start = wholeOf(json, "starts_at_minute");
  if (!date || !setting || minutes < 0 || minutes > kDay) return false;
  if (start && (*start < 0 || *start >= kDay)) return false;
  lesson.date = *date;
  lesson.setting = *setting;
  lesson.length = std::chrono::minutes(minutes);
  if (start) lesson.startsAt = std::chrono::minutes(*start);
  lesson.group = plainOf(json, "group");
  lesson.instrument = plainOf(json, "instrument");
  lesson.yearGroup = plainOf(json, "year_group");
  lesson.place = idOf<NameId>(json, "place");
  for (const Json& item : listOf(json, "young_people")) {
    if (const auto id = NameId::fromHex(asText(item))) lesson.youngPeople.push_back(*id);
  }
  return true;
}

Json tagJson(const Tag& tag) {
  return Json{
      {"begin", tag.passage.begin},
      {"direction", std::string(name(tag.direction))},
      {"end", tag.passage.end},
      {"framework_version", tag.frameworkVersion},
      {"id", tag.id.hex()},
      {"indicator", tag.indicator.text()},
      {"level", tag.level ? Json(tag.level->value()) : Json(nullptr)},
      {"note", tag.note},
      {"quote", tag.quote},
      {"voice", std::string(name(tag.voice))},
      {"young_person", optionalId(tag.youngPerson)},
  };
}

std::optional<Tag> tagFrom(const Json& json, const Reflection& reflection) {
  const auto id = idOf<TagId>(json, "id");
  const auto indicator = IndicatorCode::parse(textOf(json, "indicator").value_or(""));
  const auto direction = parseDirection(textOf(json, "direction").value_or(""));
  const auto voice = parseVoice(textOf(json, "voice").value_or(""));
  const auto begin = wholeOf(json, "begin");
  const auto end = wholeOf(json, "end");
  if (!id || !indicator || !direction || !voice || !begin || !end) return std::nullopt;
  if (*begin < 0 || *end < *begin) return std::nullopt;
  Tag tag;
  tag.id = *id;
  tag.reflection = reflection.id;
  tag.passage = {static_cast<std::size_t>(*begin), static_cast<std::size_t>(*end)};
  if (tag.passage.end > reflection.text.size()) return std::nullopt;
  if (*begin < *end && !makePassage(reflection.text, tag.passage.begin, tag.passage.end).ok()) {
    return std::nullopt;
  }
  tag.quote = reflection.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin);
  tag.indicator = *indicator;
  const std::int64_t level = wholeOf(json, "level").value_or(0);
  if (level >= 1 && level <= 5) tag.level = Level::of(static_cast<int>(level));
  tag.direction = *direction;
  tag.voice = *voice;
  tag.youngPerson = idOf<NameId>(json, "young_person");
  const std::int64_t version = wholeOf(json, "framework_version").value_or(1);
  tag.frameworkVersion = version > 0 && version < 1'000'000 ? static_cast<int>(version) : 1;
  tag.note = plainOf(json, "note");
  return tag;
}

Json agreementJson(const std::optional<Agreement>& agreement) {
  if (!agreement) return nullptr;
  return Json{{"agreed_by", agreement->agreedBy},
              {"how_asked", agreement->howAsked},
              {"level", agreement->level.value()},
              {"on", isoDate(agreement->on)},
              {"until", isoDate(agreement->until)}};
}

std::optional<Agreement> agreementFrom(const Json& json) {
  const std::int64_t value = wholeOf(json, "level").value_or(-1);
  const auto level = value < 0 || value > 3 ? std::nullopt : UseLevel::of(static_cast<int>(value));
  const auto on = parseDate(textOf(json, "on").value_or(""));
  const auto until = parseDate(textOf(json, "until").value_or(""));
  if (!level || !on || !until) return std::nullopt;
  return Agreement{*level, plainOf(json, "agreed_by"), plainOf(json, "how_asked"), *on, *until};
}

Json claimJson(const Claim& claim) {
  Json evidence = Json::array();
  for (const EvidenceLink& link : claim.evidence) {
    evidence.push_back(Json{{"quote", link.quoteWhenLinked}, {"tag", link.tag.hex()}});
  }
  return Json{{"evidence", std::move(evidence)}, {"id", claim.id.hex()}, {"text", claim.text}};
}

std::optional<Claim> claimFrom(const Json& json) {
  const auto id = idOf<ClaimId>(json, "id");
  if (!id) return std::nullopt;
  Claim claim{*id, storedOf(json, "text"), {}};
  for (const Json& item : listOf(json, "evidence")) {
    const auto tag = idOf<TagId>(item, "tag");
    if (!tag) return std::nullopt;
    claim.evidence.push_back({*tag, storedOf(item, "quote")});
  }
  return claim;
}

Json eventJson(const ReviewEvent& event) {
  return Json{{"action", std::string(name(event.action))},
              {"at_ms", millis(event.at)},
              {"by", event.by},
              {"from", std::string(name(event.from))},
              {"reason", event.reason},
              {"role", std::string(name(event.role))},
              {"to", std::string(name(event.to))}};
}

std::optional<ReviewEvent> eventFrom(const Json& json) {
  const auto role = parseRole(textOf(json, "role").value_or(""));
  const auto action = parseReviewAction(textOf(json, "action").value_or(""));
  const auto from = parseReviewStep(textOf(json, "from").value_or(""));
  const auto to = parseReviewStep(textOf(json, "to").value_or(""));
  if (!role || !action || !from || !to) return std::nullopt;
  return ReviewEvent{timeOf(json, "at_ms"),  plainOf(json, "by"), *role, *action, *from, *to,
                     plainOf(json, "reason")};
}

Json blursJson(const std::vector<Blur>& blurs) {
  Json all = Json::array();
  for (const Blur& blur : blurs)
    all.push_back(Json{{"instead", blur.instead}, {"stays", blur.stays}, {"words", blur.words}});
  return all;
}

}  // namespace

Json toJson(const KnownName& name) {
  return Json{{"also_written", name.alsoWritten},
              {"age_band", name.ageBand},
              {"ask_dsl_first", name.askDslFirst},
              {"code_name", name.codeName},
              {"id", name.id.hex()},
              {"instrument_family", name.instrumentFamily},
              {"kind", kNameKinds[static_cast<std::size_t>(name.kind)]},
              {"real_name", name.realName}};
}

std::optional<KnownName> nameFrom(const Json& json) {
  const auto id = idOf<NameId>(json, "id");
  const auto kind = indexOf(kNameKinds, textOf(json, "kind").value_or(""));
  KnownName name;
  name.codeName = plainOf(json, "code_name");
  if (!id || !kind || name.codeName.empty()) return std::nullopt;
  name.id = *id;
  name.kind = static_cast<NameKind>(*kind);
  name.realName = plainOf(json, "real_name");
  for (const Json& item : listOf(json, "also_written")) {
    name.alsoWritten.push_back(sanitisePlain(asText(item)));
  }
  name.ageBand = plainOf(json, "age_band");
  name.instrumentFamily = plainOf(json, "instrument_family");
  name.askDslFirst = flagOf(json, "ask_dsl_first").value_or(false);
  return name;
}

Json toJson(const Reflection& reflection, const std::vector<Tag>& tags) {
  Json list = Json::array();
  for (const Tag& tag : tags) list.push_back(tagJson(tag));
  return Json{{"binned", reflection.binned},
              {"changed_at_ms", millis(reflection.changedAt)},
              {"held", reflection.held},
              {"id", reflection.id.hex()},
              {"lesson", lessonJson(reflection.lesson)},
              {"prompt_set", reflection.promptSet},
              {"source", reflection.source},
              {"state", reflection.state == ReflectionState::Finished ? "finished" : "draft"},
              {"tags", std::move(list)},
              {"text", reflection.text},
              {"written_at_ms", millis(reflection.writtenAt)},
              {"written_offset_minutes", reflection.writtenOffset.count()}};
}

std::optional<ImportedReflection> reflectionFrom(const Json& json) {
  ImportedReflection out;
  Reflection& reflection = out.reflection;
  const auto id = idOf<ReflectionId>(json, "id");
  const Json* lesson = member(json, "lesson");
  const auto written = wholeOf(json, "written_at_ms");
  const std::int64_t offset = wholeOf(json, "written_offset_minutes").value_or(0);
  if (!id || lesson == nullptr || !written || !readLesson(*lesson, reflection.lesson)) {
    return std::nullopt;
  }
  if (offset < -24 * 60 || offset > 24 * 60) return std::nullopt;
  reflection.id = *id;
  reflection.promptSet = plainOf(json, "prompt_set");
  reflection.text = storedOf(json, "text");
  reflection.state =
      textOf(json, "state") == "draft" ? ReflectionState::Draft : ReflectionState::Finished;
  reflection.held = flagOf(json, "held").value_or(false);
  reflection.binned = flagOf(json, "binned").value_or(false);
  reflection.writtenAt = timeOf(json, "written_at_ms");
  reflection.writtenOffset = std::chrono::minutes(offset);
  reflection.changedAt = timeOf(json, "changed_at_ms");
  reflection.source = plainOf(json, "source");
  for (const Json& item : listOf(json, "tags")) {
    auto tag = tagFrom(item, reflection);
    if (!tag) return std::nullopt;
    out.tags.push_back(std::move(*tag));
  }
  return out;
}

Json toJson(const Intention& intention) {
  return Json{{"from", optionalId(intention.from)},
              {"group", intention.group},
              {"id", intention.id.hex()},
              {"made_on", isoDate(intention.madeOn)},
              {"state", kIntentionStates[static_cast<std::size_t>(intention.state)]},
              {"text", intention.text},
              {"young_person", optionalId(intention.youngPerson)}};
}

std::optional<Intention> intentionFrom(const Json& json) {
  const auto id = idOf<IntentionId>(json, "id");
  const auto state = indexOf(kIntentionStates, textOf(json, "state").value_or(""));
  const auto madeOn = parseDate(textOf(json, "made_on").value_or(""));
  if (!id || !state || !madeOn) return std::nullopt;
  Intention intention;
  intention.id = *id;
  intention.text = storedOf(json, "text");
  intention.from = idOf<ReflectionId>(json, "from");
  intention.youngPerson = idOf<NameId>(json, "young_person");
  intention.group = plainOf(json, "group");
  intention.state = static_cast<IntentionState>(*state);
  intention.madeOn = *madeOn;
  return intention;
}

Json toJson(const CaseStudy& study) {
  Json claims = Json::array();
  for (const Claim& claim : study.claims) claims.push_back(claimJson(claim));
  Json trail = Json::array();
  for (const ReviewEvent& event : study.trail) trail.push_back(eventJson(event));
  return Json{{"about", optionalId(study.about)},
              {"agreement", agreementJson(study.agreement)},
              {"author", study.author},
              {"blurs", blursJson(study.blurs)},
              {"claims", std::move(claims)},
              {"id", study.id.hex()},
              {"kind", std::string(name(study.kind))},
              {"made_at_ms", millis(study.madeAt)},
              {"step", std::string(name(study.step))},
              {"title", study.title},
              {"trail", std::move(trail)}};
}

std::optional<CaseStudy> caseStudyFrom(const Json& json) {
  const auto id = idOf<CaseStudyId>(json, "id");
  const auto kind = parseCaseStudyKind(textOf(json, "kind").value_or(""));
  const auto step = parseReviewStep(textOf(json, "step").value_or(""));
  if (!id || !kind || !step) return std::nullopt;
  CaseStudy study;
  study.id = *id;
  study.kind = *kind;
  study.step = *step;
  study.title = plainOf(json, "title");
  study.author = plainOf(json, "author");
  study.about = idOf<NameId>(json, "about");
  study.madeAt = timeOf(json, "made_at_ms");
  for (const Json& item : listOf(json, "blurs"))
    study.blurs.push_back(
        {plainOf(item, "words"), flagOf(item, "stays").value_or(false), plainOf(item, "instead")});
  for (const Json& item : listOf(json, "claims")) {
    auto claim = claimFrom(item);
    if (!claim) return std::nullopt;
    study.claims.push_back(std::move(*claim));
  }
  if (const Json* agreement = member(json, "agreement")) {
    study.agreement = agreementFrom(*agreement);
    if (!study.agreement) return std::nullopt;
  }
  for (const Json& item : listOf(json, "trail")) {
    auto event = eventFrom(item);
    if (!event) return std::nullopt;
    study.trail.push_back(std::move(*event));
  }
  return study;
}

}  // namespace journal::exchange

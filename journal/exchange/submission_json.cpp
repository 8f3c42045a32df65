#include "journal/exchange/submission_json.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "journal/domain/lesson.h"
#include "journal/domain/mention.h"
#include "journal/exchange/json_value.h"

namespace journal::exchange {
namespace {

// submission := {"afternote_submission":1, ..}   JSON with the keys below, sorted, no
// spaces. Anything that is not exactly what encodeSubmission() would write is refused, so one
// submission has one spelling and one hash.
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxBytes = std::size_t{4} << 20;
constexpr std::size_t kMaxItems = 200;

Json encodePassage(const SubmittedPassage& passage) {
  return Json{
      {"age_band", passage.ageBand},
      {"direction", std::string(name(passage.direction))},
      {"indicator", passage.indicator},
      {"instrument_family", passage.instrumentFamily},
      {"level", passage.level ? Json(*passage.level) : Json(nullptr)},
      {"order", passage.order},
      {"setting", passage.setting},
      {"term", passage.term},
      {"text", passage.text},
      {"voice", std::string(name(passage.voice))},
      {"young_person_code", passage.youngPersonCode},
  };
}

Json encodeClaim(const SubmittedClaim& claim) {
  Json passages = Json::array();
  for (const auto& passage : claim.passages) passages.push_back(encodePassage(passage));
  return Json{{"passages", std::move(passages)}, {"text", claim.text}};
}

Error refused(const char* detail) {
  return Error{ErrorCode::InvalidInput, detail,
               "This case study did not arrive as Afternote writes them, so it was not taken in. "
               "Ask its author to submit it again."};
}

/// Text as a reader may see it: nothing of the journal's own marks is left in it.
Result<std::string> needPlain(const Json& object, const char* key, const char* detail) {
  auto text = textOf(object, key);
  if (!text || sanitisePlain(*text) != *text) return refused(detail);
  return std::move(*text);
}

Result<std::int64_t> needWhole(const Json& object, const char* key, std::int64_t low,
                               std::int64_t high) {
  const auto value = wholeOf(object, key);
  if (!value || *value < low || *value > high) return refused("submission: number out of range");
  return *value;
}

Result<std::optional<int>> readLevel(const Json& json) {
  if (member(json, "level") == nullptr) return std::optional<int>();
  J_TRY(const std::int64_t value, needWhole(json, "level", 1, 5));
  return std::optional<int>(static_cast<int>(value));
}

Result<SubmittedPassage> readPassage(const Json& json) {
  SubmittedPassage passage;
  J_TRY(passage.text, needPlain(json, "text", "passage: text"));
  J_TRY(passage.indicator, needPlain(json, "indicator", "passage: indicator"));
  if (!IndicatorCode::parse(passage.indicator)) return refused("passage: indicator");
  J_TRY(passage.level, readLevel(json));
  J_TRY(const std::string direction, needPlain(json, "direction", "passage: direction"));
  const auto parsedDirection = parseDirection(direction);
  J_TRY(const std::string voice, needPlain(json, "voice", "passage: voice"));
  const auto parsedVoice = parseVoice(voice);
  if (!parsedDirection || !parsedVoice) return refused("passage: direction or voice");
  passage.direction = *parsedDirection;
  passage.voice = *parsedVoice;
  J_TRY(passage.setting, needPlain(json, "setting", "passage: setting"));
  if (!parseSetting(passage.setting)) return refused("passage: setting");
  J_TRY(passage.term, needPlain(json, "term", "passage: term"));
  using Order = std::numeric_limits<std::int32_t>;
  J_TRY(const std::int64_t order, needWhole(json, "order", Order::min(), Order::max()));
  passage.order = static_cast<std::int32_t>(order);
  J_TRY(passage.youngPersonCode, needPlain(json, "young_person_code", "passage: code"));
  J_TRY(passage.ageBand, needPlain(json, "age_band", "passage: age band"));
  J_TRY(passage.instrumentFamily, needPlain(json, "instrument_family", "passage: instrument"));
  return passage;
}

Result<SubmittedClaim> readClaim(const Json& json) {
  SubmittedClaim claim;
  J_TRY(claim.text, needPlain(json, "text", "claim: text"));
  const Json& passages = listOf(json, "passages");
  if (passages.size() > kMaxItems) return refused("claim: too many passages");
  for (const Json& item : passages) {
    J_TRY(auto passage, readPassage(item));
    claim.passages.push_back(std::move(passage));
  }
  return claim;
}

Result<void> readHead(const Json& json, Submission& out) {
  const auto id = CaseStudyId::fromHex(textOf(json, "case_study").value_or(""));
  const auto kind = parseCaseStudyKind(textOf(json, "kind").value_or(""));
  const std::string untilText = textOf(json, "agreed_until").value_or("-");
  // Empty while nobody has agreed yet: to be looked at, never to be submitted.
  const auto until = untilText.empty() ? std::optional(LocalDate{}) : parseDate(untilText);
  const auto dsl = flagOf(json, "dsl_must_agree");
  if (!id || !kind || !until || !dsl) return refused("submission: head");
  out.caseStudy = *id;
  out.kind = *kind;
  out.agreedUntil = *until;
  out.dslMustAgree = *dsl;
  J_TRY(out.title, needPlain(json, "title", "submission: title"));
  J_TRY(out.author, needPlain(json, "author", "submission: author"));
  J_TRY(const std::int64_t level, needWhole(json, "use_level", 0, 3));
  out.useLevel = static_cast<int>(level);
  J_TRY(const std::int64_t framework, needWhole(json, "framework_version", 0, 1'000'000));
  out.frameworkVersion = static_cast<int>(framework);
  using Ms = std::numeric_limits<std::int64_t>;
  J_TRY(const std::int64_t at, needWhole(json, "prepared_at_ms", Ms::min(), Ms::max()));
  out.preparedAt = UtcTime(std::chrono::milliseconds(at));
  return {};
}

}  // namespace

std::string encodeSubmission(const Submission& submission) {
  Json claims = Json::array();
  for (const auto& claim : submission.claims) claims.push_back(encodeClaim(claim));
  return dumpJson(Json{
      {"afternote_submission", kVersion},
      {"agreed_until", submission.agreedUntil.ok() ? isoDate(submission.agreedUntil) : ""},
      {"author", submission.author},
      {"case_study", submission.caseStudy.hex()},
      {"claims", std::move(claims)},
      {"dsl_must_agree", submission.dslMustAgree},
      {"framework_version", submission.frameworkVersion},
      {"kind", std::string(name(submission.kind))},
      {"prepared_at_ms", submission.preparedAt.time_since_epoch().count()},
      {"title", submission.title},
      {"use_level", submission.useLevel},
  });
}

Result<Submission> decodeSubmission(std::string_view bytes) {
  if (bytes.size() > kMaxBytes) return refused("submission: larger than 4 MiB");
  const auto json = parseJson(bytes);
  if (!json) return refused("submission: not JSON");
  const auto version = wholeOf(*json, "afternote_submission");
  if (!version || *version < 1) return refused("submission: no version");
  if (*version > kVersion) {
    return Error{ErrorCode::TooNew, "submission: newer version",
                 "This case study was written by a newer Afternote. Update this one to read it."};
  }
  Submission submission;
  J_CHECK(readHead(*json, submission));
  const Json& claims = listOf(*json, "claims");
  if (claims.size() > kMaxItems) return refused("submission: too many claims");
  for (const Json& item : claims) {
    J_TRY(auto claim, readClaim(item));
    submission.claims.push_back(std::move(claim));
  }
  if (encodeSubmission(submission) != bytes) return refused("submission: not in canonical form");
  return submission;
}

}  // namespace journal::exchange

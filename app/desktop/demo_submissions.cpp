#include "app/desktop/demo_submissions.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "journal/exchange/imported.h"

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using nlohmann::json;

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int number(const json& object, const char* key, int otherwise) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : otherwise;
}

const json& list(const json& object, const char* key) {
  static const json kEmpty = json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kEmpty;
}

/// Weeks since Monday 3 January 2000, as Submission counts them.
std::int32_t weekOf(journal::LocalDate date) {
  constexpr std::int32_t kFirstMonday = 10959;
  return (journal::dayNumber(date) - kFirstMonday) / 7;
}

/// Opaque, and the same for the same young person.
std::string opaqueCode(const std::string& codeName) {
  const journal::exchange::IdBytes bytes = journal::exchange::derivedIds("demo")(codeName);
  return journal::toHex(bytes);
}

std::optional<journal::SubmittedPassage> readPassage(const json& entry) {
  journal::SubmittedPassage passage;
  passage.text = text(entry, "shown");
  passage.indicator = text(entry, "indicator_code");
  const auto date = journal::parseDate(text(entry, "date"));
  if (passage.text.empty() || passage.indicator.empty() || !date) return std::nullopt;
  const int level = number(entry, "level", 0);
  if (level >= 1 && level <= 5) passage.level = level;
  passage.direction =
      journal::parseDirection(text(entry, "direction")).value_or(journal::Direction::Change);
  passage.voice = journal::parseVoice(text(entry, "voice")).value_or(journal::Voice::Tutor);
  passage.setting = text(entry, "setting");
  passage.term = text(entry, "term");
  passage.order = weekOf(*date);
  const std::string who = text(entry, "young_person");
  if (!who.empty()) passage.youngPersonCode = opaqueCode(who);
  passage.ageBand = text(entry, "age_band");
  passage.instrumentFamily = text(entry, "instrument_family");
  return passage;
}

std::optional<DemoSubmission> readOne(const json& entry) {
  DemoSubmission out;
  journal::Submission& content = out.content;
  content.caseStudy =
      journal::CaseStudyId::fromBytes(journal::exchange::derivedIds("demo")(text(entry, "id")));
  content.title = text(entry, "title");
  content.author = text(entry, "author");
  content.useLevel = number(entry, "use_level", 1);
  const json& agreed = list(entry, "agreed");
  if (agreed.empty()) return std::nullopt;
  const auto until = journal::parseDate(text(agreed.front(), "until"));
  const auto sent = journal::parseTime(text(entry, "submitted_on"));
  if (!until || !sent || content.title.empty()) return std::nullopt;
  content.agreedUntil = *until;
  content.preparedAt = *sent;
  for (const json& claim : list(entry, "claims")) {
    journal::SubmittedClaim words;
    words.text = text(claim, "text");
    for (const json& evidence : list(claim, "evidence")) {
      if (auto passage = readPassage(evidence)) words.passages.push_back(std::move(*passage));
    }
    if (!words.passages.empty()) content.claims.push_back(std::move(words));
  }
  const auto approved = entry.find("approved");
  if (approved != entry.end()) out.approvedBy = text(*approved, "by");
  return out;
}

}  // namespace

journal::Result<std::vector<DemoSubmission>> readDemoSubmissions(std::string_view words) {
  const json root = json::parse(words, nullptr, false);
  if (!root.is_object()) {
    return Error{ErrorCode::InvalidInput, "demo/case_studies.json",
                 "The demonstration's case studies could not be read."};
  }
  std::vector<DemoSubmission> submissions;
  for (const json& entry : list(root, "submissions")) {
    if (auto one = readOne(entry)) submissions.push_back(std::move(*one));
  }
  return submissions;
}

}  // namespace app::desktop

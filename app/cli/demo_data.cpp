#include "app/cli/demo_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "journal/base/platform.h"
#include "journal/exchange/imported.h"

namespace app {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using Json = nlohmann::json;

constexpr const char* kPassphrase = "four plain demo words";

Error unusable(const char* what) {
  return Error{ErrorCode::InvalidInput, std::string("demo: ") + what,
               std::string("The demonstration's files cannot be used: ") + what +
                   ". Put a good copy of assets/demo back."};
}

Result<Json> readJson(const std::filesystem::path& path) {
  const auto bytes = journal::readFile(path, std::size_t{8} << 20);
  if (!bytes.ok()) return unusable("one is missing");
  Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return unusable("one is not complete JSON");
  return json;
}

std::string text(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}
const Json& list(const Json& json, const char* key) {
  static const Json none = Json::array();
  const auto found = json.find(key);
  return found != json.end() && found->is_array() ? *found : none;
}
int number(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
}
journal::LocalDate date(const Json& json, const char* key) {
  return journal::parseDate(text(json, key)).value_or(journal::LocalDate{});
}

journal::CaseStudyKind kindOf(const std::string& words) {
  if (words == "group or class") return journal::CaseStudyKind::Group;
  if (words == "tutor's practice") return journal::CaseStudyKind::TutorsPractice;
  if (words == "setting/partnership") return journal::CaseStudyKind::Setting;
  if (words == "service change") return journal::CaseStudyKind::ServiceChange;
  return journal::CaseStudyKind::YoungPerson;
}

/// "the TA" twice in a service becomes "the TA" and "another TA": codes are unique in a journal.
std::string uniqueCode(std::string code, std::set<std::string>& taken) {
  if (taken.insert(code).second) return code;
  const std::size_t space = code.find(' ');
  const std::string noun = space == std::string::npos ? code : code.substr(space + 1);
  code = "another " + noun;
  for (int n = 2; !taken.insert(code).second; ++n) code = fmt::format("{} {}", noun, n);
  return code;
}

journal::KnownName nameFrom(const Json& json, journal::NameKind kind) {
  journal::KnownName name;
  name.kind = kind;
  name.realName = text(json, "real_name");
  name.codeName = text(json, "code_name");
  for (const Json& also : list(json, "also_written")) {
    if (also.is_string()) name.alsoWritten.push_back(also.get<std::string>());
  }
  if (kind == journal::NameKind::YoungPerson) {
    name.ageBand = text(json, "age_band");
    name.instrumentFamily = text(json, "instrument_family");
  }
  return name;
}

std::set<std::string> youngPeopleOf(const Json& service, const std::string& person) {
  std::set<std::string> names;
  for (const Json& group : list(service, "groups")) {
    if (text(group, "tutor") != person) continue;
    for (const Json& name : list(group, "young_people")) {
      if (name.is_string()) names.insert(name.get<std::string>());
    }
  }
  return names;
}

void readNames(const Json& service, DemoData& demo) {
  std::set<std::string> taken;
  const auto add = [&](journal::KnownName name) {
    if (name.realName.empty() || name.codeName.empty()) return;
    name.codeName = uniqueCode(name.codeName, taken);
    demo.names.push_back(std::move(name));
  };
  const auto own = youngPeopleOf(service, demo.person);
  for (const Json& item : list(service, "young_people")) {
    auto name = nameFrom(item, journal::NameKind::YoungPerson);
    if (own.count(name.realName) != 0) add(std::move(name));
  }
  for (const Json& item : list(service, "places")) add(nameFrom(item, journal::NameKind::Place));
  for (const Json& item : list(service, "colleagues")) {
    add(nameFrom(item, journal::NameKind::Colleague));
  }
  for (const Json& item : list(service, "people")) {
    journal::KnownName name;
    name.kind = journal::NameKind::Colleague;
    name.realName = text(item, "name");
    const std::string role = text(item, "role");
    name.codeName = (role == "tutor" ? "a fellow " : "the ") + role;
    if (name.realName != demo.person && !role.empty()) add(std::move(name));
  }
}

/// What a passage of either kind says about its tag. False when something is missing.
bool readTag(const Json& json, journal::Tag& tag) {
  const auto indicator = journal::IndicatorCode::parse(text(json, "indicator_code"));
  const auto direction = journal::parseDirection(text(json, "direction"));
  const auto voice = journal::parseVoice(text(json, "voice"));
  if (!indicator || !direction || !voice) return false;
  tag.indicator = *indicator;
  tag.direction = *direction;
  tag.voice = *voice;
  tag.level = journal::Level::of(number(json, "level"));
  return true;
}

std::optional<journal::Agreement> agreementFrom(const Json& json) {
  for (const Json& agreed : list(json, "agreed")) {
    const auto level = journal::UseLevel::of(number(agreed, "level"));
    if (!level || level->value() == 0) continue;
    return journal::Agreement{*level, text(agreed, "who"), text(agreed, "how"), date(agreed, "on"),
                              date(agreed, "until")};
  }
  return std::nullopt;
}

Result<DemoDraft> readDraft(const Json& json) {
  DemoDraft draft;
  draft.id = text(json, "id");
  draft.study.title = text(json, "title");
  draft.study.author = text(json, "author");
  draft.study.kind = kindOf(text(json, "kind"));
  draft.study.agreement = agreementFrom(json);
  const Json& people = list(json, "young_people");
  if (people.size() == 1 && people[0].is_string()) draft.about = people[0].get<std::string>();
  for (const Json& item : list(json, "claims")) {
    DemoClaim claim{text(item, "text"), {}};
    for (const Json& evidence : list(item, "evidence")) {
      DemoEvidence one;
      one.reflection = text(evidence, "reflection");
      one.author = text(evidence, "author");
      one.passage = text(evidence, "passage");
      one.youngPersonCode = text(evidence, "young_person");
      if (!readTag(evidence, one.tag)) return unusable("a passage of a draft lacks its indicator");
      claim.evidence.push_back(std::move(one));
    }
    draft.claims.push_back(std::move(claim));
  }
  if (draft.id.empty() || draft.study.title.empty()) return unusable("a draft has no title");
  return draft;
}

/// Weeks since Monday 2000-01-03, rounded down.
std::int32_t weekOf(journal::LocalDate day) {
  const std::int32_t days = journal::dayNumber(day) - 10959;
  return days >= 0 ? days / 7 : (days - 6) / 7;
}

Result<journal::SubmittedPassage> readPassage(const Json& json, const std::string& author) {
  journal::Tag tag;
  if (!readTag(json, tag)) return unusable("a passage of a submission lacks its indicator");
  journal::SubmittedPassage passage;
  passage.text = text(json, "shown");
  passage.indicator = tag.indicator.text();
  if (tag.level) passage.level = tag.level->value();
  passage.direction = tag.direction;
  passage.voice = tag.voice;
  passage.setting = text(json, "setting");
  passage.term = text(json, "term");
  passage.order = weekOf(date(json, "date"));
  const std::string code = text(json, "young_person");
  if (!code.empty()) {
    const auto id = journal::exchange::derivedIds("demo young person")(author + ":" + code);
    passage.youngPersonCode = journal::toHex(std::span(id).first(12));
  }
  passage.ageBand = text(json, "age_band");
  passage.instrumentFamily = text(json, "instrument_family");
  return passage;
}

Result<DemoSubmission> readSubmission(const Json& json, int frameworkVersion) {
  DemoSubmission out;
  journal::Submission& content = out.content;
  content.caseStudy = demoCaseStudyId(text(json, "id"));
  content.kind = kindOf(text(json, "kind"));
  content.title = text(json, "title");
  content.author = text(json, "author");
  content.useLevel = number(json, "use_level");
  content.frameworkVersion = frameworkVersion;
  const auto agreement = agreementFrom(json);
  if (!agreement) return unusable("a submission has no agreement");
  content.agreedUntil = agreement->until;
  content.preparedAt =
      journal::UtcTime(std::chrono::sys_days(date(json, "submitted_on"))) + std::chrono::hours(17);
  const auto approved = json.find("approved");
  if (approved == json.end()) return unusable("a submission was never approved");
  out.approvedOn = date(*approved, "on");
  for (const Json& item : list(json, "claims")) {
    journal::SubmittedClaim claim{text(item, "text"), {}};
    for (const Json& evidence : list(item, "evidence")) {
      J_TRY(auto passage, readPassage(evidence, content.author));
      claim.passages.push_back(std::move(passage));
    }
    content.claims.push_back(std::move(claim));
  }
  return out;
}

}  // namespace

journal::CaseStudyId demoCaseStudyId(const std::string& study) {
  return journal::CaseStudyId::fromBytes(journal::exchange::derivedIds("demo")(study));
}
journal::ClaimId demoClaimId(const std::string& study, std::size_t index) {
  return journal::ClaimId::fromBytes(
      journal::exchange::derivedIds("demo")(fmt::format("{}#claim{}", study, index)));
}

Result<DemoData> readDemo(const std::filesystem::path& assets) {
  J_TRY(const Json service, readJson(assets / "demo" / "service.json"));
  J_TRY(const Json studies, readJson(assets / "demo" / "case_studies.json"));
  DemoData demo;
  demo.service = text(service, "name");
  const Json people = service.value("demo", Json::object());
  demo.person = text(people, "opens_journal_of");
  demo.facilitator = text(people, "facilitator");
  demo.manager = text(people, "manager");
  demo.passphrase = text(people, "passphrase");
  if (demo.passphrase.empty()) demo.passphrase = kPassphrase;
  if (demo.service.empty() || demo.person.empty()) return unusable("the service has no name");
  readNames(service, demo);
  for (const Json& item : list(studies, "drafts")) {
    J_TRY(auto draft, readDraft(item));
    demo.drafts.push_back(std::move(draft));
  }
  for (const Json& item : list(studies, "submissions")) {
    J_TRY(auto submission, readSubmission(item, 1));
    demo.submissions.push_back(std::move(submission));
  }
  return demo;
}

}  // namespace app

#include "app/keeping/about.h"

#include <algorithm>

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::KnownName;
using journal::Result;
using journal::service::Everything;

namespace {

std::string lowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// "Marlowe" for Marlowe Quince, where nobody else begins so.
Result<KnownName> byFirstWord(const std::vector<KnownName>& names, const std::string& wanted) {
  const KnownName* found = nullptr;
  for (const KnownName& name : names) {
    if (lowerAscii(name.realName.substr(0, name.realName.find(' '))) != wanted) continue;
    if (found != nullptr) {
      return Error{ErrorCode::Conflict, "name twice",
                   "Several people begin with that name. Give the whole name or the code name."};
    }
    found = &name;
  }
  if (found != nullptr) return *found;
  return Error{ErrorCode::NotFound, "name", "Nobody in this journal goes by that name."};
}

void addCount(std::string& words, std::int32_t count, const char* one, const char* many) {
  if (count <= 0) return;
  words += ", " + std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

Result<KnownName> whoIsMeant(const std::vector<KnownName>& names, std::string_view typed) {
  const std::string wanted = lowerAscii(typed);
  for (const KnownName& name : names) {
    const auto& also = name.alsoWritten;
    const bool same = lowerAscii(name.codeName) == wanted || lowerAscii(name.realName) == wanted ||
                      name.id.hex() == wanted ||
                      std::any_of(also.begin(), also.end(), [&](const std::string& form) {
                        return lowerAscii(form) == wanted;
                      });
    if (same) return name;
  }
  return byFirstWord(names, wanted);
}

Result<void> logAccess(journal::service::Journal& journal, const Everything& found,
                       journal::AccessKind kind, const std::string& reason,
                       journal::Random& random) {
  journal::AccessRecord access;
  access.id = journal::AccessId::random(random);
  access.kind = kind;
  access.about = found.who.id;
  access.reason = reason;
  access.counts = found.counts();
  J_TRY(const auto logged, journal.apply(journal::service::RecordAccess{access}));
  (void)logged;
  return {};
}

Result<Everything> findAbout(journal::service::Journal& journal, const KnownName& who,
                             const std::string& reason, journal::Random& random,
                             std::stop_token stop) {
  J_TRY(auto found, journal::service::findEverything(journal, who, std::move(stop)));
  J_CHECK(logAccess(journal, found, journal::AccessKind::Search, reason, random));
  return found;
}

std::string countsWords(const journal::AccessCounts& counts) {
  std::string words =
      std::to_string(counts.entries) + (counts.entries == 1 ? " entry" : " entries");
  addCount(words, counts.held, "entry on safeguarding hold", "entries on safeguarding hold");
  addCount(words, counts.tags, "tag", "tags");
  addCount(words, counts.plans, "plan or lesson", "plans and lessons");
  addCount(words, counts.permissions, "answer", "answers");
  addCount(words, counts.caseStudies, "case study", "case studies");
  if (counts.left > 0) {
    words += "; something left this device " + std::to_string(counts.left) +
             (counts.left == 1 ? " time" : " times");
  }
  return words;
}

}  // namespace app

#include "app/cli/keeping.h"

#include <fmt/format.h>

#include <system_error>

#include "app/cli/wording.h"
#include "journal/base/platform.h"

namespace app::cli {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

Result<void> requireNew(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return {};
  return Error{ErrorCode::Conflict, "copy exists", "There is a file of that name already."};
}

std::filesystem::path besideIt(std::filesystem::path page) {
  page.replace_extension(".json");
  return page;
}

}  // namespace

Result<journal::LocalDate> dayOf(const Context& context, const std::string& given,
                                 const char* option) {
  if (given.empty()) return context.today();
  const auto day = journal::parseDate(given);
  if (day) return *day;
  return Error{ErrorCode::InvalidInput, option, "Dates are like 2026-01-22."};
}

Result<void> logAccess(const Context& context, const FoundPerson& found, journal::AccessKind kind) {
  journal::AccessRecord access;
  access.id = journal::AccessId::random(context.random);
  access.kind = kind;
  access.about = found.everything.who.id;
  access.reason = found.reason;
  access.counts = found.everything.counts();
  J_TRY(const auto logged, found.journal->apply(journal::service::RecordAccess{access}));
  (void)logged;
  return {};
}

Result<FoundPerson> findPerson(const Context& context, const std::string& who,
                               const std::string& reason) {
  J_TRY(const std::string given, context.given(who));
  FoundPerson found;
  J_TRY(found.reason, context.given(reason));
  J_TRY(found.journal, context.openJournal());
  J_TRY(const auto name, findName(*found.journal, given));
  J_TRY(found.everything, journal::service::findEverything(*found.journal, name, {}));
  J_CHECK(logAccess(context, found, journal::AccessKind::Search));
  return found;
}

Result<void> requireRoomForCopies(const std::filesystem::path& page) {
  const std::filesystem::path data = besideIt(page);
  if (data == page) {
    return Error{ErrorCode::InvalidInput, "copy named .json",
                 "Give the page a name like about.html; the JSON is written beside it."};
  }
  J_CHECK(requireNew(page));
  return requireNew(data);
}

Result<void> writeCopies(const std::filesystem::path& page,
                         const journal::exchange::AccessCopy& copy) {
  J_CHECK(requireRoomForCopies(page));
  J_TRY(const std::string html, journal::exchange::accessHtml(copy));
  J_CHECK(journal::replaceFileAtomically(page, html));
  return journal::replaceFileAtomically(besideIt(page), journal::exchange::accessJson(copy));
}

std::string countsWords(const journal::AccessCounts& counts) {
  const auto size = [](std::int32_t count) { return static_cast<std::size_t>(count); };
  std::string words = counted(size(counts.entries), "entry", "entries");
  const auto add = [&](std::int32_t count, const char* one, const char* many) {
    if (count > 0) words += ", " + counted(size(count), one, many);
  };
  add(counts.held, "entry on safeguarding hold", "entries on safeguarding hold");
  add(counts.tags, "tag", "tags");
  add(counts.plans, "plan or lesson", "plans and lessons");
  add(counts.permissions, "answer", "answers");
  add(counts.caseStudies, "case study", "case studies");
  if (counts.left > 0) {
    words += fmt::format("; something left this device {}", counted(size(counts.left), "time"));
  }
  return words;
}

}  // namespace app::cli

#include <fmt/format.h>

#include <algorithm>

#include "app/keeping/about.h"
#include "app/model/build_beside.h"
#include "app/model/display.h"
#include "app/model/keeping_about.h"
#include "app/model/your_data_words.h"

// What a search for somebody found, and the log of searches, in words.

namespace app::model {
namespace {

using journal::service::Everything;

constexpr std::size_t kMostFoundRows = 60;  ///< of a group; the copy has them all

FoundRow entryRow(const Everything::Entry& entry) {
  const journal::Reflection& reflection = entry.reflection;
  FoundRow row{dayMonthYear(reflection.lesson.date) + ", " +
                   lowerFirst(std::string(journal::title(reflection.lesson.setting))),
               {},
               reflection.id};
  const auto add = [&row](const std::string& words) {
    row.detail += (row.detail.empty() ? "" : ", ") + words;
  };
  if (reflection.state == journal::ReflectionState::Draft) add("a draft");
  if (reflection.binned) add("in the bin");
  if (!entry.tags.empty()) add(counted(entry.tags.size(), "tag", "tags"));
  if (!entry.attachments.empty()) {
    add(counted(entry.attachments.size(), "picture or recording", "pictures and recordings"));
  }
  if (!entry.earlier.empty()) {
    add(counted(entry.earlier.size(), "earlier wording names them", "earlier wordings name them"));
  }
  return row;
}

class FoundGroups {
 public:
  void add(std::string_view name, std::vector<FoundRow> rows) {
    if (rows.empty()) return;
    FoundGroup group;
    group.name = fmt::format("{}, {}", name, rows.size());
    if (rows.size() > kMostFoundRows) {
      group.more =
          fmt::format("And {} more; all of them are in the copy.", rows.size() - kMostFoundRows);
      rows.resize(kMostFoundRows);
    }
    group.rows = std::move(rows);
    groups_.push_back(std::move(group));
  }
  std::vector<FoundGroup> take() { return std::move(groups_); }

 private:
  std::vector<FoundGroup> groups_;
};

void addEntries(const Everything& found, FoundGroups& groups) {
  std::vector<FoundRow> alone;
  std::vector<FoundRow> others;
  std::vector<FoundRow> earlier;
  for (const Everything::Entry& entry : found.entries) {
    auto& rows = entry.aboutThemAlone ? alone : entry.aboutThem ? others : earlier;
    rows.push_back(entryRow(entry));
  }
  groups.add(tr::kFoundAlone, std::move(alone));
  groups.add(tr::kFoundWithOthers, std::move(others));
  groups.add(tr::kFoundEarlier, std::move(earlier));
}

void addPlans(const Everything& found, FoundGroups& groups) {
  std::vector<FoundRow> rows;
  for (const auto& version : found.plans) {
    const auto day = journal::localDate(version.at, std::chrono::minutes{0});
    rows.push_back({"A learning plan", "As it was on " + dayMonthYear(day), {}});
  }
  for (const journal::Intention& meant : found.intentions) {
    rows.push_back({"Meant for next time", dayMonthYear(meant.madeOn), {}});
  }
  for (const journal::TimetableSlot& slot : found.slots) {
    rows.push_back(
        {"A lesson of the timetable", slot.on ? dayMonthYear(*slot.on) : "Every week", {}});
  }
  for (std::size_t i = 0; i < found.words.size(); ++i) {
    rows.push_back({"A word the spelling knows", {}, {}});
  }
  groups.add(tr::kFoundPlans, std::move(rows));
}

void addStudies(const Everything& found, FoundGroups& groups) {
  std::vector<FoundRow> about;
  std::vector<FoundRow> passing;
  for (const Everything::Study& one : found.studies) {
    FoundRow row{one.study.title.empty() ? std::string(tr::kUntitled) : one.study.title,
                 stepWords(one.study.step),
                 {}};
    if (!one.left.empty()) {
      row.detail += ", left this laptop " + counted(one.left.size(), "time", "times");
    }
    (one.aboutThem ? about : passing).push_back(std::move(row));
  }
  groups.add(tr::kFoundStudies, std::move(about));
  groups.add(tr::kFoundPassing, std::move(passing));
}

std::string_view accessWords(journal::AccessKind kind) {
  switch (kind) {
    case journal::AccessKind::Search:
      return "looked for everything about ";
    case journal::AccessKind::Copy:
      return "a copy left, about ";
    case journal::AccessKind::Erasure:
      return "erased what was about ";
  }
  return {};
}

}  // namespace

std::vector<FoundGroup> buildFound(const Everything& found) {
  FoundGroups groups;
  addEntries(found, groups);
  std::vector<FoundRow> held;
  for (const journal::HeldEntry& entry : found.held) {
    held.push_back({dayMonthYear(entry.date), std::string(tr::kFoundHeldDetail), {}});
  }
  groups.add(tr::kFoundHeld, std::move(held));
  addPlans(found, groups);
  std::vector<FoundRow> answers;
  for (const journal::Permission& answer : found.permissions) {
    answers.push_back({dayMonthYear(answer.on), "Asked by " + answer.askedBy, {}});
  }
  groups.add(tr::kFoundAnswers, std::move(answers));
  addStudies(found, groups);
  return groups.take();
}

std::vector<AccessLine> buildAccessLog(const std::vector<journal::AccessRecord>& log,
                                       const std::vector<journal::KnownName>& names,
                                       std::chrono::minutes utcOffset) {
  std::vector<AccessLine> lines;
  lines.reserve(log.size());
  for (const journal::AccessRecord& one : log) {
    const bool known = journal::findName(names, one.about) != nullptr;
    lines.push_back({whenWords(one.at, utcOffset) + ": " + std::string(accessWords(one.kind)) +
                         (known ? codeNameOf(names, one.about) : std::string(tr::kNobodyAnyMore)),
                     one.reason + " (" + app::countsWords(one.counts) + ")"});
  }
  return lines;
}

}  // namespace app::model

#include "app/model/build_beside.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/model/display.h"
#include "app/model/prompt_words.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using journal::service::ReflectionRow;

/// Days from a lesson to its "one term later".
constexpr std::int32_t kTermFrom = 77;
constexpr std::int32_t kTermTo = 112;
constexpr std::int32_t kFortnightFrom = 14;
constexpr std::int32_t kFortnightTo = 20;

void appendRun(std::vector<BesideBlock>& blocks, std::string_view text) {
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      if (blocks.empty()) blocks.emplace_back();
      blocks.back().runs.push_back(
          {ResultRun::Kind::Plain, std::string(text.substr(at, end - at))});
    }
    if (end == text.size()) return;
    if (blocks.empty() || !blocks.back().runs.empty()) blocks.emplace_back();
    at = end + 1;
  }
}

std::int32_t daysAgo(const ReflectionRow& row, std::int32_t today) {
  return today - journal::dayNumber(row.lesson.date);
}

bool sameSubject(const ReflectionRow& a, const ReflectionRow& b) {
  return !a.lesson.group.empty() && a.lesson.group == b.lesson.group;
}

}  // namespace

std::vector<BesideBlock> readBlocks(std::string_view stored,
                                    const std::vector<journal::KnownName>& names) {
  std::vector<BesideBlock> blocks;
  for (const journal::TextPiece& piece : journal::pieces(stored)) {
    switch (piece.kind) {
      case journal::TextPiece::Kind::Heading: {
        BesideBlock prompt;
        prompt.prompt = true;
        prompt.runs.push_back({ResultRun::Kind::Plain, std::string(piece.heading)});
        blocks.push_back(std::move(prompt));
        blocks.emplace_back();
        break;
      }
      case journal::TextPiece::Kind::Mention:
        if (blocks.empty()) blocks.emplace_back();
        blocks.back().runs.push_back({ResultRun::Kind::Mention, codeNameOf(names, piece.name)});
        break;
      case journal::TextPiece::Kind::Run:
        appendRun(blocks, stored.substr(piece.begin, piece.end - piece.begin));
        break;
    }
  }
  const auto empty = [](const BesideBlock& block) { return block.runs.empty(); };
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(), empty), blocks.end());
  return blocks;
}

std::string whenWords(journal::UtcTime at, std::chrono::minutes offset) {
  const auto local = at + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day);
  return dayAndMonth(journal::localDate(at, offset)) + ", " + timeOfDay(minutes);
}

BesideModel buildBeside(const BesideInputs& inputs, const std::vector<journal::KnownName>& names,
                        const Library& library) {
  BesideModel model;
  const journal::Reflection& reflection = inputs.reflection;
  model.id = reflection.id;
  model.title = lessonTitle(reflection.lesson);
  model.detail = lessonDetail(reflection.lesson);
  if (inputs.prompts != nullptr && !reflection.promptSet.empty()) {
    model.writtenWith =
        std::string(tr::kWrittenWith) +
        journal::promptSetTitle(reflection.promptSet, library.prompts, *inputs.prompts);
  }
  model.binned = reflection.binned;
  if (reflection.held) model.heldLine = tr::kHeldLine;
  model.older = inputs.version > 0 && inputs.version < inputs.versions.size();
  model.blocks =
      readBlocks(model.older ? inputs.versions[inputs.version].text : reflection.text, names);
  for (const journal::Tag& tag : inputs.tags) {
    if (model.older) break;
    model.chips.push_back({domainIndex(library.framework, tag.indicator.domainCode()),
                           tagLabel(library.framework, tag.indicator, tag.level)});
    const std::string then = wordedThenLine(tag, library);
    if (!then.empty()) model.wordedThen.push_back(model.chips.back().label + ". " + then);
  }
  model.showVersions = inputs.showVersions;
  for (std::size_t i = 0; inputs.showVersions && i < inputs.versions.size(); ++i) {
    const journal::service::Version& version = inputs.versions[i];
    std::string words = counted(countWords(version.text), "word", "words");
    if (i == 0) words += ", as it is now";
    model.versions.push_back(
        {whenWords(version.at, inputs.utcOffset), std::move(words), i == inputs.version});
  }
  return model;
}

std::optional<Returned> returnFor(const std::vector<ReflectionRow>& rows,
                                  journal::LocalDate today) {
  // Counted from Monday, so that it stays the same until the next one.
  const std::int32_t monday = mondayOf(today);
  for (const ReflectionRow& now : rows) {
    if (daysAgo(now, monday) < 0 || daysAgo(now, monday) > kFortnightTo) continue;
    for (const ReflectionRow& then : rows) {
      const std::int32_t apart =
          journal::dayNumber(now.lesson.date) - journal::dayNumber(then.lesson.date);
      if (apart < kTermFrom || apart > kTermTo || !sameSubject(now, then)) continue;
      return Returned{fmt::format("{} {}", tr::kThenAndNow, lessonTitle(now.lesson)), {then, now}};
    }
  }
  for (const ReflectionRow& row : rows) {
    const std::int32_t ago = daysAgo(row, monday);
    if (ago < kFortnightFrom || ago > kFortnightTo || row.excerpt.empty()) continue;
    return Returned{std::string(tr::kTwoWeeksAgo), {row}};
  }
  return std::nullopt;
}

journal::LocalDate nextHalfTerm(journal::LocalDate today) {
  const std::string now = halfTermName(today);
  std::int32_t day = journal::dayNumber(today);
  while (halfTermName(journal::dateFromDayNumber(day)) == now) ++day;
  return journal::dateFromDayNumber(day);
}

}  // namespace app::model

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "journal/domain/name_matcher.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/name_book.h"

// Private to journal/exchange: what the importers of other programs' entries share.

namespace journal::exchange {

/// One entry of another program, still in its words.
struct ForeignEntry {
  std::string source;  ///< names it wherever it is met again: "dayone:<uuid>"
  std::string title;   ///< a first line of its own; may be empty
  std::string words;
  std::optional<UtcTime> writtenAt;  ///< nothing: there was no date, or none that can be read
  std::optional<UtcTime> changedAt;
  bool isLocalTime = false;  ///< `writtenAt` is what the wall clock showed
};

/// Where an entry stands, for remarks.
struct EntryPlace {
  std::size_t line = 0;
  std::string file = {};
};

/// Whether a civil date can be that of a lesson: 1900 to 2100.
bool isPlausible(LocalDate date);

/// "md:2026-01-22.md#<hash of the bytes>": a file of the same name in another folder is another
/// note, the same note moved to another folder is not.
std::string sourceOfFile(std::string_view scheme, std::string_view path, std::string_view bytes);

/// One import of foreign entries under way.
class ImportRun {
 public:
  /// All must outlive the run. Known names are those of `names` at the start.
  ImportRun(const ImportContext& context, const NameBook& names, const ReflectionSink& sink,
            const ImportControl& control);

  /// Whether somebody asked to stop; sets ImportReport::stopped.
  bool stopped();
  void progress(std::uint64_t done, std::uint64_t total) const;
  /// Hands the entry to the sink, or notes why not: no words, too long, or met before in this run.
  Result<void> take(ForeignEntry entry, const EntryPlace& place);
  /// Hands over what is made already; left out when it was met before in this run.
  Result<void> hand(ImportedReflection item, const EntryPlace& place);
  /// `why` is the end of "It was left out: ..".
  void skip(const EntryPlace& place, std::string_view why);
  void note(const EntryPlace& place, std::string sentence);

  const ImportContext& context() const { return context_; }
  const ImportControl& control() const { return control_; }
  ImportReport report;

 private:
  void setTimes(const ForeignEntry& entry, const EntryPlace& place, Reflection& reflection);

  const ImportContext& context_;
  const ReflectionSink& sink_;
  const ImportControl& control_;
  NameMatcher matcher_;
  std::unordered_set<std::string> seen_;
};

}  // namespace journal::exchange

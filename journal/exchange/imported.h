#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/case_study.h"
#include "journal/domain/framework.h"
#include "journal/domain/intention.h"
#include "journal/domain/known_name.h"
#include "journal/domain/reflection.h"
#include "journal/domain/tag.h"

// What every importer of this folder yields. The caller turns these into changes of the journal.

namespace journal::exchange {

/// One reflection from outside, ready to be written: mentions instead of names, tags whose passages
/// fit its text.
struct ImportedReflection {
  Reflection reflection;
  std::vector<Tag> tags;
  std::optional<Intention> intention;
  friend bool operator==(const ImportedReflection&, const ImportedReflection&) = default;
};

/// Something that could not be taken in, or only in part. Sentences name lines, files and counts,
/// never text of the journal.
struct ImportRemark {
  std::size_t line = 0;  ///< 0 when there is no line to name
  std::string file;      ///< relative to the imported folder; empty for a single file
  std::string why;       ///< one plain sentence
  friend bool operator==(const ImportRemark&, const ImportRemark&) = default;
};

struct ImportReport {
  std::size_t taken = 0;              ///< reflections handed to the visitor
  std::size_t left = 0;               ///< lines or files left out; each has a remark
  std::vector<ImportRemark> skipped;  ///< what was left out, the first 1,000
  std::vector<ImportRemark> notes;    ///< what was taken in with a loss, the first 1,000
  bool stopped = false;               ///< cancelled part of the way; the rest was not read
  void skip(ImportRemark remark);
  void note(ImportRemark remark);
};

/// Receives each reflection in turn. An Error stops the import and is returned by it.
using ReflectionSink = std::function<Result<void>(ImportedReflection)>;

/// Makes the 16 bytes of an id from a text that names the thing ("jsonl:dev-001").
using IdBytes = std::array<std::uint8_t, 16>;
using IdSource = std::function<IdBytes(std::string_view)>;

/// The same text gives the same id on every machine, so that importing again finds what is there.
/// Two FNV-1a runs of 64 bits over salt and text, finished by SplitMix64 (Steele et al. 2014). Not
/// a cryptographic hash: for texts that tell nothing, never for names of people.
IdSource derivedIds(std::string salt);

/// What an importer needs to know.
struct ImportContext {
  const Framework* framework = nullptr;  ///< may be null: then only known codes' shape is checked
  IdSource ids = derivedIds("");
  UtcTime now{};  ///< for what carries no date of its own
  /// How far east of UTC this person's clocks are at a moment; UTC when there is none.
  std::function<std::chrono::minutes(UtcTime)> utcOffset = {};
};

/// How an import is watched and stopped.
struct ImportControl {
  /// Bytes or files, whichever the format counts; called for every item, on the caller's thread.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
  std::stop_token stop = {};
};

/// The longest line or file taken in as one reflection.
inline constexpr std::size_t kMaxReflectionBytes = std::size_t{8} << 20;

}  // namespace journal::exchange

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/exchange/reading_copy.h"
#include "journal/exchange/timetable.h"

// What needs libraries that load slowly: archives (libarchive), calendars (libical), PDF (cairo and
// pango). Linking them costs every start of the program 20 ms and 10 MB, for what is used once a
// term; so they live in a module of their own, loaded when first asked for.

namespace journal::exchange {

/// One file in an archive, in memory. Nothing of an archive is ever written to the disk, so what
/// its name says is for remarks only.
struct ArchiveItem {
  enum class State : std::uint8_t { Whole, TooLarge, Unreadable };
  State state = State::Whole;
  std::string name;   ///< may be anything
  std::string bytes;  ///< State::Whole
};

struct ArchiveLimits {
  std::size_t itemBytes = std::size_t{256} << 20;
  std::uint64_t totalBytes = std::uint64_t{2} << 30;
  std::size_t items = 500'000;
  /// Past 16 MB, an item may be this many times the size of the whole archive: text packs to a
  /// tenth, a bomb to a thousandth.
  std::uint64_t ratio = 200;
};

/// How reading an archive ended.
enum class ArchiveEnd : std::uint8_t {
  Whole,
  EndedEarly,  ///< damaged or cut off; what came before was handed over
  TooMuch,     ///< it went past a limit of the whole
  Stopped      ///< the visitor did not want more
};

struct ArchiveVisitor {
  std::function<bool(const std::string& name)> wants;   ///< others are passed over unread
  std::function<Result<bool>(ArchiveItem item)> visit;  ///< false: no more
};

struct Formats {
  /// Zip or tar. `path` must be a regular file. InvalidInput when it is neither.
  Result<ArchiveEnd> (*readArchive)(const std::string& path, const ArchiveLimits& limits,
                                    const ArchiveVisitor& visitor);
  /// iCalendar (RFC 5545); `text` is UTF-8 and at most 32 MB. Repeats are written out inside the
  /// window. InvalidInput when there is no calendar in it.
  Result<TimetableReading> (*readCalendar)(const std::string& text, const TimetableWindow& window);
  /// An A4 PDF with its fonts embedded and headings in its structure tree. Cairo 1.16 does not mark
  /// it as tagged, so the HTML copy is the accessible one.
  std::unique_ptr<ReadingWriter> (*pdfWriter)(ByteSink sink);
};

/// Loads the module the first time; Internal with advice when it is not where it was installed. Not
/// thread-safe.
Result<const Formats*> loadFormats();

}  // namespace journal::exchange

#pragma once

#include <memory>
#include <string>

#include "journal/exchange/formats.h"

// The functions behind `Formats`; see formats.h for what each promises. Only this module's own
// files and the fuzzers call them by name.

namespace journal::exchange {

Result<ArchiveEnd> readArchive(const std::string& path, const ArchiveLimits& limits,
                               const ArchiveVisitor& visitor);
Result<TimetableReading> readCalendar(const std::string& text, const TimetableWindow& window);
std::unique_ptr<ReadingWriter> makePdfWriter(ByteSink sink);

}  // namespace journal::exchange

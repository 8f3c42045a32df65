#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "journal/domain/mention.h"
#include "journal/exchange/imported.h"
#include "journal/service/journal.h"

namespace app {

// The author's own copies of a journal, for a screen or a command line, on the journal's thread:
//   1. previewExport()   what would leave: show it together with kUnprotectedCopy, and ask
//   2. exportJournal()   writes it; cancelled or failed, it leaves nothing behind
// Held and binned reflections are in the complete JSON copy only (domain.md 5.3 point 8).

enum class CopyFormat : std::uint8_t {
  Markdown,  ///< a folder, one file a reflection; comes back in
  Json,      ///< complete, real names included; comes back in to equal bytes
  Html,      ///< one page to read
  Pdf,       ///< to read and print
  Csv        ///< a table, one row a reflection
};
/// "markdown", "json", "html", "pdf", "csv".
std::optional<CopyFormat> parseCopyFormat(std::string_view text);

/// To be read before any copy is written.
inline constexpr const char* kUnprotectedCopy =
    "This copy has no lock: anybody who has it can read it. Keep it somewhere safe, and delete it "
    "when you are done.";

struct ExportRequest {
  CopyFormat format = CopyFormat::Markdown;
  std::filesystem::path to;  ///< a new file; a new or empty folder for Markdown
  journal::NamesShown shown = journal::NamesShown::Code;  ///< Json always has the real ones
};

struct ExportPreview {
  std::size_t reflections = 0;
  std::size_t left = 0;  ///< held or in the bin, and so not in this copy
  std::size_t tags = 0;
  std::size_t names = 0;  ///< mentioned
  std::size_t intentions = 0;
  std::optional<journal::LocalDate> from;
  std::optional<journal::LocalDate> to;
  bool realNames = false;
};
journal::Result<ExportPreview> previewExport(journal::service::Journal& journal,
                                             const ExportRequest& request);

struct ExportReport {
  std::size_t written = 0;
  std::size_t left = 0;
  std::size_t damaged = 0;  ///< pictures and recordings that are not whole
};
/// Conflict when something is there already; Cancelled when stopped; Io when it cannot be written.
/// Files are readable by their owner only. Progress counts reflections.
journal::Result<ExportReport> exportJournal(journal::service::Journal& journal,
                                            const ExportRequest& request,
                                            const journal::exchange::ImportControl& control = {});

}  // namespace app

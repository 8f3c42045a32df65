#include "app/desktop/local_exchange.h"

#include <array>
#include <cstdint>

#include "app/cli/bring_in.h"
#include "app/cli/journal_export.h"
#include "app/desktop/new_file.h"
#include "app/keeping/copies.h"
#include "journal/base/id.h"
#include "journal/base/platform.h"
#include "journal/base/utf8.h"
#include "journal/exchange/group_record.h"
#include "journal/exchange/session_formats.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

/// RFC 3986, 2.1; a sign that is no escape stands for itself.
std::string withoutEscapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::array<std::uint8_t, 1> byte{};
    if (text[i] == '%' && journal::fromHex(text.substr(i + 1, 2), byte)) {
      out.push_back(static_cast<char>(byte[0]));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

/// For work in many pieces: a save may come in between two.
journal::exchange::ImportControl lettingIn(const model::Watch& watch) {
  journal::exchange::ImportControl control;
  control.stop = watch.stop;
  control.progress = [watch](std::uint64_t done, std::uint64_t total) {
    if (watch.progress) watch.progress(done, total);
    if (watch.between) watch.between();
  };
  return control;
}

/// More than anybody reads; a wrong file must not fill the memory of a screen.
constexpr std::size_t kMostRemarks = 1000;

void addRemarks(const std::vector<journal::exchange::ImportRemark>& from,
                std::vector<std::string>& to) {
  for (const auto& remark : from) {
    if (to.size() < kMostRemarks) to.push_back(remarkWords(remark));
  }
}

Result<ExportRequest> requestOf(const model::CopyWanted& wanted) {
  ExportRequest request;
  const auto format = parseCopyFormat(wanted.kind);
  if (!format) return Error{ErrorCode::InvalidInput, "no such format of copies"};
  request.format = *format;
  J_TRY(request.to, pathFromTyped(wanted.to));
  if (wanted.realNames) request.shown = journal::NamesShown::Real;
  return request;
}

}  // namespace

Result<std::filesystem::path> pathFromTyped(std::string_view typed) {
  std::string_view text = journal::trimmed(typed);
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  if (quoted) text = text.substr(1, text.size() - 2);
  constexpr std::string_view kScheme = "file://";
  std::filesystem::path path(text);
  if (text.substr(0, kScheme.size()) == kScheme) {
    text.remove_prefix(kScheme.size());
    constexpr std::string_view kHere = "localhost";
    if (text.substr(0, kHere.size()) == kHere) text.remove_prefix(kHere.size());
    path = withoutEscapes(text);
  }
  const bool whole = path.is_absolute() && path.native().find('\0') == std::string::npos;
  if (whole) return path;
  return Error{ErrorCode::InvalidInput, "a relative path",
               "Write the whole path, from its first slash."};
}

Result<model::FoundOutside> LocalExchange::look(journal::service::Journal& open,
                                                const std::string& path,
                                                const model::Watch& watch) {
  journal::exchange::ImportRequest request;
  J_TRY(request.path, pathFromTyped(path));
  J_TRY(request.format, journal::exchange::detectFormat(request.path));
  const BringInAbout about{framework_, clock_, random_};
  J_TRY(const auto preview, previewBringIn(open, request, about, lettingIn(watch)));
  if (preview.report.stopped) return Error{ErrorCode::Cancelled, "looking"};
  model::FoundOutside found;
  found.format = journal::exchange::title(request.format);
  found.reflections = preview.reflections;
  found.alreadyHere = preview.alreadyHere;
  found.lessons = preview.lessons;
  found.others = preview.others;
  found.names = preview.names.size();
  found.newNames = preview.newNames;
  found.left = preview.report.left;
  found.from = preview.from;
  found.to = preview.to;
  addRemarks(preview.report.skipped, found.remarks);
  addRemarks(preview.report.notes, found.remarks);
  return found;
}

Result<model::CameIn> LocalExchange::bringIn(journal::service::Journal& open,
                                             const std::string& path, const model::Watch& watch) {
  journal::exchange::ImportRequest request;
  J_TRY(request.path, pathFromTyped(path));
  J_TRY(request.format, journal::exchange::detectFormat(request.path));
  const BringInAbout about{framework_, clock_, random_};
  J_TRY(const auto brought, app::bringIn(open, request, about, lettingIn(watch)));
  model::CameIn came;
  came.added = brought.added;
  came.others = brought.others;
  came.alreadyHere = brought.alreadyHere;
  came.left = brought.left();
  came.stopped = brought.report.stopped;
  if (!came.stopped) {  // half a timetable would take weekly lessons for single ones
    J_TRY(const auto kept, keepLessons(open, slotsFrom(brought.lessons, random_)));
    came.lessons = kept.added;
    came.lessonsHere = kept.alreadyHere;
  }
  addRemarks(brought.report.skipped, came.remarks);
  addRemarks(brought.report.notes, came.remarks);
  came.remarks.insert(came.remarks.end(), brought.refused.begin(), brought.refused.end());
  return came;
}

Result<model::WouldLeave> LocalExchange::wouldLeave(journal::service::Journal& open,
                                                    const model::CopyWanted& wanted) {
  J_TRY(const ExportRequest request, requestOf(wanted));
  J_TRY(const ExportPreview preview, previewExport(open, request));
  model::WouldLeave would;
  would.reflections = preview.reflections;
  would.left = preview.left;
  would.tags = preview.tags;
  would.names = preview.names;
  would.realNames = preview.realNames;
  would.from = preview.from;
  would.to = preview.to;
  would.warning = kUnprotectedCopy;
  return would;
}

Result<model::CopyMade> LocalExchange::takeAway(journal::service::Journal& open,
                                                const model::CopyWanted& wanted,
                                                const model::Watch& watch) {
  J_TRY(const ExportRequest request, requestOf(wanted));
  J_TRY(const ExportReport report, exportJournal(open, request, lettingIn(watch)));
  return model::CopyMade{report.written, report.left, request.to.string()};
}

Result<void> LocalExchange::roomForCopy(const std::string& path) {
  J_TRY(const auto page, pathFromTyped(path));
  return requireRoomForCopies(page);
}

Result<std::string> LocalExchange::handOver(const journal::exchange::AccessCopy& copy,
                                            const std::string& path) {
  J_TRY(const auto page, pathFromTyped(path));
  J_CHECK(writeCopies(page, copy));
  return page.string();
}

Result<std::string> LocalExchange::writeRecord(const journal::GroupSession& held,
                                               const std::string& kind, const std::string& path) {
  J_TRY(const auto to, pathFromTyped(path));
  J_TRY(const std::string bytes, journal::exchange::groupRecordBytes(held, kind));
  J_CHECK(writeNewFile(to, bytes));
  return to.string();
}

Result<journal::SessionFormat> LocalExchange::lookAtFormat(const std::string& path) {
  J_TRY(const auto file, pathFromTyped(path));
  const auto text = journal::readFile(file, journal::exchange::kMostFormatBytes);
  if (!text.ok() && text.error().code == ErrorCode::InvalidInput)
    return Error{ErrorCode::InvalidInput, "a session format's size",
                 "This file is too long for a session format. Nothing was changed."};
  if (!text.ok()) return text.error();
  return journal::exchange::readFormatFile(*text);
}

Result<std::string> LocalExchange::passOn(const journal::SessionFormat& format,
                                          const std::string& path) {
  J_TRY(const auto file, pathFromTyped(path));
  const std::string text = journal::exchange::formatFile(format);
  // What others could not take in is not passed on.
  const auto read = journal::exchange::readFormatFile(text);
  if (!read.ok()) return read.error();
  J_CHECK(writeNewFile(file, text));
  return file.string();
}

}  // namespace app::desktop

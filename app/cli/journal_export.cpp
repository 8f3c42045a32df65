#include "app/cli/journal_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "journal/base/platform.h"
#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"
#include "journal/exchange/formats.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/markdown_export.h"
#include "journal/exchange/reading_entry.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::ImportControl;
using journal::exchange::ImportedReflection;
using journal::service::Journal;

Error cannotWrite() {
  return Error{ErrorCode::Io, "export file", "The copy could not be written there."};
}

/// Only the owner may read what is about to be written.
Result<void> makePrivate(const fs::path& path, fs::perms permissions) {
  std::error_code error;
  fs::permissions(path, permissions, error);
  if (error) return cannotWrite();
  return {};
}

constexpr fs::perms kPrivateFile = fs::perms::owner_read | fs::perms::owner_write;

/// A file or folder being written under another name; gone again unless it is kept.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& to) : to_(to), path_(to.string() + ".part") {}
  ~Unfinished() {
    std::error_code error;
    if (mine_) fs::remove_all(path_, error);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  /// What lies there was left by a copy that was cut off: it is this program's own.
  Result<std::ofstream> openFile() {
    std::ofstream out(path_, std::ios::binary | std::ios::trunc);
    if (!out) return cannotWrite();
    mine_ = true;
    J_CHECK(makePrivate(path_, kPrivateFile));
    return out;
  }
  Result<void> makeFolder() {
    std::error_code error;
    if (!fs::create_directories(path_, error) || error) {
      return Error{ErrorCode::Conflict, "export part",
                   "A copy that was cut off lies beside it; delete the folder that ends in .part."};
    }
    mine_ = true;
    return makePrivate(path_, fs::perms::owner_all);
  }
  Result<void> keep() {
    J_CHECK(journal::renameDurably(path_, to_));
    mine_ = false;
    return {};
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path to_;
  fs::path path_;
  bool mine_ = false;
};

/// In an order of its own, so that the same journal always gives the same bytes.
Result<std::vector<journal::Intention>> intentionsOf(Journal& journal) {
  J_TRY(auto intentions, journal.intentions());
  std::sort(intentions.begin(), intentions.end(), [](const auto& a, const auto& b) {
    return a.madeOn != b.madeOn ? a.madeOn < b.madeOn : a.id < b.id;
  });
  return intentions;
}

/// Names, intentions and progress while reflections go by.
class Walk {
 public:
  static Result<std::unique_ptr<Walk>> of(Journal& journal, const ImportControl& control) {
    auto walk = std::unique_ptr<Walk>(new Walk(journal, control));
    J_TRY(const auto names, journal.names());
    for (const auto& name : names) walk->names_.emplace(name.id, name);
    J_TRY(const auto intentions, intentionsOf(journal));
    for (const auto& intention : intentions) {
      if (intention.from) walk->intentions_.emplace(*intention.from, intention);
    }
    J_TRY(const auto counts, journal.counts());
    walk->total_ = counts.reflections;
    return walk;
  }

  journal::NameLookup lookup() const {
    return [this](journal::NameId id) {
      const auto found = names_.find(id);
      return found == names_.end() ? nullptr : &found->second;
    };
  }

  /// Every reflection that may leave in a copy for others to read.
  Result<void> usable(const std::function<Result<void>(const ImportedReflection&)>& write) {
    return every([&](const auto& reflection, const auto& tags) -> Result<void> {
      if (!journal::mayBeUsed(reflection)) {
        ++report.left;
        return {};
      }
      ImportedReflection item{reflection, tags, std::nullopt};
      const auto intention = intentions_.find(reflection.id);
      if (intention != intentions_.end()) item.intention = intention->second;
      J_CHECK(write(item));
      ++report.written;
      return {};
    });
  }

  /// Each reflection once, although others may write between two of them (ImportControl::progress):
  /// a lesson that was given another day has moved, perhaps to where the walk has been.
  Result<void> every(const Journal::ReflectionVisitor& visit) {
    while (true) {
      const std::size_t taken = taken_.size();
      J_TRY(const auto before, journal_.counts());
      J_CHECK(pass(visit));
      J_TRY(const auto after, journal_.counts());
      if (after.ops == before.ops || taken_.size() == taken) return {};
    }
  }

  /// Gets every name that was added while the walk went on, before the first reflection that has
  /// it.
  std::function<void(const journal::KnownName&)> newName;
  ExportReport report;

 private:
  Walk(Journal& journal, const ImportControl& control) : journal_(journal), control_(control) {}

  Result<void> pass(const Journal::ReflectionVisitor& visit) {
    return journal_.forEachReflection(
        control_.stop, [&](const auto& reflection, const auto& tags) -> Result<void> {
          if (control_.stop.stop_requested()) return Error{ErrorCode::Cancelled, "export"};
          if (!taken_.insert(reflection.id).second) return {};
          if (control_.progress) control_.progress(report.written + report.left, total_);
          J_CHECK(learnNames(reflection));
          return visit(reflection, tags);
        });
  }

  Result<void> learnNames(const journal::Reflection& reflection) {
    const auto known = [this](journal::NameId id) { return names_.count(id) != 0; };
    const auto mentioned = journal::mentionedNames(reflection.text);
    const auto& people = reflection.lesson.youngPeople;
    const auto& place = reflection.lesson.place;
    if (std::all_of(mentioned.begin(), mentioned.end(), known) &&
        std::all_of(people.begin(), people.end(), known) && (!place || known(*place))) {
      return {};
    }
    J_TRY(const auto names, journal_.names());
    for (const auto& name : names) {
      if (names_.emplace(name.id, name).second && newName) newName(name);
    }
    return {};
  }

  Journal& journal_;
  const ImportControl& control_;
  std::map<journal::NameId, journal::KnownName> names_;
  std::map<journal::ReflectionId, journal::Intention> intentions_;
  std::set<journal::ReflectionId> taken_;
  std::size_t total_ = 0;
};

Result<void> writeKeeping(Journal& journal, journal::exchange::JournalJsonWriter& writer) {
  J_TRY(const auto holds, journal.legalHolds());
  for (const auto& hold : holds) writer.legalHold(hold);
  J_TRY(const auto searches, journal.accessLog());
  for (const auto& search : searches) writer.access(search);
  J_TRY(const auto formats, journal.ownFormats());
  for (const auto& own : formats) writer.ownFormat(own);
  J_TRY(const auto aside, journal.formatsSetAside());
  for (const auto& own : aside) writer.ownFormat(own);
  J_TRY(const auto groups, journal.groupSessions());
  for (const auto& group : groups) writer.groupSession(group);
  return {};
}

Result<void> writePlans(Journal& journal, journal::exchange::JournalJsonWriter& writer) {
  J_TRY(const auto profiles, journal.profiles());
  for (const auto& profile : profiles) writer.profile(profile);
  J_TRY(const auto words, journal.keptWords());
  for (const auto& word : words) writer.word(word);
  J_TRY(const auto slots, journal.timetable());
  for (const auto& slot : slots) writer.slot(slot);
  J_TRY(const auto prompts, journal.ownPrompts());
  for (const auto& set : prompts.versions) writer.promptSet(set);
  for (const auto& code : prompts.withheld) writer.withheldPrompts(code);
  J_TRY(const auto permissions, journal.allPermissions());
  for (const auto& permission : permissions) writer.permission(permission);
  J_TRY(const auto frameworks, journal.ownFrameworks());
  for (const auto& version : frameworks) writer.framework(version);
  J_TRY(auto removals, journal.removals());
  std::sort(removals.begin(), removals.end(), [](const auto& a, const auto& b) {
    return a.at != b.at ? a.at < b.at : a.reflection < b.reflection;
  });
  for (const auto& removal : removals) writer.removal(removal);
  return writeKeeping(journal, writer);
}

Result<void> writeHolds(Journal& journal, journal::exchange::JournalJsonWriter& writer) {
  J_TRY(const auto held, journal.held());
  for (const journal::HeldEntry& entry : held) {
    if (entry.steps.received || entry.steps.wish) writer.hold({entry.id, entry.steps});
  }
  return {};
}

using AttachmentVisitor =
    std::function<Result<void>(const journal::Attachment&, const std::string& bytes)>;
/// Those that are not whole are counted and left: the rest of a copy does not wait for them.
Result<void> eachAttachment(Journal& journal, journal::ReflectionId of, ExportReport& report,
                            const AttachmentVisitor& visit) {
  J_TRY(const auto attached, journal.attachments(of));
  for (const journal::Attachment& attachment : attached) {
    const auto bytes = journal.attachmentBytes(attachment.id);
    if (bytes.ok()) {
      J_CHECK(visit(attachment, *bytes));
    } else if (bytes.error().code == ErrorCode::Corrupt) {
      ++report.damaged;
    } else {
      return bytes.error();
    }
  }
  return {};
}

Result<void> writeJson(Journal& journal, Walk& walk, std::ostream& out) {
  journal::exchange::JournalJsonWriter writer(out);
  J_TRY(const auto names, journal.names());
  for (const auto& name : names) writer.name(name);
  J_CHECK(writePlans(journal, writer));
  walk.newName = [&writer](const auto& name) { writer.name(name); };
  J_CHECK(walk.every([&](const auto& reflection, const auto& tags) -> Result<void> {
    writer.reflection(reflection, tags);
    ++walk.report.written;
    return eachAttachment(journal, reflection.id, walk.report,
                          [&](const auto& attachment, const auto& bytes) -> Result<void> {
                            writer.attachment({attachment, bytes});
                            return {};
                          });
  }));
  J_CHECK(writeHolds(journal, writer));
  J_TRY(const auto intentions, intentionsOf(journal));
  for (const auto& intention : intentions) writer.intention(intention);
  J_TRY(auto rows, journal.caseStudies());
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const auto& row : rows) {
    J_TRY(const auto study, journal.caseStudy(row.id));
    writer.caseStudy(study);
  }
  return writer.finish();
}

Result<void> writeReading(const ExportRequest& request, Walk& walk, std::ostream& out) {
  const journal::exchange::ByteSink sink = [&out](std::string_view bytes) -> Result<void> {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) return cannotWrite();
    return {};
  };
  std::unique_ptr<journal::exchange::ReadingWriter> writer;
  if (request.format == CopyFormat::Html) {
    writer = journal::exchange::makeHtmlWriter(sink);
  } else {
    J_TRY(const auto* formats, journal::exchange::loadFormats());
    writer = formats->pdfWriter(sink);
  }
  const journal::exchange::CopyNames names{request.shown, walk.lookup()};
  J_CHECK(writer->begin("My reflections", kUnprotectedCopy));
  J_CHECK(walk.usable([&](const ImportedReflection& item) {
    return writer->add(journal::exchange::readingEntry(item, names));
  }));
  return writer->finish();
}

Result<void> writeCsv(const ExportRequest& request, Walk& walk, std::ostream& out) {
  const journal::exchange::CopyNames names{request.shown, walk.lookup()};
  out << journal::exchange::csvHeading();
  return walk.usable([&](const ImportedReflection& item) -> Result<void> {
    out << journal::exchange::csvRow(item, names);
    if (!out) return cannotWrite();
    return {};
  });
}

Result<void> exportFile(Journal& journal, const ExportRequest& request, Walk& walk) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(request.to, error))) {
    return Error{ErrorCode::Conflict, "export exists", "There is a file of that name already."};
  }
  Unfinished part(request.to);
  J_TRY(std::ofstream out, part.openFile());
  switch (request.format) {
    case CopyFormat::Json:
      J_CHECK(writeJson(journal, walk, out));
      break;
    case CopyFormat::Csv:
      J_CHECK(writeCsv(request, walk, out));
      break;
    default:
      J_CHECK(writeReading(request, walk, out));
      break;
  }
  out.close();
  if (!out) return cannotWrite();
  return part.keep();
}

Result<void> writePrivate(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) return cannotWrite();
  J_CHECK(makePrivate(path, kPrivateFile));
  out << bytes;
  out.close();
  if (!out) return cannotWrite();
  return {};
}

/// In a folder of the entry's own, by the entry's file name.
Result<void> writeAttached(Journal& journal, const journal::Reflection& reflection,
                           const fs::path& folder, ExportReport& report) {
  const fs::path own =
      folder / "attachments" / fs::path(journal::exchange::markdownFileName(reflection)).stem();
  std::size_t number = 0;
  J_CHECK(eachAttachment(journal, reflection.id, report,
                         [&](const auto& attachment, const auto& bytes) -> Result<void> {
                           std::error_code error;
                           fs::create_directories(own, error);
                           if (error) return cannotWrite();
                           const std::string name =
                               journal::safeFileName(attachment.name, attachment.kind);
                           return writePrivate(own / fmt::format("{} {}", ++number, name), bytes);
                         }));
  return number == 0 ? Result<void>() : journal::syncFolder(own);
}

Result<void> exportFolder(Journal& journal, const ExportRequest& request, Walk& walk) {
  std::error_code error;
  const bool there = fs::exists(fs::symlink_status(request.to, error));
  if (there && (!fs::is_directory(request.to, error) || !fs::is_empty(request.to, error))) {
    return Error{ErrorCode::Conflict, "export folder",
                 "Choose a folder that is new or empty, in a place that can be written."};
  }
  Unfinished part(request.to);
  J_CHECK(part.makeFolder());
  const journal::exchange::MarkdownOptions options{request.shown, walk.lookup()};
  const auto write = [&](const ImportedReflection& item) -> Result<void> {
    J_CHECK(writePrivate(part.path() / journal::exchange::markdownFileName(item.reflection),
                         journal::exchange::writeMarkdown(item, options)));
    return writeAttached(journal, item.reflection, part.path(), walk.report);
  };
  J_CHECK(walk.usable(write));
  J_CHECK(journal::syncFolder(part.path()));
  if (there) fs::remove(request.to, error);
  return part.keep();
}

}  // namespace

std::optional<CopyFormat> parseCopyFormat(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kNames{"markdown", "json", "html", "pdf", "csv"};
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<CopyFormat>(found - kNames.begin());
}

Result<ExportPreview> previewExport(Journal& journal, const ExportRequest& request) {
  ExportPreview preview;
  const bool complete = request.format == CopyFormat::Json;
  preview.realNames = complete || request.shown == journal::NamesShown::Real;
  std::set<journal::NameId> names;
  J_CHECK(journal.forEachReflection(
      {}, [&](const journal::Reflection& reflection, const auto& tags) -> Result<void> {
        if (!complete && !journal::mayBeUsed(reflection)) {
          ++preview.left;
          return {};
        }
        ++preview.reflections;
        preview.tags += tags.size();
        const journal::LocalDate date = reflection.lesson.date;
        if (!preview.from || date < *preview.from) preview.from = date;
        if (!preview.to || date > *preview.to) preview.to = date;
        for (const auto id : journal::mentionedNames(reflection.text)) names.insert(id);
        for (const auto id : reflection.lesson.youngPeople) names.insert(id);
        if (reflection.lesson.place) names.insert(*reflection.lesson.place);
        return {};
      }));
  J_TRY(const auto intentions, journal.intentions());
  preview.intentions = intentions.size();
  preview.names = names.size();
  return preview;
}

Result<ExportReport> exportJournal(Journal& journal, const ExportRequest& request,
                                   const ImportControl& control) {
  J_TRY(const auto walk, Walk::of(journal, control));
  const auto done = request.format == CopyFormat::Markdown ? exportFolder(journal, request, *walk)
                                                           : exportFile(journal, request, *walk);
  if (done.ok()) return walk->report;
  if (done.error().code != ErrorCode::Cancelled) return done.error();
  return Error{ErrorCode::Cancelled, "export stopped",
               "Stopped before the end, so no copy was left behind."};
}

}  // namespace app

#include "journal/exchange/joplin.h"

#include <map>
#include <utility>

namespace journal::exchange {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

/// The lines of `text` after its last blank line as fields; nothing when one is not "key: value".
std::optional<Fields> readFields(std::string_view lines) {
  Fields fields;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view value = line.substr(colon + 1);
    if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    fields.emplace(line.substr(0, colon), value);
  }
  return fields;
}

std::string valueOf(const Fields& fields, std::string_view key) {
  const auto found = fields.find(key);
  return found == fields.end() ? std::string() : found->second;
}

std::optional<UtcTime> timeOf(const Fields& fields, std::string_view first,
                              std::string_view second) {
  const auto own = parseTime(valueOf(fields, first));
  return own ? own : parseTime(valueOf(fields, second));
}

bool isSet(const std::string& value) {
  return !value.empty() && value != "0";
}

}  // namespace

std::optional<UtcTime> parseJoplinTime(std::string_view text) {
  std::string iso(text.substr(0, 40));
  if (iso.size() > 10 && iso[10] == ' ') iso[10] = 'T';
  return parseTime(iso);
}

Result<void> importJoplinItem(std::string_view item, const std::string& nameForRemarks,
                              ImportRun& run) {
  const EntryPlace place{0, nameForRemarks};
  while (!item.empty() && item.back() == '\n') item.remove_suffix(1);
  const std::size_t blank = item.rfind("\n\n");
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 2;
  const auto fields = readFields(item.substr(begin));
  if (!fields || !isSet(valueOf(*fields, "type_"))) {
    run.skip(place, "it is not a whole note of Joplin's");
    return {};
  }
  if (valueOf(*fields, "type_") != "1") return {};
  if (valueOf(*fields, "id").empty()) return run.skip(place, "it has no id"), Result<void>();
  if (isSet(valueOf(*fields, "encryption_applied"))) {
    return run.skip(place, "it is encrypted; decrypt it in Joplin, then export again"),
           Result<void>();
  }
  if (isSet(valueOf(*fields, "deleted_time"))) {
    return run.skip(place, "it is in Joplin's bin"), Result<void>();
  }
  ForeignEntry entry;
  entry.source = "joplin:" + valueOf(*fields, "id");
  const std::string_view text =
      blank == std::string_view::npos ? std::string_view() : item.substr(0, blank);
  const std::size_t line = std::min(text.find('\n'), text.size());
  entry.title = std::string(text.substr(0, line));
  entry.words = std::string(text.substr(line));
  entry.writtenAt = timeOf(*fields, "user_created_time", "created_time");
  entry.changedAt = timeOf(*fields, "user_updated_time", "updated_time");
  return run.take(std::move(entry), place);
}

}  // namespace journal::exchange

#include "journal/exchange/import_run.h"

#include <fmt/format.h>

#include <utility>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxSourceBytes = 400;

std::string wordsOf(const ForeignEntry& entry) {
  const std::string title(trimmed(sanitisePlain(entry.title)));
  const std::string words(trimmed(sanitisePlain(entry.words)));
  if (title.empty() || words == title || words.compare(0, title.size() + 1, title + "\n") == 0) {
    return words;
  }
  return words.empty() ? title : title + "\n\n" + words;
}

}  // namespace

bool isPlausible(LocalDate date) {
  const int year = static_cast<int>(date.year());
  return date.ok() && year >= 1900 && year <= 2100;
}

std::string sourceOfFile(std::string_view scheme, std::string_view path, std::string_view bytes) {
  const std::size_t slash = path.find_last_of('/');
  const std::string_view base = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const IdBytes hash = derivedIds("file bytes")(bytes);
  std::string hex;
  for (const std::uint8_t byte : hash) hex += fmt::format("{:02x}", byte);
  return fmt::format("{}:{}#{}", scheme, base, hex);
}

ImportRun::ImportRun(const ImportContext& context, const NameBook& names,
                     const ReflectionSink& sink, const ImportControl& control)
    : context_(context), sink_(sink), control_(control), matcher_(names.all()) {}

bool ImportRun::stopped() {
  report.stopped = report.stopped || control_.stop.stop_requested();
  return report.stopped;
}

void ImportRun::progress(std::uint64_t done, std::uint64_t total) const {
  if (control_.progress) control_.progress(done, total);
}

void ImportRun::skip(const EntryPlace& place, std::string_view why) {
  report.skip({place.line, place.file, fmt::format("It was left out: {}.", why)});
}

void ImportRun::note(const EntryPlace& place, std::string sentence) {
  report.note({place.line, place.file, std::move(sentence)});
}

Result<void> ImportRun::take(ForeignEntry entry, const EntryPlace& place) {
  if (entry.title.size() + entry.words.size() > kMaxReflectionBytes) {
    skip(place, "it is longer than 8 MB");
    return {};
  }
  const std::string words = wordsOf(entry);
  if (words.empty()) {
    skip(place, "there are no words in it");
    return {};
  }
  if (entry.source.size() > kMaxSourceBytes) {
    skip(place, "its id is too long");
    return {};
  }
  ImportedReflection item;
  Reflection& reflection = item.reflection;
  reflection.source = sanitisePlain(entry.source);
  reflection.id = ReflectionId::fromBytes(context_.ids(reflection.source));
  reflection.text = matcher_.mention(words);
  reflection.state = ReflectionState::Finished;
  setTimes(entry, place, reflection);
  return hand(std::move(item), place);
}

Result<void> ImportRun::hand(ImportedReflection item, const EntryPlace& place) {
  const Reflection& reflection = item.reflection;
  const std::string& key = reflection.source.empty() ? reflection.id.hex() : reflection.source;
  if (!seen_.insert(key).second) {
    skip(place, "the same entry stands there twice");
    return {};
  }
  ++report.taken;
  return sink_(std::move(item));
}

void ImportRun::setTimes(const ForeignEntry& entry, const EntryPlace& place,
                         Reflection& reflection) {
  const auto offsetAt = [&](UtcTime at) {
    return context_.utcOffset ? context_.utcOffset(at) : std::chrono::minutes(0);
  };
  UtcTime at = entry.writtenAt.value_or(context_.now);
  if (!isPlausible(localDate(at, std::chrono::minutes(0)))) {
    note(place, "Its date cannot be right, so it was given today's.");
    at = context_.now;
  } else if (!entry.writtenAt) {
    note(place, "It has no date, so it was given today's.");
  } else if (entry.isLocalTime) {
    at -= offsetAt(at);
  }
  reflection.writtenAt = at;
  reflection.writtenOffset = offsetAt(at);
  reflection.lesson.date = localDate(at, reflection.writtenOffset);
  reflection.changedAt = at;
  if (entry.changedAt && *entry.changedAt > at &&
      isPlausible(localDate(*entry.changedAt, std::chrono::minutes(0)))) {
    reflection.changedAt = *entry.changedAt;
  }
}

}  // namespace journal::exchange

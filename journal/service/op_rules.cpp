// What an op may carry, whoever made it: a screen, the command line or an import.

#include <algorithm>

#include "journal/base/utf8.h"
#include "journal/crypto/hash.h"
#include "journal/domain/mention.h"
#include "journal/service/op_runner.h"

namespace journal::service {

Result<void> requireDate(LocalDate date) {
  const int year = static_cast<int>(date.year());
  if (date.ok() && year >= 1 && year <= 9999) return {};
  return Error{ErrorCode::InvalidInput, "a date outside years 1 to 9999",
               "The day of the lesson is not a day of the calendar."};
}

store::EntityId entityOfWords(const std::string& words) {
  const crypto::Digest digest = crypto::hash(crypto::bytesOf(words));
  store::EntityId::Bytes bytes;
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  return store::EntityId::fromBytes(bytes);
}

Result<void> requireId(bool isNil) {
  if (!isNil) return {};
  return Error{ErrorCode::InvalidInput, "a nil id"};
}

Result<void> requireLength(std::size_t bytes) {
  if (bytes <= kMaxTextBytes) return {};
  return Error{ErrorCode::InvalidInput, "text of " + std::to_string(bytes) + " bytes",
               "This text is longer than one reflection can hold (8 MB, about a million words). "
               "Keep it as several reflections."};
}

std::string cleanLabel(std::string_view text) {
  return std::string(trimmed(sanitisePlain(text)));
}

bool saysNothing(std::string_view stored) {
  return cleanLabel(stored).empty() && mentionedNames(stored).empty();
}

Result<Lesson> cleanLesson(const Lesson& lesson) {
  J_CHECK(requireDate(lesson.date));
  Lesson clean = lesson;
  clean.group = cleanLabel(lesson.group);
  clean.yearGroup = cleanLabel(lesson.yearGroup);
  clean.instrument = cleanLabel(lesson.instrument);
  J_CHECK(requireLength(clean.group.size() + clean.yearGroup.size() + clean.instrument.size()));
  constexpr std::chrono::minutes kDay{24 * 60};
  const bool startFits =
      !lesson.startsAt || (lesson.startsAt->count() >= 0 && *lesson.startsAt < kDay);
  if (!startFits || lesson.length.count() < 0 || lesson.length > kDay) {
    return Error{ErrorCode::InvalidInput, "lesson time", "A lesson starts and ends within a day."};
  }
  return clean;
}

Result<TimetableSlot> cleanSlot(const TimetableSlot& slot) {
  J_CHECK(requireId(slot.id.isNil()));
  TimetableSlot clean = slot;
  if (slot.on) {
    J_CHECK(requireDate(*slot.on));
    clean.weekday = weekdayOf(*slot.on);
  }
  clean.title = cleanLabel(slot.title);
  clean.instrument = cleanLabel(slot.instrument);
  clean.place = cleanLabel(slot.place);
  constexpr std::size_t kLongest = 4096;
  const std::size_t size = clean.title.size() + clean.instrument.size() + clean.place.size();
  if (clean.title.empty() || size > kLongest) {
    return Error{ErrorCode::InvalidInput, "a lesson without a name, or too long a one",
                 "Say in a few words which lesson it is."};
  }
  constexpr std::chrono::minutes kDay{24 * 60};
  const bool fits = slot.startsAt.count() >= 0 && slot.startsAt < kDay &&
                    slot.length.count() >= 0 && slot.length <= kDay && clean.weekday >= 1 &&
                    clean.weekday <= 7;
  if (!fits) {
    return Error{ErrorCode::InvalidInput, "lesson time", "A lesson starts and ends within a day."};
  }
  return clean;
}

Result<KnownName> cleanName(const KnownName& name) {
  J_CHECK(requireId(name.id.isNil()));
  KnownName clean = name;
  clean.realName = cleanLabel(name.realName);
  clean.codeName = cleanLabel(name.codeName);
  clean.ageBand = cleanLabel(name.ageBand);
  clean.instrumentFamily = cleanLabel(name.instrumentFamily);
  clean.alsoWritten.clear();
  std::size_t size = clean.realName.size() + clean.codeName.size();
  for (const std::string& also : name.alsoWritten) {
    std::string label = cleanLabel(also);
    size += label.size();
    if (!label.empty()) clean.alsoWritten.push_back(std::move(label));
  }
  constexpr std::size_t kLongest = 4096;
  if (clean.codeName.empty() || size > kLongest) {
    return Error{ErrorCode::InvalidInput, "code name missing or names too long",
                 "Everybody in a journal needs a short code name for others to read."};
  }
  return clean;
}

Result<void> requireQuote(const Tag& tag, std::string_view text) {
  J_CHECK(requireId(tag.id.isNil()));
  if (tag.indicator.text().empty()) {
    return Error{ErrorCode::InvalidInput, "a tag without an indicator",
                 "Choose what the passage shows."};
  }
  J_TRY(const Passage passage, makePassage(text, tag.passage.begin, tag.passage.end));
  if (text.substr(passage.begin, passage.end - passage.begin) == tag.quote) return {};
  return Error{ErrorCode::Conflict, "the quote is not what stands at the passage",
               "These words have been edited since. Select the passage again."};
}

}  // namespace journal::service

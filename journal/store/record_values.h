#pragma once

#include <array>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "journal/store/bounded_archive.h"
#include "journal/store/record.h"

// Private to record_codec.cpp: the values that records are made of, in the grammar that stands
// there.

namespace journal::store {

// Found by cereal through the archive's namespace.

template <class Tag>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const Id<Tag>& id) {
  archive.putBytes({reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()});
}
template <class Tag>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, Id<Tag>& id) {
  typename Id<Tag>::Bytes bytes;
  const std::string_view raw = archive.takeBytes(bytes.size());
  std::memcpy(bytes.data(), raw.data(), bytes.size());
  id = Id<Tag>::fromBytes(bytes);
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const std::vector<T>& list) {
  archive(cereal::make_size_tag(list.size()));
  for (const T& item : list) archive(item);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, std::vector<T>& list) {
  std::size_t count = 0;
  archive(cereal::make_size_tag(count));
  list.clear();
  for (std::size_t i = 0; i < count; ++i) archive(list.emplace_back());
}

using ContentDigest = std::array<std::uint8_t, 32>;
inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const ContentDigest& digest) {
  archive.putBytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, ContentDigest& digest) {
  const std::string_view raw = archive.takeBytes(digest.size());
  std::memcpy(digest.data(), raw.data(), digest.size());
}

using FiveTexts = std::array<std::string, 5>;
inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const FiveTexts& texts) {
  for (const std::string& text : texts) archive(text);
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, FiveTexts& texts) {
  for (std::string& text : texts) archive(text);
}

template <class T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const std::optional<T>& value) {
  archive(value.has_value());
  if (value) archive(*value);
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, std::optional<T>& value) {
  bool present = false;
  archive(present);
  value.reset();
  if (present) archive(value.emplace());
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const UtcTime& time) {
  archive.putInteger(static_cast<std::int64_t>(time.time_since_epoch().count()));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, UtcTime& time) {
  time = UtcTime{std::chrono::milliseconds{archive.takeInteger<std::int64_t>()}};
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive,
                                      const std::chrono::minutes& minutes) {
  archive.putInteger(static_cast<std::int32_t>(minutes.count()));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, std::chrono::minutes& minutes) {
  minutes = std::chrono::minutes{archive.takeInteger<std::int32_t>()};
}

inline constexpr std::int32_t kNoDate = std::numeric_limits<std::int32_t>::min();

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const LocalDate& date) {
  archive.putInteger(date.ok() ? dayNumber(date) : kNoDate);
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, LocalDate& date) {
  const auto days = archive.takeInteger<std::int32_t>();
  date = LocalDate{};
  if (days == kNoDate) return;
  // year_month_day holds years -32767 to 32767; outside it would come back as another day.
  if (days < -12'000'000 || days > 11'000'000) throw Malformed{};
  date = dateFromDayNumber(days);
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const IndicatorCode& code) {
  archive(code.text());
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, IndicatorCode& code) {
  std::string text;
  archive(text);
  code = IndicatorCode();
  if (text.empty()) return;
  const auto parsed = IndicatorCode::parse(text);
  if (!parsed || parsed->text() != text) throw Malformed{};
  code = *parsed;
}

// A level has no empty state of its own, so it shares a byte with its absence.
inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive,
                                      const std::optional<Level>& level) {
  archive.putInteger(static_cast<std::uint8_t>(level ? level->value() : 0));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, std::optional<Level>& level) {
  const auto value = archive.takeInteger<std::uint8_t>();
  level = Level::of(value);
  if (value != 0 && !level) throw Malformed{};
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const UseLevel& level) {
  archive.putInteger(static_cast<std::uint8_t>(level.value()));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, UseLevel& level) {
  const auto parsed = UseLevel::of(archive.takeInteger<std::uint8_t>());
  if (!parsed) throw Malformed{};
  level = *parsed;
}

inline void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const Passage& passage) {
  archive.putInteger(static_cast<std::uint32_t>(passage.begin));
  archive.putInteger(static_cast<std::uint32_t>(passage.end));
}
inline void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, Passage& passage) {
  passage.begin = archive.takeInteger<std::uint32_t>();
  passage.end = archive.takeInteger<std::uint32_t>();
}

/// An enum, checked against its last value when read.
template <class Enum>
struct Checked {
  Enum& value;
  Enum last;
};

template <class Enum>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const Checked<Enum>& item) {
  archive.putInteger(static_cast<std::uint8_t>(item.value));
}
template <class Enum>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, Checked<Enum>& item) {
  const auto number = archive.takeInteger<std::uint8_t>();
  if (number > static_cast<std::uint8_t>(item.last)) throw Malformed{};
  item.value = static_cast<Enum>(number);
}

/// One function for both directions: `V` is const when writing.
template <class Archive, class Enum>
void checked(Archive& archive, const Enum& value, Enum last) {
  Checked<Enum> item{const_cast<Enum&>(value), last};
  archive(item);
}

}  // namespace journal::store

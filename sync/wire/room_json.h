#pragma once

#include <chrono>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "journal/base/id.h"
#include "journal/base/result.h"
#include "journal/domain/session/event.h"
#include "journal/domain/session/names.h"
#include "sync/wire/base64url.h"

// Private to the room messages of this folder: a message is described once, as a list of its fields
// (`describe`), and written and read by that list. nlohmann/json stays in the sources that include
// this.

namespace syncing::wire::room {

using Json = nlohmann::json;

/// How deep a message may nest; ours nest four deep.
inline constexpr std::size_t kMostDepth = 8;
inline constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

/// Any bytes; nullopt when they are no JSON object, or nest too deep.
std::optional<Json> parseObject(std::string_view text);

template <class T>
class FieldWriter;
template <class T>
class FieldReader;

template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool>;
template <class T>
concept Named = std::is_enum_v<T>;
/// Has `template <class Fields> void describe(Fields& field, const T*)` in this namespace.
template <class T>
concept Described = std::is_class_v<T> && requires(FieldWriter<T>& fields, const T* message) {
  describe(fields, message);
};

// Described in another source than the one that needs them.
Json jsonOf(const journal::session::Plan& plan);
bool take(const Json& json, journal::session::Plan& into, std::size_t most);
Json jsonOf(const journal::session::Event& event);
bool take(const Json& json, journal::session::Event& into, std::size_t most);

template <Described T>
Json writeFields(const T& value);
template <Described T>
bool readFields(const Json& json, T& into);

// One value of each type that a message may hold. `most`: bytes of a string, items of a list.

inline Json jsonOf(bool value) {
  return value;
}
template <Whole T>
Json jsonOf(T value) {
  return value;
}
template <Named T>
Json jsonOf(T value) {
  return std::string(journal::session::name(value));
}
template <class Tag>
Json jsonOf(const journal::Id<Tag>& id) {
  return id.hex();
}
inline Json jsonOf(const std::string& bytes) {
  return toBase64url(bytes);
}
inline Json jsonOf(std::chrono::seconds length) {
  return length.count();
}
template <Described T>
Json jsonOf(const T& value) {
  return writeFields(value);
}
template <class T>
Json jsonOf(const std::vector<T>& list) {
  Json out = Json::array();
  for (const T& one : list) out.push_back(jsonOf(one));
  return out;
}
template <class T>
Json jsonOf(const std::optional<T>& value) {
  return value ? jsonOf(*value) : Json();
}

inline bool take(const Json& json, bool& into, std::size_t) {
  if (!json.is_boolean()) return false;
  into = json.get<bool>();
  return true;
}
template <Whole T>
bool take(const Json& json, T& into, std::size_t) {
  if (json.is_number_unsigned()) {
    const auto value = json.get<std::uint64_t>();
    into = static_cast<T>(value);
    return std::in_range<T>(value);
  }
  if (!json.is_number_integer()) return false;
  const auto value = json.get<std::int64_t>();
  into = static_cast<T>(value);
  return std::in_range<T>(value);
}
template <Named T>
bool take(const Json& json, T& into, std::size_t) {
  if (!json.is_string()) return false;
  const auto value = journal::session::named<T>(json.get_ref<const std::string&>());
  if (value) into = *value;
  return value.has_value();
}
template <class Tag>
bool take(const Json& json, journal::Id<Tag>& into, std::size_t) {
  if (!json.is_string()) return false;
  const auto value = journal::Id<Tag>::fromHex(json.get_ref<const std::string&>());
  if (value) into = *value;
  return value.has_value();
}
inline bool take(const Json& json, std::string& into, std::size_t most) {
  if (!json.is_string()) return false;
  auto value = fromBase64url(json.get_ref<const std::string&>());
  if (!value || value->size() > most) return false;
  into = std::move(*value);
  return true;
}
inline bool take(const Json& json, std::chrono::seconds& into, std::size_t) {
  std::int32_t value = 0;
  if (!take(json, value, kAny)) return false;
  into = std::chrono::seconds(value);
  return true;
}
template <Described T>
bool take(const Json& json, T& into, std::size_t) {
  return readFields(json, into);
}
/// `most` items; `mostEach` bytes of each.
template <class T>
bool take(const Json& json, std::vector<T>& into, std::size_t most, std::size_t mostEach = kAny) {
  if (!json.is_array() || json.size() > most) return false;
  for (const Json& item : json) {
    if (!take(item, into.emplace_back(), mostEach)) return false;
  }
  return true;
}
template <class T>
bool take(const Json& json, std::optional<T>& into, std::size_t most) {
  return take(json, into.emplace(), most);
}

/// Writes the fields it is told of, those at their default where they are `always` there.
template <class T>
class FieldWriter {
 public:
  FieldWriter(const T& value, Json& out) : value_(value), out_(out) {}
  template <class Member, class... Limits>
  FieldWriter& operator()(const char* name, Member T::*field, Limits...) {
    if (value_.*field != plain_.*field) out_[name] = jsonOf(value_.*field);
    return *this;
  }
  /// Also at its default: what no reader should have to know.
  template <class Member, class... Limits>
  FieldWriter& always(const char* name, Member T::*field, Limits...) {
    out_[name] = jsonOf(value_.*field);
    return *this;
  }

 private:
  const T& value_;
  const T plain_{};
  Json& out_;
};

/// Reads the fields it is told of; what is not there stays at its default.
template <class T>
class FieldReader {
 public:
  FieldReader(const Json& json, T& into) : json_(json), into_(into) {}
  template <class Member, class... Limits>
  FieldReader& operator()(const char* name, Member T::*field, Limits... limits) {
    const auto found = json_.find(name);
    if (found == json_.end() || found->is_null()) return *this;
    if constexpr (sizeof...(limits) == 0) {
      good = good && take(*found, into_.*field, kAny);
    } else {
      good = good && take(*found, into_.*field, limits...);
    }
    return *this;
  }
  template <class Member, class... Limits>
  FieldReader& always(const char* name, Member T::*field, Limits... limits) {
    return (*this)(name, field, limits...);
  }

  bool good = true;

 private:
  const Json& json_;
  T& into_;
};

template <Described T>
Json writeFields(const T& value) {
  Json out = Json::object();
  FieldWriter<T> writer(value, out);
  describe(writer, &value);
  return out;
}
template <Described T>
bool readFields(const Json& json, T& into) {
  if (!json.is_object()) return false;
  FieldReader<T> reader(json, into);
  describe(reader, static_cast<const T*>(&into));
  return reader.good;
}

inline std::string textOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}
/// InvalidInput, naming `what`, for what is no such message.
template <class T>
journal::Result<T> readMessage(std::string_view text, const char* what) {
  const auto json = parseObject(text);
  T value;
  if (!json || !take(*json, value, kAny))
    return journal::Error{journal::ErrorCode::InvalidInput, what};
  return value;
}

}  // namespace syncing::wire::room

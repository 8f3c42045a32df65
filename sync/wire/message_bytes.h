#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/base/bytes.h"
#include "journal/base/result.h"

// Private to this folder: reading messages that anybody may have made.

namespace syncing::wire {

using journal::ByteReader;
using journal::ByteWriter;

/// A ByteReader that also remembers whether what was there can be.
struct MessageReader {
  explicit MessageReader(std::string_view in) : bytes(in) {}

  void require(bool fits) { wrong = wrong || !fits; }
  bool flag() {
    const auto byte = bytes.integer<std::uint8_t>();
    require(byte <= 1);
    return byte == 1;
  }
  std::string text(std::size_t most) {
    const std::string_view text = bytes.sized();
    require(text.size() <= most);
    return wrong ? std::string() : std::string(text);
  }
  /// A u32 and so many. Grows with what is there, never by what the number says.
  template <class Value>
  std::vector<Value> list(std::size_t most, Value (*take)(MessageReader&)) {
    std::vector<Value> values;
    const auto count = bytes.integer<std::uint32_t>();
    require(count <= most);
    for (std::uint32_t i = 0; i < count && !wrong && !bytes.isShort(); ++i)
      values.push_back(take(*this));
    return values;
  }
  template <class Value>
  journal::Result<Value> finish(Value value, const char* what) const {
    if (wrong || !bytes.whole()) return journal::Error{journal::ErrorCode::Corrupt, what};
    return value;
  }

  ByteReader bytes;
  bool wrong = false;
};

}  // namespace syncing::wire

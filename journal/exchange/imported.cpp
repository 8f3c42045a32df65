#include "journal/exchange/imported.h"

#include <utility>

namespace journal::exchange {
namespace {

constexpr std::size_t kMaxRemarks = 1000;

std::uint64_t fnv1a(std::uint64_t state, std::string_view text) {
  for (const char c : text) {
    state ^= static_cast<std::uint8_t>(c);
    state *= 0x100000001b3ULL;
  }
  return state;
}

std::uint64_t splitMix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace

void ImportReport::skip(ImportRemark remark) {
  ++left;
  if (skipped.size() < kMaxRemarks) skipped.push_back(std::move(remark));
}

void ImportReport::note(ImportRemark remark) {
  if (notes.size() < kMaxRemarks) notes.push_back(std::move(remark));
}

IdSource derivedIds(std::string salt) {
  return [salt = std::move(salt)](std::string_view text) {
    constexpr std::uint64_t kBasis[2] = {0xcbf29ce484222325ULL, 0x84222325cbf29ce4ULL};
    IdBytes bytes{};
    for (std::size_t half = 0; half < 2; ++half) {
      // A byte that UTF-8 never has keeps "ab"+"c" apart from "a"+"bc".
      const std::uint64_t salted = fnv1a(fnv1a(kBasis[half], salt), "\xff");
      const std::uint64_t word = splitMix(fnv1a(salted, text));
      for (std::size_t i = 0; i < 8; ++i) {
        bytes[half * 8 + i] = static_cast<std::uint8_t>(word >> (8 * i));
      }
    }
    return bytes;
  };
}

}  // namespace journal::exchange

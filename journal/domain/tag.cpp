#include "journal/domain/tag.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<Direction, 4> kDirections{
    {"baseline", "change", "no_change", "set_back"}};
constexpr detail::NameTable<Voice, 3> kVoices{{"tutor", "young_person", "third_party"}};

}  // namespace

std::string_view name(Direction direction) {
  return kDirections.name(direction);
}
std::string_view name(Voice voice) {
  return kVoices.name(voice);
}
std::optional<Direction> parseDirection(std::string_view text) {
  return kDirections.parse(text);
}
std::optional<Voice> parseVoice(std::string_view text) {
  return kVoices.parse(text);
}

}  // namespace journal

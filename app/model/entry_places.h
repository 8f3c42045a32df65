#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app::model {

/// "Where has this entry been?" (domain.md 1.3): seven places, none higher than another. For the
/// writer only, off until she turns it on; nothing of it is stored, counted or sent.
enum class EntryPlace : std::uint8_t {
  Told,
  Felt,
  TurnedOver,
  SwappedSeats,
  LookedUnder,
  LookedAround,
  NextStep,
};
inline constexpr std::size_t kEntryPlaces = 7;

using PlacesBeen = std::array<bool, kEntryPlaces>;

/// Where a text of these words (phrase_aid.h) has been, by a short list of cues; a place it misses
/// may well have been visited. `intention`: something was kept for next time. Pure.
PlacesBeen placesIn(const std::vector<std::string>& words, bool intention);

/// The next place nobody has been to yet, after `last` and round again; nullopt: been to all.
std::optional<EntryPlace> somewhereNew(const PlacesBeen& been, std::optional<EntryPlace> last);

struct PlacesModel {
  PlacesBeen been{};
  std::string nudge;  ///< she asked to be taken somewhere new; else empty
};

/// Where the entry on the page has been: the cues, and what its writer says, which always beats
/// them.
class EntryPlaces {
 public:
  void anotherPage();  ///< what was ticked is kept nowhere
  void look(const std::vector<std::string>& words, bool intention);
  void tick(EntryPlace place);  ///< been there after all, or not
  void takeSomewhereNew();
  PlacesModel model() const;

 private:
  PlacesBeen been() const;

  PlacesBeen cues_{};
  std::array<std::optional<bool>, kEntryPlaces> ticks_{};
  std::optional<EntryPlace> nudged_;
  bool everywhere_ = false;
};

std::string_view nameOf(EntryPlace place);
/// A question that leads there.
std::string_view nudgeTo(EntryPlace place);

}  // namespace app::model

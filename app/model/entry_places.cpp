#include "app/model/entry_places.h"
#include "app/model/keeping_words.h"

#include <vector>

#include "app/model/phrase_aid.h"
#include "app/model/wording.h"

namespace app::model {
namespace {

using Cues = std::vector<std::string>;

struct PlaceWords {
  std::string_view name;
  std::string_view nudge;  ///< domain.md 1.3
  Cues cues;               ///< phrases of phrase_aid.h
};

const std::array<PlaceWords, kEntryPlaces>& places() {
  static const std::array<PlaceWords, kEntryPlaces> all{{
      {"Told it",
       "Pick ten seconds of it and slow them down.",
       {"someone", "he", "she", "they", "we played", "we sang", "i asked", "i showed",
        "the group"}},
      {"Felt it",
       "What did you notice in yourself?",
       {"felt",      "feel",         "feeling", "feelings", "glad",     "proud",     "worried",
        "anxious",   "nervous",      "tense",   "relieved", "tired",    "surprised", "surprise",
        "delight*",  "frustrat*",    "excited", "ashamed",  "moved me", "my heart",  "my stomach",
        "my breath", "my shoulders", "enjoyed", "uneasy"}},
      {"Turned it over",
       "Give the least likely explanation a fair hearing.",
       {"because", "perhaps", "maybe", "might have", "may have", "could have been", "or was it",
        "another way", "on the other hand", "compared with", "whereas", "unless", "i wonder"}},
      {"Swapped seats",
       "Write two lines as the young person.",
       {"for them", "for him", "for her", "he said", "she said", "they said", "said that",
        "their side", "from where", "mum", "dad", "carer", "family", "the ta", "my colleague",
        "the class teacher", "told me"}},
      {"Looked under it",
       "What would have to be true for you to be wrong?",
       {"assum*", "i took for granted", "i used to think", "i thought that", "i believed",
        "i expected", "i had expected", "i always", "i was wrong"}},
      {"Looked around it",
       "What in the system made this likely?",
       {"the school", "the service", "money", "funding", "paid", "timetable", "the room", "culture",
        "fair", "unfair", "policy", "the system", "the curriculum", "the exam"}},
      {"Next step",
       "What is the smallest version?",
       {"next time", "i will", "i'll", "next week", "tomorrow", "i plan to", "i want to try",
        "i am going to", "i'm going to"}},
  }};
  return all;
}

}  // namespace

PlacesBeen placesIn(const std::vector<std::string>& words, bool intention) {
  PlacesBeen been{};
  for (std::size_t i = 0; i < kEntryPlaces; ++i) {
    been[i] = phraseIn(words, places()[i].cues, {}).has_value();
  }
  if (intention) been[static_cast<std::size_t>(EntryPlace::NextStep)] = true;
  return been;
}

std::optional<EntryPlace> somewhereNew(const PlacesBeen& been, std::optional<EntryPlace> last) {
  const std::size_t start = last ? static_cast<std::size_t>(*last) + 1 : 0;
  for (std::size_t i = 0; i < kEntryPlaces; ++i) {
    const std::size_t at = (start + i) % kEntryPlaces;
    if (!been[at]) return static_cast<EntryPlace>(at);
  }
  return std::nullopt;
}

std::string_view nameOf(EntryPlace place) {
  return places()[static_cast<std::size_t>(place)].name;
}

std::string_view nudgeTo(EntryPlace place) {
  return places()[static_cast<std::size_t>(place)].nudge;
}

void EntryPlaces::anotherPage() {
  cues_ = {};
  ticks_ = {};
  nudged_.reset();
  everywhere_ = false;
}

void EntryPlaces::look(const std::vector<std::string>& words, bool intention) {
  cues_ = placesIn(words, intention);
  everywhere_ = false;
}

PlacesBeen EntryPlaces::been() const {
  PlacesBeen been = cues_;
  for (std::size_t i = 0; i < kEntryPlaces; ++i) been[i] = ticks_[i].value_or(been[i]);
  return been;
}

void EntryPlaces::tick(EntryPlace place) {
  const auto at = static_cast<std::size_t>(place);
  ticks_[at] = !been()[at];
}

void EntryPlaces::takeSomewhereNew() {
  nudged_ = somewhereNew(been(), nudged_);
  everywhere_ = !nudged_;
}

PlacesModel EntryPlaces::model() const {
  PlacesModel model{been(), {}};
  if (nudged_) model.nudge = nudgeTo(*nudged_);
  if (everywhere_) model.nudge = tr::kBeenEverywhere;
  return model;
}

}  // namespace app::model

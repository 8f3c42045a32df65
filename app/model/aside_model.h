#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/entry_places.h"
#include "journal/domain/ids.h"
#include "journal/domain/known_name.h"
#include "journal/domain/passage.h"

// What stands beside the words being written: lessons to choose from, what was meant last time, a
// word that looks like a name, a line about safeguarding, paid time. All of it can be passed over.

namespace app::model {

/// A lesson to write about, to choose in one press.
struct LessonChoice {
  std::string title;   ///< "Brass group"
  std::string detail;  ///< "Today, 15:15 to 16:00, from your timetable"
};

/// "Last time you meant to ...", at the head of the page.
struct IntentionLine {
  journal::IntentionId id;
  std::string words;   ///< with code names
  std::string detail;  ///< "Wren, 15 January"
};

/// A word that looks like a name nobody has told the journal.
struct NameOfferModel {
  std::string word;
  journal::Passage passage;  ///< in the words as shown
};

/// The footer's timer.
struct PaidTimeModel {
  bool on = false;     ///< some minutes are paid
  float fraction = 0;  ///< 0 to 1 of them
  bool lastMinute = false;
  bool over = false;
  bool paused = false;
  std::string words;  ///< "4:12 of 10:00"
};

struct AsideModel {
  std::vector<IntentionLine> intentions;  ///< at the head of the page
  std::vector<IntentionLine> below;       ///< about somebody just mentioned; at most one
  std::optional<NameOfferModel> name;
  bool movingOut = false;  ///< what "Move it out" does is said, and asked once more
  bool concern = false;    ///< words stand here that may need the DSL
  std::optional<PlacesModel>
      places;  ///< the writer turned it on, and nothing here may need the DSL
  PaidTimeModel paid;
};

enum class IntentionAnswer : std::uint8_t { Done, CarryOn, LetGo };
enum class ConcernAnswer : std::uint8_t { Yes, AlreadyDone, No };

struct ChooseLesson {
  std::size_t index = 0;  ///< of LessonFormModel::choices
};
/// The selection, or the sentence there, is what the tutor means to try.
struct KeepForNextTime {
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct AnswerIntention {
  journal::IntentionId intention;
  IntentionAnswer answer = IntentionAnswer::Done;
};
struct StartAddingName {
  journal::NameKind kind = journal::NameKind::YoungPerson;
};
/// The word on offer becomes a mention of somebody or somewhere of this kind.
struct TakeNameOffer {
  journal::NameKind kind = journal::NameKind::YoungPerson;
};
/// It is no name: not offered again until the journal is locked.
struct LeaveNameOffer {};
struct AnswerConcern {
  ConcernAnswer answer = ConcernAnswer::No;
};
/// Into the handover sheet; the entry itself is held (domain.md 5.3 point 8).
struct MoveItOut {
  bool sure = false;  ///< first it says what it does
};
struct KeepItHere {};  ///< not moved after all
/// Been there, or not after all, whatever the cues say.
struct TickPlace {
  EntryPlace place = EntryPlace::Told;
};
struct TakeMeSomewhereNew {};
struct ChoosePaidTime {
  int minutes = 0;  ///< 0: none is paid
};
struct PausePaidTime {};
using AsideIntent =
    std::variant<ChooseLesson, KeepForNextTime, AnswerIntention, StartAddingName, TakeNameOffer,
                 LeaveNameOffer, AnswerConcern, MoveItOut, KeepItHere, TickPlace,
                 TakeMeSomewhereNew, ChoosePaidTime, PausePaidTime>;

}  // namespace app::model

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/model/edited_text.h"
#include "app/model/held_model.h"
#include "journal/base/time.h"

// "Worried about someone?" (domain.md 5.3): what the card shows, what is typed into it, what is
// asked of it. It opens without a journal.

namespace app::model {

/// Who the worry is about.
enum class WorriedRoute : std::uint8_t { Child, AdultWhoWorksWithChildren };

/// Somebody to speak to; set by the service.
struct Contact {
  WorriedRoute route = WorriedRoute::Child;
  std::string role;
  std::string name;
  std::string number;
  std::string place = {};  ///< the setting it belongs to; empty: the whole service
  bool first = false;      ///< a DSL: tinted
};
/// Everything the service says about where a worry goes.
struct CareContacts {
  std::vector<Contact> contacts;
  std::string checkedBy;
  journal::LocalDate checkedOn{};  ///< the epoch: never said
};

struct ContactCard {
  std::string role;
  std::string name;
  std::string number;
  std::string place = {};
  bool first = false;
};

enum class WorriedPage : std::uint8_t { Card, Spoken, Sheet, Held };

struct WorriedModel {
  bool open = false;
  WorriedPage page = WorriedPage::Card;
  WorriedRoute route = WorriedRoute::Child;
  std::vector<std::string> settings;  ///< places with contacts of their own
  std::size_t setting = 0;            ///< of `settings`
  std::vector<ContactCard> contacts;  ///< of the chosen route and setting
  std::string checked;                ///< "Numbers checked by Farida, 6 January"
  bool stale = false;                 ///< not checked for a term
  std::string keptLine;               ///< what the journal would keep
  std::vector<std::string> told;      ///< roles to choose from
  std::string spokenNotYet;           ///< why "Keep this line" cannot be pressed; empty: it can
  bool canMoveOut = false;            ///< words stand on the page behind the card
  bool sheetBegun = false;            ///< there are words on the handover sheet
  std::string sheetNotYet;            ///< why it cannot be printed or saved
  std::string handedNotYet;
  std::string outcome;  ///< "Sent to the printer."; empty: nothing was tried
  bool outcomeNeedsCare = false;
  HeldModel held;
};

/// The handover sheet. In memory only, never in the journal.
struct HandoverUi {
  std::string setting;
  std::string when;
  std::string place;
  std::string present;
  std::array<EditedText, 5> words;  ///< their exact words, asked, saw, did, told
  std::string saveTo;               ///< a path
  bool handedOver = false;
};
struct WorriedUi {
  std::string told;  ///< a role
  std::string at;    ///< a setting
  std::string date;  ///< "2026-01-22"
  std::string time;  ///< "16:10"
  HandoverUi sheet;
  HeldUi held;
};

struct OpenWorried {};
struct CloseWorried {};
struct ChooseWorriedRoute {
  WorriedRoute route = WorriedRoute::Child;
};
struct ChooseWorriedSetting {
  std::size_t index = 0;
};
/// A contact was pressed: they are being spoken to.
struct TellContact {
  std::size_t index = 0;
};
/// "Have you spoken to them?" Yes asks who and when; Not yet keeps the reminder.
struct SpokenToDsl {
  bool spoken = false;
};
struct KeepSpoken {};
struct StartHandover {};
struct PrintHandover {};
struct SaveHandover {};
struct HandedOver {};  ///< clears the sheet
struct BackToWorried {};
using WorriedIntent =
    std::variant<OpenWorried, CloseWorried, ChooseWorriedRoute, ChooseWorriedSetting, TellContact,
                 SpokenToDsl, KeepSpoken, StartHandover, PrintHandover, SaveHandover, HandedOver,
                 BackToWorried, HeldIntent>;

}  // namespace app::model

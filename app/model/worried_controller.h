#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/model/context.h"
#include "app/model/held_entries.h"
#include "app/model/worried_model.h"

namespace app::model {

/// "Worried about someone?": the card, its handover sheet, the reminder and the one line the
/// journal keeps (domain.md 5.3). Works with no journal open. UI thread only.
class WorriedController {
 public:
  explicit WorriedController(Context& context);

  void handle(const WorriedIntent& intent);
  /// Says the reminder again when its hour is up.
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  /// Whose reminder is shown, by place among the people of this laptop. Asks for it when new.
  void forPerson(std::size_t who);
  /// Stores the line of a conversation that was reported while locked, and gives the sheet back.
  void opened();
  /// Puts the sheet away from the lock screen. Call before the ui state is wiped.
  void locked();
  /// Opens the sheet and adds these words, as they are, to what the tutor saw.
  void handOver(const std::string& words);
  bool reminder() const { return reminder_; }
  bool isOpen() const { return open_; }
  void refresh();

 private:
  void on(const OpenWorried&);
  void on(const CloseWorried&);
  void on(const ChooseWorriedRoute& intent);
  void on(const ChooseWorriedSetting& intent);
  void on(const TellContact& intent);
  void on(const SpokenToDsl& intent);
  void on(const KeepSpoken&);
  void on(const StartHandover&);
  void on(const PrintHandover&);
  void on(const SaveHandover&);
  void on(const HandedOver&);
  void on(const BackToWorried&);
  void on(const HeldIntent& intent);

  void remind(bool on);
  void say();
  void askWhoAndWhen(const ContactCard* contact);
  void keepLine(const std::string& line);
  void handOut(bool print);
  void forgetOutcome();

  Context& context_;
  HeldEntries held_;
  bool open_ = false;
  WorriedPage page_ = WorriedPage::Card;
  WorriedRoute route_ = WorriedRoute::Child;
  std::size_t setting_ = 0;
  std::size_t who_ = 0;
  bool asked_ = false;     ///< for the reminder of `who_`
  bool reminder_ = false;  ///< outlives a lock: only the person's own answer ends it
  journal::UtcTime sayAgain_{};
  std::string outcome_;
  bool outcomeNeedsCare_ = false;
  std::optional<std::string> lineToKeep_;  ///< reported while locked, by `lineOf_`
  std::size_t lineOf_ = 0;
  std::optional<HandoverUi> away_;  ///< the sheet of `awayOf_`, while locked
  std::size_t awayOf_ = 0;
};

/// Where the card is.
struct WorriedState {
  bool open = false;
  WorriedPage page = WorriedPage::Card;
  WorriedRoute route = WorriedRoute::Child;
  std::size_t setting = 0;
};
/// Pure.
WorriedModel buildWorried(const WorriedState& at, const CareContacts& care, const WorriedUi& ui,
                          journal::LocalDate today);

/// "Concern passed to the DSL at the school at Millhope Primary, 22 January, 16:10."
std::string concernLine(const WorriedUi& ui);

/// The sheet as it is printed: labels and words, nothing of the journal. Mentions read as real
/// names, for the DSL has to know who it is.
std::string handoverText(const HandoverUi& sheet, const std::vector<journal::KnownName>& names);

bool isEmpty(const HandoverUi& sheet);
void wipe(HandoverUi& sheet);

}  // namespace app::model

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/circle_held_model.h"
#include "app/model/circle_keeping.h"
#include "app/model/context.h"
#include "journal/service/theme_list.h"

namespace app::model {

/// Sessions that were held: their records, striking out, copies, deleting, and the themes that go
/// to the list for managers. UI thread only.
class CircleHeld {
 public:
  CircleHeld(Context& context, const CircleKeeping& kept) : context_(context), kept_(kept) {}

  void handle(const CircleHeldIntent& intent);
  /// Whether a record is open.
  bool open() const { return !id_.isNil(); }
  HeldListModel list() const;
  HeldRecordModel record() const;
  /// The journal's sessions were read anew.
  void sessionsChanged();
  void forget();

 private:
  void on(const OpenGroupRecord& intent);
  void on(const CloseGroupRecord&);
  void on(const ShowHeldPart& intent);
  void on(const AskToStrike& intent);
  void on(const LeaveItIn&);
  void on(const StrikeIt&);
  void on(const TickDone& intent);
  void on(const WriteHeldCopy&);
  void on(const DeleteHeld&);
  void on(const DecideMark& intent);
  void on(const LetThemeGo& intent);
  void on(const SendThemes&);
  void on(const TakeThemeBack& intent);

  const journal::GroupSession* session() const;
  /// Asks for the themes as they would leave, with what was decided so far.
  void prepareThemes();
  void take(journal::Result<journal::service::PreparedThemes> prepared);
  void askBack(journal::ThemeId theme);
  void wipePart();

  Context& context_;
  const CircleKeeping& kept_;
  journal::GroupSessionId id_;
  HeldPart part_ = HeldPart::Record;
  std::optional<std::size_t> striking_;
  bool working_ = false;
  std::size_t asked_ = 0;  ///< how often the themes were asked for
  std::string copySaid_;
  std::optional<journal::service::PreparedThemes> themes_;
  std::string themesProblem_;
};

/// What a record page is made from.
struct GroupRecordInputs {
  const journal::GroupSession& held;
  journal::LocalDate today{};
  std::optional<std::size_t> striking;
};
// Pure.
HeldListModel buildHeldList(const std::vector<journal::GroupSession>& sessions,
                            journal::LocalDate today);
HeldRecordModel buildHeldRecord(const GroupRecordInputs& inputs);
LeavingThemesModel buildLeavingThemes(const journal::service::PreparedThemes& prepared);

}  // namespace app::model

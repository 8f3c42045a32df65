#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/keeping_model.h"
#include "journal/domain/legal_hold.h"

namespace app::model {

/// What an inquiry or a claim forbids to erase: put on, and lifted again. UI thread only.
class KeepingHolds {
 public:
  explicit KeepingHolds(Context& context) : context_(context) {}

  void handle(const LegalHoldIntent& intent);
  void load();
  void refresh(LegalHoldsModel& model) const;
  /// "One stands", for the way in.
  std::string line() const;
  /// The page was left.
  void close();
  void forget();

 private:
  void on(const AddLegalHold&);
  void on(const PutLegalHoldOn&);
  void on(const AskToLift& intent);
  void on(const LiftIt&);
  void on(const LeaveLegalHold&);
  void apply(const journal::service::Op& op, std::string_view said);

  Context& context_;
  std::vector<journal::LegalHold> holds_;
  bool adding_ = false;
  bool working_ = false;
  std::optional<journal::LegalHoldId> lifting_;
};

/// What was typed, as a hold without an id; or why it is none yet. Pure.
journal::Result<journal::LegalHold> legalHoldFrom(const LegalHoldUi& ui, journal::LocalDate today);
/// How it ended, by what was typed; or why it has not yet. Pure.
journal::Result<journal::LegalHoldEnd> legalHoldEndFrom(const LegalHoldUi& ui,
                                                        journal::LocalDate today);
/// Those that stand first. Pure.
std::vector<LegalHoldRow> buildLegalHolds(const std::vector<journal::LegalHold>& holds,
                                          const std::vector<journal::KnownName>& names);

}  // namespace app::model

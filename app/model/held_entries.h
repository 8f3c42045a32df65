#pragma once

#include <optional>
#include <vector>

#include "app/model/context.h"
#include "app/model/held_model.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// The entries on safeguarding hold inside the card: the list, one to read, and the two steps that
/// may end in its removal. UI thread only.
class HeldEntries {
 public:
  explicit HeldEntries(Context& context) : context_(context) {}

  void handle(const HeldIntent& intent);
  /// Whether an entry is open rather than the list.
  bool reading() const { return reading_.has_value(); }
  void refresh(HeldModel& model) const;
  /// Wipes what was read.
  void forget();

 private:
  void on(const OpenHeld&);
  void on(const ReadHeld& intent);
  void on(const CloseHeldPage&);
  void on(const CorrectReceipt&);
  void on(const KeepReceipt&);
  void on(const KeepWish& intent);
  void on(const RemoveHeldEntry& intent);
  void on(const KeepHeldEntry&);

  void load();
  void askReceipt();
  void apply(const journal::service::Op& op, std::function<void()> done);
  const journal::HeldEntry* entry() const;

  Context& context_;
  std::vector<journal::HeldEntry> entries_;
  std::vector<journal::Removal> removals_;
  std::optional<journal::ReflectionId> reading_;
  std::optional<journal::Reflection> words_;  ///< of the one being read, once it has come
  bool correcting_ = false;
  bool sure_ = false;
};

/// What was typed as a receipt, or why it is none yet. Pure.
journal::Result<journal::Receipt> receiptFrom(const HeldUi& ui);

/// What the list and the page are made from.
struct HeldInputs {
  const std::vector<journal::HeldEntry>& entries;
  const std::vector<journal::Removal>& removals;
  const journal::HeldEntry* reading = nullptr;
  const journal::Reflection* words = nullptr;
  bool correcting = false;
  bool sure = false;
  std::chrono::minutes utcOffset{0};
};
/// Pure.
HeldModel buildHeld(const HeldInputs& inputs, const HeldUi& ui,
                    const std::vector<journal::KnownName>& names);

}  // namespace app::model

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/read_model.h"
#include "journal/domain/held_entry.h"

// Entries on safeguarding hold (domain.md 5.3 point 8): found again in one quiet place, and brought
// to an end there.

namespace app::model {

/// Nothing of the words.
struct HeldRow {
  journal::ReflectionId id;
  std::string title;   ///< "22 January 2026, small group"
  std::string detail;  ///< "On hold since 22 January, 16:10"
};

/// One of them, open to read.
struct HeldPage {
  std::string title;
  std::string written;  ///< "Written 22 January, 16:05. On hold since 22 January, 16:10."
  std::vector<BesideBlock> blocks;
  bool isLine = false;        ///< the line that stays: there is nothing to record of it
  std::string received;       ///< what was recorded; empty: nothing yet
  bool askReceipt = false;    ///< the form is shown
  std::string receiptNotYet;  ///< why it cannot be recorded
  std::string wishNotYet;
  std::optional<journal::DslWish> wish;
  std::string removeNotYet;
  bool sure = false;  ///< it was asked to be removed: says what that does first
};

struct HeldModel {
  std::vector<HeldRow> entries;
  std::vector<HeldRow> lines;
  std::vector<std::string> removed;  ///< sentences
  std::optional<HeldPage> page;
};

/// What is typed of a receipt.
struct HeldUi {
  std::string role;
  std::string date;  ///< "2026-01-22"
  std::string time;  ///< "16:10"
};

struct OpenHeld {};
struct ReadHeld {
  journal::ReflectionId reflection;
};
struct CloseHeldPage {};
struct CorrectReceipt {};
struct KeepReceipt {};
struct KeepWish {
  journal::DslWish wish = journal::DslWish::KeepOnHold;
};
struct RemoveHeldEntry {
  bool sure = false;
};
struct KeepHeldEntry {};  ///< not removed after all
using HeldIntent = std::variant<OpenHeld, ReadHeld, CloseHeldPage, CorrectReceipt, KeepReceipt,
                                KeepWish, RemoveHeldEntry, KeepHeldEntry>;

}  // namespace app::model

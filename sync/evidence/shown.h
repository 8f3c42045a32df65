#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sync/evidence/tables.h"

// What the gate lets out. Every value here may be drawn, printed, exported and read aloud.

namespace syncing::evidence {

/// A figure as people see it. Only the gate makes one.
class ShownFigure {
 public:
  const FigureId& id() const { return id_; }
  /// "about 30", "fewer than 5" (a row), "25" or "few" (a cell).
  const std::string& text() const { return text_; }
  /// The same as a sentence part for a screen reader: "about 25 passages", "few or no passages".
  const std::string& spoken() const { return spoken_; }
  /// False when it was kept back. Nobody outside can tell why: too few, none, or because a smaller
  /// figure could have been worked out from it.
  bool shown() const { return about_.has_value(); }
  /// The rounded number, for drawing; nullopt when kept back.
  std::optional<int> about() const { return about_; }

 private:
  friend class DisclosureGate;
  FigureId id_;
  std::string text_;
  std::string spoken_;
  std::optional<int> about_;
};

/// Middle first and middle latest level of ten or more young people.
class ShownMovement {
 public:
  int first() const { return first_; }  ///< 1 to 5, for the stave
  int latest() const { return latest_; }
  /// "Glimpsed to mostly"; "Prompted, the same"
  const std::string& text() const { return text_; }
  /// "first "glimpsed, with close support", now "mostly, with little support""
  const std::string& sentence() const { return sentence_; }

 private:
  friend class DisclosureGate;
  int first_ = 1;
  int latest_ = 1;
  std::string text_;
  std::string sentence_;
};

struct ShownOutcome {
  std::string code;       ///< "P4"
  int number = 0;         ///< 1 to 5: the digit before it everywhere
  std::string shortName;  ///< "Own choices"
  std::string name;
  ShownFigure youngPeople;
  std::optional<ShownMovement> movement;  ///< nullopt: "Too few to show yet"
};

struct ShownDomain {
  std::string code;  ///< "M"
  std::string name;
  ShownFigure passages;  ///< to the nearest ten
  std::vector<ShownOutcome> outcomes;
  std::array<ShownFigure, kVoiceCount> voices;  ///< by journal::Voice
};

/// For the foot of whatever shows figures, beside the thresholds.
inline constexpr const char* kHoldingRule =
    "A figure that has been given out stays as it is until the evidence of at least five young "
    "people has changed.";

struct ShownTables {
  std::string period;  ///< "autumn term 2025 to spring term 2026"; empty when too few wrote in any
  std::vector<ShownDomain> domains;  ///< in the framework's order, to be shown side by side
  /// coverage[kind][n] for the n-th outcome over all domains in order
  std::array<std::vector<ShownFigure>, kSessionKindCount> coverage;
  int threshold = 5;
  int levelThreshold = 10;
  /// nullptr when no table has it.
  const ShownFigure* find(const FigureId& id) const;
};

}  // namespace syncing::evidence

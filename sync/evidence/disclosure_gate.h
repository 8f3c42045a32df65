#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/domain/framework.h"
#include "sync/evidence/shown.h"
#include "sync/evidence/tables.h"

// The one place where counts become something shown (security.md 5.4, domain.md 3.3 and 4.4,
// DESIGN.md 14). The rules, in the order they are applied to each figure:
//
//  1. Threshold. Under five units, or from under five young people, a figure is kept back. Nothing
//     tells none from few: the mock-up's "none" was given up for it, because a cell that turns from
//     "none" to "few" tells whoever knows which case study came in what is in it.
//  2. Rounding. To the nearest 5; passages of a domain to the nearest 10. Levels (the middle first
//     and middle latest) from ten young people up; the lower of the two middle ones.
//  3. Differencing. A figure once given out changes only when, against every earlier basis of it in
//     the ledger, nobody's or at least five young people's evidence has changed. Until then it
//     stays as it was given out (or is kept back when it has fallen under the threshold).
//  4. Secondary suppression. What is about to be shown and what the release before it showed are
//     read as an outsider would, as intervals with the sums that bind them; while that narrows any
//     kept-back count to fewer than four values, one more figure is kept back: first the domain's
//     total, then the smallest cell, last of all a row of "what has moved". Read twice: by somebody
//     who knows that a figure may be one that stayed (rule 3), and by one who takes all as of now.

namespace syncing::evidence {

/// A service may be stricter than this, never laxer.
struct GateSettings {
  int threshold = 5;             ///< values under 5 are read as 5
  bool withSecondary = true;     ///< rule 4; off only in the tests' control
  bool withDifferencing = true;  ///< rule 3; likewise
};

/// Whose evidence stood behind a figure: contributor (hashed) -> units.
using FigureBasis = std::map<std::string, std::set<std::string>>;

/// What the ledger keeps of a figure that was given out: what was shown, and what stood behind it.
/// Its insides are for the gate and the ledger alone.
class FigureRecord {
 public:
  const FigureId& id() const { return id_; }

 private:
  friend class DisclosureGate;
  friend class Ledger;
  FigureId id_;
  std::optional<int> about_;
  int first_ = 0;  ///< 0: no levels shown
  int latest_ = 0;
  /// What an outsider can conclude about the true value from this figure alone.
  int low_ = 0;
  int high_ = 0;
  /// Set when the figure was computed afresh; nullopt when it was repeated from the ledger.
  std::optional<FigureBasis> basis_;
};

/// Everything already given out, as far as the gate needs it.
class GateHistory {
 public:
  GateHistory() = default;

 private:
  friend class DisclosureGate;
  friend class Ledger;
  std::map<FigureId, FigureRecord> last_;               ///< of the release before
  std::map<FigureId, std::vector<FigureBasis>> bases_;  ///< of every release
  bool onlyGrown_ = true;  ///< nothing of the release before has been withdrawn or has run out
};

struct GateOutcome {
  ShownTables tables;
  std::vector<FigureRecord> records;  ///< for the ledger; one a figure
};

/// Pure: no clock, no storage. Cost: a few milliseconds for a service of thousands of passages.
class DisclosureGate {
 public:
  explicit DisclosureGate(GateSettings settings = {});

  GateOutcome show(const TrueTables& tables, const GateHistory& history,
                   const journal::Framework& framework) const;

  /// The history a later release is held against (the ledger builds the same from its rows).
  static void remember(GateHistory& history, const std::vector<FigureRecord>& records,
                       bool onlyGrownSince);

  /// The least number a shown figure can stand for; 0 when it was kept back.
  int leastBehind(const ShownFigure& figure) const;

  /// True when words from these people may be shown together to somebody who did not write them.
  bool enoughPeople(const std::set<std::string>& contributors) const;

 private:
  struct Draft;
  struct Audit;
  enum class Reading;  // gate_audit.h
  using Drafts = std::map<FigureId, Draft>;

  Draft draftOf(const FigureId& id, const TrueCount& count) const;
  void holdToLedger(Draft& draft, const FigureId& id, const GateHistory& history) const;
  void keepBack(Draft& draft) const;
  void auditDomain(Drafts& drafts, const GateHistory& history, const journal::Domain& domain) const;
  void auditReading(Drafts& drafts, const GateHistory& history, const journal::Domain& domain,
                    Reading reading) const;
  ShownTables shown(const Drafts& drafts, const journal::Framework& framework) const;
  std::string period(const TrueTables& tables) const;

  GateSettings settings_;
};

}  // namespace syncing::evidence

#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "journal/domain/framework.h"
#include "sync/evidence/evidence_item.h"
#include "sync/evidence/true_count.h"

// The three fixed tables of a service, chosen in advance and at most two dimensions each
// (security.md 5.4 point 6). There are no filters: a filter is a subtraction waiting to happen.
//
//   moved     outcome -> young people with a first and a latest level at least 14 days apart, and
//             the middle first and middle latest level
//   coverage  kind of session x outcome -> passages
//   voices    domain x whose words -> passages
//
// Passages marked "no chance to see it" are in none of them (ADDENDUM rule 2). Firmness is left out
// on purpose: its unit is one young person's pattern in one outcome, and nearly every cell would be
// under five.

namespace syncing::evidence {

/// The kinds of session of the coverage table, in its order. Special schools and PRUs are
/// Alternative; lessons at home and online are one to one.
enum class SessionKind : std::uint8_t { WholeClass, SmallGroups, OneToOne, Ensembles, Alternative };
inline constexpr std::size_t kSessionKindCount = 5;
SessionKind sessionKindOf(std::string_view settingName);
std::string_view title(SessionKind kind);  ///< "Whole class", as in the table
inline constexpr std::size_t kVoiceCount = 3;
std::string_view title(journal::Voice voice);  ///< "Tutor", "In their own words", "Another adult"

/// Weeks between first and latest level for a young person to be in "what has moved" (14 days).
inline constexpr int kLeastWeeksApart = 2;

/// Where a figure stands. `text` is its stable name: "moved/P4", "coverage/small_groups/P4",
/// "voices/P/tutor", "passages/P". Used in ledgers, links and commands.
struct FigureId {
  std::string text;
  friend auto operator<=>(const FigureId&, const FigureId&) = default;
};
FigureId movedFigure(std::string_view outcomeCode);
FigureId coverageFigure(SessionKind kind, std::string_view outcomeCode);
FigureId voicesFigure(std::string_view domainCode, journal::Voice voice);
FigureId passagesFigure(std::string_view domainCode);

/// Every figure's true value; see TrueCount for why nothing can be read from here. Young people's
/// levels are in the units of `moved` figures as "first>latest".
class TrueTables {
 public:
  /// Pure. Items whose outcome the framework does not know are left out.
  static TrueTables of(const std::vector<EvidenceItem>& items, const journal::Framework& framework);

 private:
  friend class DisclosureGate;
  std::map<FigureId, TrueCount> figures_;
  std::vector<std::pair<std::string, TrueCount>> terms_;  ///< oldest first: who wrote in each term
};

/// The items behind a figure, by the same rules as TrueTables (for opening it). Empty for a figure
/// that no table has, and for "passages/..", which is opened through its outcomes.
std::vector<EvidenceItem> itemsBehind(const FigureId& figure,
                                      const std::vector<EvidenceItem>& items,
                                      const journal::Framework& framework);

}  // namespace syncing::evidence

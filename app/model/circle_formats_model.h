#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/circle_model.h"

// What the pages of formats show.

namespace app::model {

struct FormatListRow {
  std::string key;  ///< code of a shipped one, id of one's own
  std::string name;
  std::string detail;  ///< "75 minutes, seven rounds"
  bool chosen = false;
};

/// A round as the agenda says it.
struct AgendaRow {
  std::string at;       ///< "0:12", from the beginning
  std::string name;     ///< "One moment each"
  std::string minutes;  ///< "24 min"
  std::string how;      ///< "Each in turn. 4 minutes for each speaker."
  std::vector<std::string> prompts;
  std::string kept;  ///< "Written down: a title. Kept for: the group"
};
struct FormatFact {
  std::string label;  ///< "What for"
  std::string words;
};
/// One format to read.
struct FormatReading {
  std::string key;
  std::string code;  ///< to plan with
  std::string name;
  std::string detail;
  std::vector<FormatFact> facts;
  std::vector<AgendaRow> agenda;
  std::vector<float> shares;  ///< of the bar, one for each round
  std::string total;          ///< "75 minutes together"
  std::string author;
  std::string licence;
  std::string notReady;  ///< why it cannot be run, in a sentence; empty: it can
  bool own = false;
  bool aside = false;
};

/// One while it is made; its words are in FormatsUi::draft.
struct FormatMakingModel {
  std::string title;
  std::vector<PlanRoundRow> rounds;
  std::string total;    ///< "75 minutes together, seven rounds"
  std::string problem;  ///< why it cannot be run yet; empty: it can
  std::string saved;    ///< "Saved on this laptop"
  std::vector<CircleChoice> kinds;
  std::vector<CircleChoice> keeps;
  std::vector<CircleChoice> presenters;
  std::vector<CircleChoice> dots;
  std::vector<CircleChoice> turns;  ///< of the round that is open
  std::optional<std::uint64_t> open;
  std::string takenOut;  ///< a round that can be put back
};

struct PassingOnModel {
  std::string notYet;
  std::string said;
  bool problem = false;
};
struct TakingInModel {
  bool working = false;
  std::string lookNotYet;
  std::string problem;
  std::optional<FormatReading> found;
  std::string beside;  ///< that one like it is here
  bool same = false;   ///< and just as it is
};

struct FormatsModel {
  std::vector<FormatListRow> shipped;
  std::vector<FormatListRow> own;
  std::vector<FormatListRow> aside;
  std::optional<FormatReading> reading;
  std::optional<PassingOnModel> passing;  ///< the one that is read
  std::optional<TakingInModel> taking;
  std::optional<FormatMakingModel> making;  ///< on CirclePage::Making
};

}  // namespace app::model

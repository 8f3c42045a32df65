#include "app/model/keeping_who.h"

#include <algorithm>

#include "app/keeping/about.h"
#include "app/model/form.h"
#include "app/model/your_data_words.h"

namespace app::model {

using journal::KnownName;
using journal::NameKind;
using journal::Result;

std::vector<WhoChoice> whoChoices(const std::vector<KnownName>& names) {
  std::vector<WhoChoice> choices;
  for (const NameKind kind : {NameKind::YoungPerson, NameKind::Colleague}) {
    for (const KnownName& name : names) {
      if (name.kind == kind) choices.push_back({name.id.hex(), name.codeName});
    }
  }
  return choices;
}

Result<KnownName> whoFrom(const WhoUi& ui, const std::vector<KnownName>& names) {
  const bool typed = !nothingTyped(ui.typed);
  if (!typed && ui.chosen.empty()) return notYet(tr::kSayWhoFirst);
  auto who = app::whoIsMeant(names, typed ? journal::trimmed(ui.typed) : ui.chosen);
  if (who.ok() && who->kind == NameKind::Place) return notYet(tr::kThatIsAPlace);
  return who;
}

std::string lookNotYet(const WhoUi& ui, const std::vector<KnownName>& names) {
  const auto who = whoFrom(ui, names);
  if (!who.ok()) return who.error().advice;
  return nothingTyped(ui.reason) ? std::string(tr::kSayWhyFirst) : std::string();
}

std::string_view kindWords(std::string_view kind) {
  struct Kind {
    std::string_view kind;
    std::string_view words;
  };
  static constexpr Kind kKinds[] = {{"reflection", "A reflection"},
                                    {"intention", "Something meant for next time"},
                                    {"timetable", "A lesson of the timetable"},
                                    {"word", "A word the spelling knows"},
                                    {"case_study", "A case study"},
                                    {"name", "Their name and code name"},
                                    {"plan", "What was planned with them"},
                                    {"permission", "An answer on how far notes may go"}};
  for (const Kind& one : kKinds) {
    if (one.kind == kind) return one.words;
  }
  return kind;
}

}  // namespace app::model

#include "journal/domain/theme.h"

#include <algorithm>

namespace journal {

bool mayLeaveAGroup(session::CardKind kind) {
  using session::CardKind;
  return kind != CardKind::Moment && kind != CardKind::Word;
}

bool isTermName(std::string_view text) {
  for (const std::string_view season : {"autumn term ", "spring term ", "summer term "}) {
    if (!text.starts_with(season) || text.size() != season.size() + 4) continue;
    const std::string_view year = text.substr(season.size());
    return std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  return false;
}

}  // namespace journal

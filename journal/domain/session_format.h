#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// One round of a reflection group's session (domain.md 2.7).
struct Round {
  std::string name;
  int minutes = 0;
  std::string who;
  std::vector<std::string> prompts;
  std::string captured;
  std::string keptFor;
};

/// How a session of a group runs, e.g. format A "Half-term round".
struct SessionFormat {
  std::string code;
  std::string name;
  int minutes = 0;
  std::string size;
  std::string purpose;
  std::string when;
  std::vector<Round> rounds;
};

struct FormatLibrary {
  std::vector<SessionFormat> formats;
  const SessionFormat* find(std::string_view code) const;
};

}  // namespace journal

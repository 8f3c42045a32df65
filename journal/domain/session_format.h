#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/session/plan.h"

namespace journal {

/// One round of a reflection group's session (domain.md 2.7).
struct Round {
  std::string name;
  int minutes = 0;
  std::string who;
  std::vector<std::string> prompts;
  std::string captured;
  std::string keptFor;
  // How it runs (session/plan.h).
  session::RoundKind kind = session::RoundKind::Talk;
  session::Keep keep = session::Keep::Group;
  int turnSeconds = 0;
  int presenter = 0;  ///< from 1; 0: nobody in particular
  int dots = 0;
  friend bool operator==(const Round&, const Round&) = default;
};

/// How a session of a group runs, e.g. format A "Half-term round".
struct SessionFormat {
  std::string code;
  std::string name;
  int minutes = 0;  ///< of the rounds together: sumOfRounds()
  std::string size;
  std::string purpose;
  std::string when;
  std::vector<Round> rounds;
  std::string roles = {};
  std::string prework = {};
  std::string notes = {};
  std::string author = {};   ///< of a format that somebody made
  std::string licence = {};  ///< under which it may be passed on
  friend bool operator==(const SessionFormat&, const SessionFormat&) = default;
};

struct FormatLibrary {
  std::vector<SessionFormat> formats;
  const SessionFormat* find(std::string_view code) const;
};

int sumOfRounds(const SessionFormat& format);

/// What a session of this format is to be; `sealedWords` is left to whoever can seal. InvalidInput
/// with a sentence for a format that cannot be run: no round, a round without minutes, dots where
/// nobody votes or none where they do.
Result<session::Plan> planOf(const SessionFormat& format, session::Naming naming);

}  // namespace journal

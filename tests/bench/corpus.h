#pragma once

#include <string>
#include <vector>

#include "journal/base/id.h"
#include "journal/base/random.h"

namespace bench {

/// A made-up reflection.
struct Entry {
  std::size_t number = 0;
  std::string id;  ///< 32 hex digits
  std::string title;
  std::string body;
  int daysAgo = 0;
};

/// Deterministic reflections with planted words of known frequency, in the spirit of the shared
/// corpus: about 240 words each, 20,000 Zipf-like names, and
///   0.1 % "heliotrope"   1 % "quiet corner of the room"   2 % "café"   5 % "safeguarding concern"
///   38 % "team"          60 % a word beginning "assess"
/// Entries come oldest first.
class Corpus {
 public:
  Corpus(std::size_t count, std::uint64_t seed);
  Entry next();

 private:
  const std::string& name();
  std::string sentence();
  std::size_t count_;
  std::size_t made_ = 0;
  journal::SeededRandom random_;
  std::vector<std::string> names_;
  std::vector<double> weights_;  ///< cumulative
};

struct PlantedQuery {
  const char* name;
  const char* typed;  ///< as a person types it
  const char* fts;    ///< the same for FTS5
};
/// The queries whose answers the corpus plants.
const std::vector<PlantedQuery>& plantedQueries();

}  // namespace bench

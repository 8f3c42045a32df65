#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Words to read, as the screens show them: paragraphs of runs.

namespace app::model {

struct ResultRun {
  enum class Kind : std::uint8_t { Plain, Found, Mention };
  Kind kind = Kind::Plain;
  std::string text;
};
struct BesideBlock {
  bool prompt = false;  ///< a heading of the prompt set
  std::vector<ResultRun> runs;
};

}  // namespace app::model

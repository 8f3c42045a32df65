// The corpus that sync_bench uses, a JSON object a line, for programs that are measured beside
// ours.
//   corpus_lines REFLECTIONS
#include <cstdio>
#include <cstdlib>

#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"

namespace {

/// The corpus has no control characters and no quotes but these.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  bench::Corpus corpus(count, bench::kSeed);
  for (std::size_t i = 0; i < count; ++i) {
    const bench::Entry entry = corpus.next();
    std::printf("{\"_id\":\"%s\",\"body\":%s}\n", entry.id.c_str(), quoted(entry.body).c_str());
  }
  return 0;
}

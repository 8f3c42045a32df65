// Stands in for libFuzzer where there is none: feeds every file of a corpus folder, and seeded
// mutations of them, to the target. Fails by crashing, as libFuzzer does.   replay CORPUS_FOLDER
// [MUTATIONS]
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "journal/base/random.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::uint64_t kSeed = 20261124;
constexpr std::size_t kLongestInput = 4096;

void feed(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> corpusOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

/// Changes a byte, cuts a part, repeats a part, or puts in a part of another input.
void mutate(std::string& input, const std::vector<std::string>& corpus,
            journal::SeededRandom& random) {
  const std::size_t at = random.below(input.size() + 1);
  const std::size_t length = random.below(std::min<std::size_t>(input.size() - at, 32) + 1);
  const std::string& other = corpus[random.below(corpus.size())];
  const std::size_t from = random.below(other.size() + 1);
  switch (random.below(5)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random.next());
      break;
    case 1:
      input.erase(at, length);
      break;
    case 2:
      input.insert(at, input.substr(at, length));
      break;
    case 3:
      input.insert(at, other.substr(from, random.below(64)));
      break;
    default:
      input.insert(at, 1, static_cast<char>(random.next()));
      break;
  }
  if (input.size() > kLongestInput) input.resize(kLongestInput);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return EXIT_FAILURE;
  std::vector<std::string> corpus = corpusOf(argv[1]);
  if (corpus.empty()) {
    std::cerr << "no seed inputs\n";
    return EXIT_FAILURE;
  }
  for (const std::string& input : corpus) feed(input);
  feed({});
  journal::SeededRandom random(kSeed);
  const int mutations =
      argc > 2 ? std::atoi(argv[2]) : 2000;  // NOLINT(cert-err34-c): our own CMake gives it
  for (int i = 0; i < mutations; ++i) {
    std::string input = corpus[random.below(corpus.size())];
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) mutate(input, corpus, random);
    feed(input);
  }
  std::cout << corpus.size() << " seed inputs and " << mutations << " mutations of them\n";
  return EXIT_SUCCESS;
}

#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/exchange/import.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/name_book.h"

namespace journal::exchange::test {

namespace fs = std::filesystem;

/// The bytes of a file of the repository; fails the test when it is not there.
std::string sourceFile(const std::string& path);

/// The framework that ships.
const Framework& shippedFramework();

/// Everything an importer yields, kept.
struct Taken {
  std::vector<ImportedReflection> items;
  NameBook names{{}, derivedIds("names")};
  ImportReport report;
  std::vector<TimetableEntry> lessons;
  std::string text(std::size_t item) const { return items.at(item).reflection.text; }
};
/// A fresh folder of its own, gone at the end.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("afternote-md-" + std::to_string(::getpid()) + "-" + std::to_string(next_++))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

 private:
  static inline int next_ = 0;
  fs::path path_;
};

/// A sink that keeps everything in `taken`, which must outlive it.
ImportSink keepIn(Taken& taken);

Taken importJsonl(const std::string& bytes);
/// The 40 labelled sample reflections.
Taken importSamples();

/// A reflection with unruly text: several scripts, marks, mentions, prompts, tags on any border.
/// `names` are those it may mention.
ImportedReflection randomReflection(SeededRandom& random, const std::vector<KnownName>& names);
std::vector<KnownName> someNames();
/// Text of random pieces, without tokens; never empty.
std::string randomText(SeededRandom& random);

}  // namespace journal::exchange::test

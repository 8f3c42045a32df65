#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/name_book.h"

namespace journal::exchange::test {

/// The bytes of a file of the repository; fails the test when it is not there.
std::string sourceFile(const std::string& path);

/// The framework that ships.
const Framework& shippedFramework();

/// Everything an importer yields, kept.
struct Taken {
  std::vector<ImportedReflection> items;
  NameBook names{{}, derivedIds("names")};
  ImportReport report;
  std::string text(std::size_t item) const { return items.at(item).reflection.text; }
};
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

#include "journal/domain/redaction.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace journal {
namespace {

std::vector<KnownName> somePeople(SeededRandom& random) {
  const char* real[] = {"Ayaan Chaudhry", "Ines Costa", "Tom Reed", "Millhope Primary"};
  const char* codes[] = {"Wren", "Robin", "the SENCO", "a primary school"};
  const NameKind kinds[] = {NameKind::YoungPerson, NameKind::YoungPerson, NameKind::Colleague,
                            NameKind::Place};
  std::vector<KnownName> people;
  for (std::size_t i = 0; i < 4; ++i) {
    KnownName name;
    name.id = NameId::random(random);
    name.realName = real[i];
    name.codeName = codes[i];
    name.kind = kinds[i];
    people.push_back(name);
  }
  return people;
}

TEST(Redaction, TheReaderIsNamedAndNobodyElseIsHoweverTheyWereWritten) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const auto people = somePeople(random);
    const Redactor redacted(people, people[0].id, {"Mrs Dunne"});
    std::string text;
    for (std::uint64_t n = 2 + random.below(10); n > 0; --n) {
      const KnownName& name = people[random.below(4)];
      const std::string ways[] = {mentionToken(name.id), name.realName, name.codeName,
                                  headingToken("And " + name.realName + "?"), "Mrs Dunne"};
      text += ways[random.below(5)] + (random.below(3) == 0 ? ". " : " and ");
    }
    const std::string read = redacted(text);
    for (const char* gone : {"Ines", "Costa", "Robin", "Tom Reed", "SENCO", "Dunne"}) {
      EXPECT_EQ(read.find(gone), std::string::npos) << read;
    }
    for (const NameId id : redacted.named(text)) {
      if (id == people[0].id) {
        EXPECT_NE(read.find("Ayaan Chaudhry"), std::string::npos) << read;
      }
    }
    EXPECT_EQ(read, sanitisePlain(read));
  }
}

TEST(Redaction, PlacesStayAndSomebodyWhoWasErasedIsSomeone) {
  SeededRandom random(1);
  const auto people = somePeople(random);
  const Redactor redacted(people, people[0].id, {});
  EXPECT_EQ(redacted("Wren met Ines at Millhope Primary, and " +
                     mentionToken(NameId::random(random)) + "."),
            "Ayaan Chaudhry met [another young person] at Millhope Primary, and [someone].");
}

}  // namespace
}  // namespace journal

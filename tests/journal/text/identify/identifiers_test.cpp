// What is found in a tutor's text, and what is left alone, a sentence each.
#include <gtest/gtest.h>

#include "tests/journal/text/identify/lists.h"

namespace journal::text {
namespace {

const std::vector<std::string> kAyaan{"Ayaan Chaudhry"};

TEST(KnownNames, AreFoundInEveryWrittenForm) {
  for (const char* written :
       {"Ayaan",        "Chaudhry",    "Ayaan Chaudhry", "ayaan",       "AYAAN",
        "Ayan",         "Ayaaan",      "Ayann",          "Ay\u200Baan", "A\u00ADyaan",
        "\u0410yaan",   "Ay\u0430an",  "Ay\u00E1an",     "Aya",         "AC",
        "A.C.",         "A. Chaudhry", "Ayaan C",        "Ayaans",      "Ay**aan**",
        "AyaanChaudhry"}) {
    const std::string text = std::string("Today it was ") + written + " on drums.";
    ASSERT_EQ(findIn(text, kAyaan).size(), 1U) << written;
    EXPECT_EQ(findIn(text, kAyaan)[0].kind, IdentifierKind::Person) << written;
    EXPECT_EQ(findIn(text, kAyaan)[0].begin, 13U) << written;
  }
}

TEST(KnownNames, LeaveTheirPossessiveBehind) {
  EXPECT_EQ(shown("I mended Ayaan's reed.", kAyaan), "PERSON Ayaan");
  EXPECT_EQ(shown("I mended Ayaan\u2019s reed.", kAyaan), "PERSON Ayaan");
}

TEST(KnownNames, AreFoundByNicknameAndShortForm) {
  EXPECT_EQ(shown("Liz and Temi sang.", {"Elizabeth Hart", "Temitope Balogun"}),
            "PERSON Liz; PERSON Temi");
  EXPECT_EQ(shown("then boots put the kick in.", {"Callum Boothroyd"}), "PERSON boots");
  EXPECT_EQ(shown("We let Kosua choose.", {"Akosua Boateng"}), "PERSON Kosua");
}

TEST(KnownNames, AreFoundWithTheirHyphenOrWithout) {
  for (const char* written : {"Mei-Lin", "Mei Lin", "Meilin", "Mei-lin"})
    EXPECT_EQ(shown(std::string("I asked ") + written + ".", {"Mei-Lin Zhou"}),
              std::string("PERSON ") + written);
}

TEST(NamesThatAreWords, AreJudgedByTheirUse) {
  const std::vector<std::string> roster{"Hope Lattimer", "Will Hargreaves", "Rose Attwater",
                                        "River Haigh",   "Mark Dunning",    "Patience Sarpong"};
  EXPECT_EQ(shown("Hope came back. I hope she stays; I had given up hope.", roster), "PERSON Hope");
  EXPECT_EQ(shown("Will played. Will you write to her? I will.", roster), "PERSON Will");
  EXPECT_EQ(shown("The mood rose when Rose came in.", roster), "PERSON Rose");
  EXPECT_EQ(shown("We sat by the river with River.", roster), "PERSON River");
  EXPECT_EQ(shown("Mark the pedal in pencil. Mark did.", roster), "PERSON Mark");
  EXPECT_EQ(shown("I needed patience, and I got Patience.", roster), "PERSON Patience");
}

TEST(NamesThatAreWords, AreJudgedByTheirUseWhereNothingHasACapital) {
  const std::vector<std::string> roster{"Will Dunn", "Hope Hart"};
  EXPECT_EQ(shown("will i need the amp? told will to ask. i hope hope comes.", roster),
            "PERSON will; PERSON hope");
}

TEST(OtherPeople, AreFoundByTheirTitle) {
  EXPECT_EQ(shown("I told Mrs Pickersgill and Mr. Tudor-Rees."),
            "PERSON Mrs Pickersgill; PERSON Mr. Tudor-Rees");
  EXPECT_EQ(shown("her auntie yaa and mr d were there."), "PERSON auntie yaa; PERSON mr d");
  EXPECT_EQ(shown("'Miss, I sing at home,' she said."), "");
}

TEST(OtherPeople, AreNotFoundAfterWordsThatOnlyLookLikeTitles) {
  EXPECT_EQ(shown("Her mum has MS. His is no better."), "QUASI has MS");
}

TEST(OtherPeople, AreFoundByWhatStandsBeforeThem) {
  EXPECT_EQ(shown("her mum karen rang. his TA, dave, helped."), "PERSON karen; PERSON dave");
  EXPECT_EQ(shown("A boy called Bash sat with Vikesh."), "PERSON Bash; PERSON Vikesh");
}

TEST(OtherPeople, AreFoundByWhatTheyAreCalled) {
  EXPECT_EQ(shown("His nan calls him Tiger and he goes by Flash."), "PERSON Tiger; PERSON Flash");
}

TEST(OtherPeople, AreFoundBesideSomebody) {
  EXPECT_EQ(shown("Sky and Tegan, flutes."), "PERSON Sky; PERSON Tegan");
  EXPECT_EQ(shown("Grace: brilliant feel."), "PERSON Grace");
}

TEST(OtherPeople, AreFoundAgainInShort) {
  EXPECT_EQ(shown("A new lad, Dexter. Dex said nothing."), "PERSON Dexter; PERSON Dex");
}

TEST(Music, NamesNobody) {
  for (const char* text :
       {"We turned to the Bach and the Clementi Sonatina.", "Danny Boy, then F\u00FCr Elise.",
        "That Dua Lipa medley and one Coldplay song.", "Acker Bilk on my phone.",
        "The Roland keyboard, the Yamaha and a Vandoren reed.", "Grade 5 ABRSM in G minor.",
        "They chose 'A Nightingale Sang in Berkeley Square'.", "GarageBand, not BandLab.",
        "Shostakovich arranged for the Suzuki group.", "On Monday in March, Year 4, after Easter."})
    EXPECT_EQ(shown(text), "") << text;
}

TEST(Music, DoesNotHideTheChildOfTheSameName) {
  EXPECT_EQ(shown("Elise will not play F\u00FCr Elise.", {"Elise Vandermeer"}), "PERSON Elise");
  EXPECT_EQ(shown("Danny hates Danny Boy.", {"Danylo Kovalenko", "Danny Ray"}), "PERSON Danny");
}

TEST(Schools, AreFoundByTheirHeadWord) {
  EXPECT_EQ(shown("At Larkbeck Primary and Emmanuel Rise C of E."),
            "SCHOOL Larkbeck Primary; SCHOOL Emmanuel Rise C of E");
  EXPECT_EQ(shown("Off to Ashgrove Music Centre, then St Cuthbert's."),
            "SCHOOL Ashgrove Music Centre; SCHOOL St Cuthbert's");
  EXPECT_EQ(shown("Dolwen Juniors was cold. I like Dolwen."),
            "SCHOOL Dolwen Juniors; SCHOOL Dolwen");
}

TEST(Schools, AreFoundWithoutOneWhereASettingWouldStand) {
  EXPECT_EQ(shown("We met at Woodlands, then went up to the Hollies."),
            "SCHOOL Woodlands; SCHOOL Hollies");
  EXPECT_EQ(shown("I sang at Holy Family and at Ysgol Bryn Castell."),
            "SCHOOL Holy Family; SCHOOL Ysgol Bryn Castell");
  EXPECT_EQ(shown("then on to castlegate unit and hollybank primary."),
            "SCHOOL castlegate unit; SCHOOL hollybank primary");
}

TEST(Schools, HaveTheirHallWithThem) {
  EXPECT_EQ(shown("Fridays at St Wystan's parish hall."), "SCHOOL St Wystan's parish hall");
  EXPECT_EQ(shown("so monday six guitars at quarry lane juniors again."),
            "SCHOOL quarry lane juniors");
}

TEST(Addresses, AreOneThingFromFlatToPostcode) {
  EXPECT_EQ(shown("Send it to Flat 2, Alder House, Quarry Lane, BD99 9ZZ; thanks."),
            "CONTACT Flat 2, Alder House, Quarry Lane, BD99 9ZZ");
}

TEST(Addresses, AreFoundWithTheirNumber) {
  EXPECT_EQ(shown("He is at 12 St Mary's Close, not flat 4b Ashdown House."),
            "CONTACT 12 St Mary's Close; CONTACT flat 4b Ashdown House");
}

TEST(Schools, AreNotFoundInRolesAndBodies) {
  EXPECT_EQ(shown("The Virtual School rang the DSL about Year 4."), "");
}

TEST(Places, AreFoundByListAndByForm) {
  EXPECT_EQ(shown("He moved to Keighley; his gran is in Lagos."), "PLACE Keighley; PLACE Lagos");
  EXPECT_EQ(shown("Down Priory Hill to the Marlpit estate on the 662 bus."),
            "PLACE Priory Hill; PLACE Marlpit estate; PLACE 662 bus");
  EXPECT_EQ(shown("Leave B flat alone, in the reading room."), "");
}

TEST(Dates, AreFoundWhenExact) {
  for (const char* written : {"Thursday 11th July", "3 july", "30th January", "July 3rd",
                              "14/03/2024", "2024-07-03", "14.06.2025", "1 February 2025"})
    EXPECT_EQ(shown(std::string("it is ") + written + " then."), std::string("DATE ") + written);
}

TEST(Dates, AreNotFoundInMetresMonthsAndWeekdays) {
  EXPECT_EQ(shown("In 3/4, not 6/8, on Monday, in May: bars 9-16, 2.5 minutes."), "");
}

TEST(Ages, AreFoundWhenExact) {
  EXPECT_EQ(shown("She is nine. He turned fifteen on Monday. Twelve years old and a 7-year-old."),
            "AGE nine; AGE fifteen; AGE Twelve; AGE 7");
  EXPECT_EQ(shown("We counted to nine, played ten bars and were five minutes late."), "");
}

TEST(Circumstances, AreFoundOverWhatElseIsThere) {
  EXPECT_EQ(shown("The Eze twins laughed.", {"Chidera Eze"}), "PERSON Eze; QUASI twins");
  EXPECT_EQ(shown("She is the only Chinese girl in the year."),
            "QUASI the only Chinese girl in the year");
  EXPECT_EQ(shown("He is in foster care and on a tag till christmas."),
            "QUASI foster care; QUASI on a tag till christmas");
}

TEST(Suggestions, AreBlursOfTheirKind) {
  const auto one = [](std::string_view text, const std::vector<std::string>& roster = {}) {
    const auto found = findIn(text, roster);
    return found.empty() ? std::string() : found[0].suggestion;
  };
  EXPECT_EQ(one("I saw Ayaan.", kAyaan), "a young person");
  EXPECT_EQ(one("I saw Mrs Pickersgill."), "a colleague");
  EXPECT_EQ(one("At Larkbeck Primary."), "a primary school");
  EXPECT_EQ(one("On 30th January."), "spring term");
  EXPECT_EQ(one("She is nine years old."), "upper primary");
  EXPECT_EQ(one("Ring 07700 900377."), "contact details");
}

}  // namespace
}  // namespace journal::text

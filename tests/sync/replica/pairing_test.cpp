#include "sync/replica/pairing.h"

#include <set>

#include <gtest/gtest.h>

#include "sync/replica/pairing_words.h"
#include "tests/sync/replica/family.h"
#include "tests/sync/replica/letter_hub.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;
using journal::crypto::SecretString;
using tests::Family;
using tests::LetterHub;
using tests::Member;

PairingCode typed(const SecretString& shown) {
  return PairingCode::parse(shown).value();
}

/// A laptop that adds a device, and the machine that is to be it.
struct Pairing {
  explicit Pairing(std::uint64_t seed)
      : family(seed),
        machine(family.stranger()),
        old(*family[0].keyring, *family[0].signer, family.nowMs, family.random),
        nowMs(family.nowMs) {
    hub.list = family[0].told;
  }
  JoiningDevice joining(const PairingCode& code) { return joiningAs(machine, code); }
  JoiningDevice joiningAs(const Member& who, const PairingCode& code) {
    return {typed(code.text()), *who.signer, who.boxSeed.clone(),
            "Imani's tablet",   nowMs,       family.random};
  }
  void lookAt(JoiningDevice& fresh) {
    EXPECT_TRUE(old.look(hub, nowMs).ok());
    EXPECT_TRUE(fresh.look(hub, nowMs).ok());
  }
  wire::DeviceStatement agree() {
    const DeviceList list = family.upToDate(0);
    return old.agree(family.maker(0, list)).value();
  }

  Family family;
  Member machine;
  AddingDevice old;
  std::int64_t nowMs;
  LetterHub hub;
};

TEST(Pairing, BothShowTheSameSixWordsAndThenTheNewDeviceHasEverything) {
  Pairing on(101);
  on.family.renew(0);
  on.hub.list = on.family[0].told;
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(typed(on.old.code()));
  for (int i = 0; i < 3; ++i) on.lookAt(fresh);
  ASSERT_EQ(on.old.stage(), PairingStage::Comparing);
  ASSERT_EQ(fresh.stage(), PairingStage::Comparing);
  EXPECT_EQ(on.old.words(), fresh.words());
  EXPECT_EQ(on.old.newcomerName(), "Imani's tablet");
  EXPECT_EQ(fresh.vault(), on.family[0].keyring->vault());
  EXPECT_EQ(on.hub.letters.size(), 3U);  // nothing that opens anything

  on.agree();
  for (int i = 0; i < 2; ++i) on.lookAt(fresh);
  ASSERT_EQ(on.old.stage(), PairingStage::Done);
  ASSERT_EQ(fresh.stage(), PairingStage::Done);
  const auto keyring = fresh.finish(on.hub.list);
  ASSERT_TRUE(keyring.ok()) << keyring.error().detail;
  EXPECT_EQ(keyring->epochCount(), 2U);
  EXPECT_EQ(keyring->sealing(), on.family[0].keyring->sealing());
  EXPECT_EQ(keyring->mark({}), on.family[0].keyring->mark({}));
  EXPECT_TRUE(journal::crypto::equal(keyring->names(), on.family[0].keyring->names()));
}

TEST(Pairing, ACodeIsReadHoweverItIsTyped) {
  SeededRandom random(102);
  const PairingCode code = PairingCode::random(random);
  const std::string text(code.text().view());
  EXPECT_EQ(text.size(), 19U);
  std::string sloppy = "  ";
  for (const char c : text) {
    if (c == '-') {
      sloppy += " ";
    } else {
      sloppy += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    }
  }
  EXPECT_EQ(typed(SecretString(sloppy)).text().view(), text);
  for (const std::string& no :
       {std::string(), text.substr(0, 18), text + "7", "U" + text.substr(1)}) {
    const auto parsed = PairingCode::parse(SecretString(no));
    ASSERT_FALSE(parsed.ok()) << no;
    EXPECT_FALSE(parsed.error().advice.empty());
  }
}

TEST(Pairing, UnderAnotherCodeNobodyWaits) {
  Pairing on(103);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(PairingCode::random(on.family.random));
  const auto looked = fresh.look(on.hub, on.nowMs);
  EXPECT_EQ(looked.error().code, ErrorCode::NotFound);
  EXPECT_FALSE(looked.error().advice.empty());
  EXPECT_EQ(on.hub.letters.size(), 1U);
}

TEST(Pairing, AfterTenMinutesTheCodeNoLongerWorks) {
  Pairing on(104);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(typed(on.old.code()));
  ASSERT_TRUE(fresh.look(on.hub, on.nowMs).ok());
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs + kPairingMs).ok());
  EXPECT_EQ(on.old.stage(), PairingStage::Stopped);
  EXPECT_EQ(on.old.whyStopped()->code, ErrorCode::Cancelled);
  ASSERT_TRUE(fresh.look(on.hub, on.nowMs + kPairingMs).ok());
  EXPECT_EQ(fresh.stage(), PairingStage::Stopped);
}

TEST(Pairing, AClockSetBackDoesNotKeepACodeAlive) {
  Pairing on(105);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs - 2 * kPairingMs).ok());
  EXPECT_EQ(on.old.stage(), PairingStage::Stopped);
}

TEST(Pairing, ACodeWorksOnce) {
  Pairing on(106);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice first = on.joining(typed(on.old.code()));
  ASSERT_TRUE(first.look(on.hub, on.nowMs).ok());
  const Member another = on.family.stranger();
  JoiningDevice second = on.joiningAs(another, typed(on.old.code()));
  ASSERT_TRUE(second.look(on.hub, on.nowMs).ok());
  EXPECT_EQ(second.stage(), PairingStage::Stopped);
  EXPECT_EQ(second.whyStopped()->code, ErrorCode::Conflict);
  for (int i = 0; i < 2; ++i) on.lookAt(first);
  EXPECT_EQ(on.old.words(), first.words());
}

TEST(Pairing, BeforeAPersonAgreedNothingIsAddedAndAfterTheyDifferNothingIs) {
  Pairing on(107);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  {
    const DeviceList list = on.family.upToDate(0);
    EXPECT_EQ(on.old.agree(on.family.maker(0, list)).error().code, ErrorCode::Conflict);
  }
  JoiningDevice fresh = on.joining(typed(on.old.code()));
  for (int i = 0; i < 3; ++i) on.lookAt(fresh);
  on.old.stop();
  for (int i = 0; i < 3; ++i) on.lookAt(fresh);
  EXPECT_EQ(on.hub.list.size(), 1U);
  EXPECT_EQ(fresh.stage(), PairingStage::Comparing);
  const DeviceList list = on.family.upToDate(0);
  EXPECT_EQ(on.old.agree(on.family.maker(0, list)).error().code, ErrorCode::Conflict);
}

TEST(Pairing, AnyByteThatIsChangedOnTheWayStopsItBeforeWordsOrKeys) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    Pairing on(1000 + seed);
    SeededRandom random(seed);
    const std::size_t which = random.below(4);
    on.hub.meddle = [&](const LetterHub::Box& box, std::string letter) {
      const auto at = std::find(on.hub.order.begin(), on.hub.order.end(), box);
      if (static_cast<std::size_t>(at - on.hub.order.begin()) != which) return letter;
      letter[random.below(letter.size())] ^= static_cast<char>(1 << random.below(8));
      return letter;
    };
    ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
    JoiningDevice fresh = on.joining(typed(on.old.code()));
    for (int i = 0; i < 3; ++i) on.lookAt(fresh);
    if (which == 3) {
      on.agree();
      for (int i = 0; i < 2; ++i) on.lookAt(fresh);
    }
    const bool stopped =
        on.old.stage() == PairingStage::Stopped || fresh.stage() == PairingStage::Stopped;
    EXPECT_TRUE(stopped) << seed;
    EXPECT_NE(fresh.stage(), PairingStage::Done) << seed;
  }
}

/// Somebody who knows the code (it was read aloud in a café) and owns the hub stands between: to
/// each side it plays the other.
TEST(Pairing, WhoStandsBetweenAndKnowsTheCodeShowsOtherWordsOnEachSide) {
  Pairing on(108);
  Family attacker(109);
  const PairingCode code = typed(on.old.code());
  LetterHub toNew;
  toNew.list = attacker[0].told;
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());

  // To the new device: the attacker's own hello, so that its own reveal fits.
  const PairingReveal reveal{attacker[0].keyring->vault(), attacker[0].id(),
                             attacker[0].signer->publicKey(),
                             attacker[0].keyring->boxKey().publicKey(), wire::Digest{}};
  const std::string revealBytes = encodeReveal(reveal);
  const std::string hello =
      encodeHello({journal::crypto::hash(journal::crypto::bytesOf(revealBytes))});
  const auto leave = [&](LetterHub& hub, LetterKind kind, const std::string& bytes) {
    const Pigeonhole place = placeOf(code, kind);
    ASSERT_TRUE(
        hub.leaveLetter(place.box, place.slot, sealLetter(code, kind, bytes, attacker.random))
            .ok());
  };
  leave(toNew, LetterKind::Hello, hello);
  leave(toNew, LetterKind::Reveal, revealBytes);
  JoiningDevice fresh = on.joining(code);
  ASSERT_TRUE(fresh.look(toNew, on.nowMs).ok());
  ASSERT_EQ(fresh.stage(), PairingStage::Comparing);

  // To the old device: a machine of its own.
  const Member spy = attacker.stranger();
  JoiningDevice asSpy = on.joiningAs(spy, code);
  ASSERT_TRUE(asSpy.look(on.hub, on.nowMs).ok());
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  ASSERT_EQ(on.old.stage(), PairingStage::Comparing);
  EXPECT_NE(on.old.words(), fresh.words());
}

TEST(Pairing, ARevealThatWasNotCommittedToIsNotBelieved) {
  Pairing on(110);
  const PairingCode code = typed(on.old.code());
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(code);
  ASSERT_TRUE(fresh.look(on.hub, on.nowMs).ok());
  PairingReveal chosenLater;
  chosenLater.vault = on.family[0].keyring->vault();
  const Pigeonhole place = placeOf(code, LetterKind::Reveal);
  on.hub.letters[{place.box, place.slot}] =
      sealLetter(code, LetterKind::Reveal, encodeReveal(chosenLater), on.family.random);
  ASSERT_TRUE(fresh.look(on.hub, on.nowMs).ok());
  EXPECT_EQ(fresh.stage(), PairingStage::Stopped);
}

TEST(Pairing, LettersOfAnEarlierPairingFitNoLater) {
  Pairing on(111);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice first = on.joining(typed(on.old.code()));
  for (int i = 0; i < 3; ++i) on.lookAt(first);
  std::vector<std::string> recorded;
  for (const LetterHub::Box& box : on.hub.order) recorded.push_back(on.hub.letters.at(box));

  for (const std::string& replayed : recorded) {
    AddingDevice again(*on.family[0].keyring, *on.family[0].signer, on.nowMs, on.family.random);
    LetterHub hub;
    ASSERT_TRUE(again.look(hub, on.nowMs).ok());
    const Pigeonhole place = placeOf(typed(again.code()), LetterKind::Letter);
    hub.letters[{place.box, place.slot}] = replayed;
    ASSERT_TRUE(again.look(hub, on.nowMs).ok());
    EXPECT_EQ(again.stage(), PairingStage::Stopped);
  }
}

TEST(Pairing, ALetterInAnotherLettersPlaceIsNotTakenForIt) {
  Pairing on(112);
  const PairingCode code = typed(on.old.code());
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  const Pigeonhole hello = placeOf(code, LetterKind::Hello);
  const Pigeonhole letter = placeOf(code, LetterKind::Letter);
  on.hub.letters[{letter.box, letter.slot}] = on.hub.letters.at({hello.box, hello.slot});
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  EXPECT_EQ(on.old.stage(), PairingStage::Stopped);
}

TEST(Pairing, ABrokenLineAndLostRepliesOnlyDelayIt) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Pairing on(2000 + seed);
    SeededRandom weather(seed);
    on.hub.fails = [&weather] { return weather.below(3) == 0; };
    on.hub.losesReply = [&weather] { return weather.below(3) == 0; };
    JoiningDevice fresh = on.joining(typed(on.old.code()));
    for (int i = 0; i < 60; ++i) {
      if (const auto looked = on.old.look(on.hub, on.nowMs); !looked.ok()) {
        EXPECT_EQ(looked.error().code, ErrorCode::Network);
      }
      static_cast<void>(fresh.look(on.hub, on.nowMs));
      if (on.old.stage() == PairingStage::Comparing && fresh.stage() == PairingStage::Comparing) {
        ASSERT_EQ(on.old.words(), fresh.words());
        on.agree();
      }
    }
    ASSERT_EQ(on.old.stage(), PairingStage::Done) << seed;
    ASSERT_EQ(fresh.stage(), PairingStage::Done) << seed;
    ASSERT_TRUE(fresh.finish(on.hub.list).ok()) << seed;
  }
}

TEST(Pairing, ANewDeviceWaitsUntilTheListShowsIt) {
  Pairing on(113);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(typed(on.old.code()));
  for (int i = 0; i < 3; ++i) on.lookAt(fresh);
  on.agree();
  for (int i = 0; i < 2; ++i) on.lookAt(fresh);
  const std::vector<wire::DeviceStatement> before = on.family[0].told;
  EXPECT_EQ(fresh.finish(before).error().code, ErrorCode::NotFound);
  EXPECT_TRUE(fresh.finish(on.hub.list).ok());
}

TEST(Pairing, WhatTheHubCarriesHasNoneOfTheKeysNamesOrTheCodeInIt) {
  Pairing on(114);
  ASSERT_TRUE(on.old.look(on.hub, on.nowMs).ok());
  JoiningDevice fresh = on.joining(typed(on.old.code()));
  for (int i = 0; i < 3; ++i) on.lookAt(fresh);
  on.agree();
  for (int i = 0; i < 2; ++i) on.lookAt(fresh);
  std::string all;
  for (const auto& [box, letter] : on.hub.letters) all += letter;
  for (const wire::DeviceStatement& statement : on.hub.list)
    all += wire::encodeStatement(statement);
  const Secret& key = *on.family[0].keyring->epochKey(on.family[0].keyring->founding());
  const std::string_view keyBytes{reinterpret_cast<const char*>(key.bytes().data()), 32};
  EXPECT_EQ(all.find(keyBytes), std::string::npos);
  EXPECT_EQ(all.find("Imani"), std::string::npos);
  EXPECT_EQ(all.find("Laptop"), std::string::npos);
}

TEST(PairingWords, AreDifferentPlainAndFarEnoughApartToCompare) {
  const auto& words = pairingWords();
  const std::set<std::string_view> unique(words.begin(), words.end());
  EXPECT_EQ(unique.size(), kPairingWords);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  for (const std::string_view word : words) {
    EXPECT_TRUE(word.size() >= 4 && word.size() <= 8) << word;
    EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string_view::npos) << word;
  }
}

TEST(PairingWords, AreWhatEveryAfternoteHasEverShown) {
  std::string all;
  for (const std::string_view word : pairingWords()) all += std::string(word) + "\n";
  const auto digest = journal::crypto::hash(journal::crypto::bytesOf(all));
  EXPECT_EQ(journal::toHex(digest),
            "c39dc58daeda993d91eb4eabe435c69a1e28f27b718c9564d34e0b8290477693");
}

TEST(PairingLetters, ComeBackAsTheyWereAndWhateverDecodesIsTheOnlyEncodingOfItself) {
  SeededRandom random(115);
  PairingLetter letter;
  letter.device = wire::DeviceId::random(random);
  random.fill(letter.boxKey);
  letter.name = "Imani's tablet";
  const PairingAnswer answer{letter.boxKey, "box"};
  EXPECT_EQ(decodeLetter(encodeLetter(letter)).value(), letter);
  EXPECT_EQ(decodeAnswer(encodeAnswer(answer)).value(), answer);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes = encodeLetter(letter);
    bytes[random.below(bytes.size())] ^= static_cast<char>(1 << random.below(8));
    if (const auto decoded = decodeLetter(bytes); decoded.ok()) {
      ASSERT_EQ(encodeLetter(*decoded), bytes);
    }
  }
  std::string later = encodeLetter(letter);
  later[0] = 2;
  EXPECT_EQ(decodeLetter(later).error().code, ErrorCode::TooNew);
}

}  // namespace
}  // namespace syncing

// What is written about somebody, as they may read it.

#include <fmt/format.h>

#include "journal/crypto/hash.h"
#include "journal/domain/redaction.h"
#include "journal/exchange/submission_json.h"
#include "journal/service/subject_access.h"

namespace journal::service {
namespace {

using exchange::AccessCopy;
using exchange::AccessItem;
using exchange::ReadingPart;

constexpr const char* kPreface =
    "Everything that one tutor's journal holds about the person named above, on {}. Other people's "
    "names are left out. Notes on a safeguarding concern are not kept in a journal: ask the "
    "safeguarding lead for those. You may ask for something to be put right or erased.";

std::string day(UtcTime at) {
  return isoDate(localDate(at, std::chrono::minutes{0}));
}

class Document {
 public:
  Document(const Everything& everything, const std::vector<std::string>& alsoOut)
      : all_(everything), redacted_(everything.names, everything.who.id, alsoOut) {}

  AccessCopy make(LocalDate today) {
    copy_.title = "About " + redacted_(mentionToken(all_.who.id));
    copy_.preface = fmt::format(kPreface, isoDate(today));
    addWho();
    for (const Everything::Entry& entry : all_.entries) addEntry(entry);
    for (const HeldEntry& entry : all_.held) {
      add("held", isoDate(entry.date), "An entry that is held for safeguarding",
          "Its words are not in this copy. The safeguarding lead decides about them.");
    }
    for (const Intention& meant : all_.intentions) {
      say(add("intention", isoDate(meant.madeOn), "Meant for next time", ""), meant.text);
    }
    addPlans();
    addPermissions();
    for (const Everything::Study& study : all_.studies) addStudy(study);
    return std::move(copy_);
  }

 private:
  AccessItem& add(const char* kind, std::string date, const std::string& heading,
                  std::string facts) {
    AccessItem item{kind, {std::move(date), heading, std::move(facts), {}}};
    if (!item.entry.date.empty()) item.entry.heading += ", " + item.entry.date;
    copy_.items.push_back(std::move(item));
    return copy_.items.back();
  }
  void say(AccessItem& item, std::string_view stored,
           ReadingPart::Kind kind = ReadingPart::Kind::Paragraph) {
    std::string text = redacted_(stored);
    if (!text.empty()) item.entry.parts.push_back({kind, std::move(text)});
  }

  void addWho() {
    AccessItem& item = add("name", "", "How this journal names you", "");
    const KnownName& who = all_.who;
    if (!who.realName.empty()) say(item, "Name: " + who.realName);
    item.entry.parts.push_back({ReadingPart::Kind::Paragraph, "Code name: " + who.codeName});
    for (const std::string& also : who.alsoWritten) {
      item.entry.parts.push_back({ReadingPart::Kind::Paragraph, "Also written: " + also});
    }
    if (!who.ageBand.empty()) say(item, "Age band: " + who.ageBand);
    if (!who.instrumentFamily.empty()) say(item, "Instruments: " + who.instrumentFamily);
  }

  void addEntry(const Everything::Entry& entry) {
    const Reflection& reflection = entry.reflection;
    std::string facts(title(reflection.lesson.setting));
    if (!reflection.lesson.group.empty()) facts += ", " + redacted_(reflection.lesson.group);
    if (!reflection.lesson.instrument.empty()) facts += ", " + reflection.lesson.instrument;
    if (reflection.state == ReflectionState::Draft) facts += ". A draft";
    if (reflection.binned) facts += ". In the bin";
    AccessItem& item =
        add("reflection", isoDate(reflection.lesson.date), "A reflection on a lesson", facts);
    if (entry.aboutThem) say(item, reflection.text);
    for (const Tag& tag : entry.tags) {
      if (tag.youngPerson != all_.who.id) continue;
      std::string words = tag.indicator.text();
      words += tag.level ? fmt::format(", level {}", tag.level->value()) : ", no chance to see it";
      say(item, words + ": " + tag.quote, ReadingPart::Kind::Passage);
    }
    for (const Intention& meant : entry.intentions) {
      say(item, "Next time: " + meant.text, ReadingPart::Kind::Intention);
    }
    for (const Attachment& attached : entry.attachments) {
      item.entry.parts.push_back(
          {ReadingPart::Kind::Paragraph,
           fmt::format("A {} is kept with it; it is given apart from this page, if you are in it.",
                       isPicture(attached.kind) ? "picture" : "recording")});
    }
    for (const Version& version : entry.earlier) {
      AccessItem& earlier = add("version", day(version.at), "An earlier wording",
                                "Of the reflection of " + isoDate(reflection.lesson.date));
      say(earlier, version.text);
    }
  }

  void addPlans() {
    for (const ProfileVersion& version : all_.plans) {
      AccessItem& item = add("plan", day(version.at), "What was planned with you", "");
      say(item, version.profile.interests);
      say(item, version.profile.whatHelps);
      for (const Goal& goal : version.profile.goals) {
        say(item, termName(goal.term) + ": " + goal.text);
      }
    }
    for (const TimetableSlot& slot : all_.slots) {
      say(add("timetable", slot.on ? isoDate(*slot.on) : "", "A lesson of the timetable", ""),
          slot.title + (slot.place.empty() ? "" : ", " + slot.place));
    }
    for (const KeptWord& word : all_.words) {
      say(add("word", "", "A word the spelling knows", ""), word.word);
    }
  }

  void addPermissions() {
    for (const Permission& answer : all_.permissions) {
      const char* who = answer.answerer == Answerer::YoungPerson ? "You" : "Your carer";
      AccessItem& item = add("permission", isoDate(answer.on), "What was answered", "");
      const std::string said = answer.level
                                   ? fmt::format("yes, as far as use level {}, until {}",
                                                 answer.level->value(), isoDate(answer.until))
                                   : "no";
      item.entry.parts.push_back(
          {ReadingPart::Kind::Paragraph, fmt::format("{} said {}.", who, said)});
      say(item, "Asked by " + answer.askedBy + ": " + answer.howAsked);
    }
  }

  void addStudy(const Everything::Study& one) {
    AccessItem& item = add("case_study", day(one.study.madeAt), "A case study",
                           "It stands at: " + std::string(name(one.study.step)));
    say(item, one.study.title);
    for (const Claim& claim : one.study.claims) {
      say(item, claim.text);
      for (const EvidenceLink& link : claim.evidence) {
        say(item, link.quoteWhenLinked, ReadingPart::Kind::Passage);
      }
    }
    for (const Departure& departure : one.left) addLeft(departure);
  }
  void addLeft(const Departure& departure) {
    AccessItem& item = add("left", day(departure.at), "What left this device for the service",
                           "Under a code; the service can take it back");
    const auto sent = exchange::decodeSubmission(departure.bytes);
    if (!sent.ok()) return say(item, departure.bytes);
    say(item, sent->title);
    for (const SubmittedClaim& claim : sent->claims) {
      say(item, claim.text);
      for (const SubmittedPassage& passage : claim.passages) {
        say(item, passage.text, ReadingPart::Kind::Passage);
      }
    }
  }

  const Everything& all_;
  Redactor redacted_;
  AccessCopy copy_;
};

}  // namespace

AccessCopy accessCopy(const Everything& everything, LocalDate today,
                      const std::vector<std::string>& alsoOut) {
  return Document(everything, alsoOut).make(today);
}

std::string approvalOf(const AccessCopy& copy) {
  constexpr std::size_t kDigits = 8;
  return toHex(crypto::hash(crypto::bytesOf(exchange::accessJson(copy)))).substr(0, kDigits);
}

}  // namespace journal::service

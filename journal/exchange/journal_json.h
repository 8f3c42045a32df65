#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <vector>

#include "journal/domain/access.h"
#include "journal/domain/attachment.h"
#include "journal/domain/group_session.h"
#include "journal/domain/held_entry.h"
#include "journal/domain/kept_word.h"
#include "journal/domain/legal_hold.h"
#include "journal/domain/own_framework.h"
#include "journal/domain/own_prompts.h"
#include "journal/domain/permission.h"
#include "journal/domain/profile.h"
#include "journal/domain/timetable_slot.h"
#include "journal/exchange/imported.h"

namespace journal::exchange {

// The author's complete copy of a journal: valid JSON, and one record a line so that neither side
// ever holds more than one record.
//   file   := "[" NL head { "," NL record } NL "]" NL
//   head   := {"afternote_journal":1}
//   record := {"name":{..}} | {"profile":{..,"goals":[..]}} | {"word":{..}} | {"slot":{..}} |
//             {"prompt_set":{..,"questions":[..]}} | {"withheld_prompts":{"code":..}} |
//             {"permission":{..}} | {"framework":{..,"domains":[..]}} | {"removal":{..}} |
//             {"hold":{..}} | {"legal_hold":{..}} | {"access":{..}} |
//             {"own_format":{..,"format":{..}}} | {"group_session":{..,"format":{..},"cards":[..]}} |
//             {"reflection":{..,"tags":[..]}} | {"attachment":{..,"hex":..}} | {"intention":{..}} |
//             {"case_study":{..}} keys sorted, no spaces, real names included
// Order: names, profiles (learning plans), words the spelling knows, slots of the timetable,
// versions of prompt sets, sets that Write does not offer, what young people and carers answered
// (permissions), versions of the framework, removals, legal holds, the log of searches (accesses),
// formats of one's own, sessions of groups,
// reflections, their pictures and recordings (the bytes in hexadecimal), what was recorded of those
// on hold, intentions, case studies; within a kind, as the caller gives them. The same journal in
// the same order always gives the same bytes.

/// What was recorded of a reflection on hold.
struct HoldRecord {
  ReflectionId reflection;
  HoldSteps steps;
  friend bool operator==(const HoldRecord&, const HoldRecord&) = default;
};

/// A picture or a recording with its bytes.
struct AttachmentRecord {
  Attachment attachment;  ///< when read back: without its digest
  std::string bytes;
  friend bool operator==(const AttachmentRecord&, const AttachmentRecord&) = default;
};

/// Writes a journal record by record. Each call before finish(); finish() says whether all of it
/// reached the stream.
class JournalJsonWriter {
 public:
  /// `out` must outlive the writer.
  explicit JournalJsonWriter(std::ostream& out);
  void name(const KnownName& name);
  void profile(const Profile& profile);
  void word(const KeptWord& word);
  void slot(const TimetableSlot& slot);
  void promptSet(const OwnPromptSet& set);
  void withheldPrompts(const std::string& code);
  void permission(const Permission& permission);
  void framework(const FrameworkVersion& version);
  void removal(const Removal& removal);
  void hold(const HoldRecord& hold);
  void legalHold(const LegalHold& hold);
  void access(const AccessRecord& access);
  void ownFormat(const OwnFormat& own);
  void groupSession(const GroupSession& group);
  void reflection(const Reflection& reflection, const std::vector<Tag>& tags);
  void attachment(const AttachmentRecord& record);
  void intention(const Intention& intention);
  void caseStudy(const CaseStudy& study);
  Result<void> finish();

 private:
  void record(const std::string& json);
  std::ostream& out_;
};

/// Receives each record in turn. An Error ends the import and is returned by it.
struct JournalJsonSink {
  std::function<Result<void>(KnownName)> name;
  ReflectionSink reflection;
  std::function<Result<void>(Intention)> intention;
  std::function<Result<void>(CaseStudy)> caseStudy;
  // These may be empty; then what they would take is passed over.
  std::function<Result<void>(Profile)> profile = {};
  std::function<Result<void>(KeptWord)> word = {};
  std::function<Result<void>(TimetableSlot)> slot = {};
  std::function<Result<void>(OwnPromptSet)> promptSet = {};
  std::function<Result<void>(std::string code)> withheldPrompts = {};
  std::function<Result<void>(Permission)> permission = {};
  std::function<Result<void>(FrameworkVersion)> framework = {};
  std::function<Result<void>(Removal)> removal = {};
  std::function<Result<void>(HoldRecord)> hold = {};
  std::function<Result<void>(AttachmentRecord)> attachment = {};
  std::function<Result<void>(LegalHold)> legalHold = {};
  std::function<Result<void>(AccessRecord)> access = {};
  std::function<Result<void>(OwnFormat)> ownFormat = {};
  std::function<Result<void>(GroupSession)> groupSession = {};
};

/// Reads what JournalJsonWriter wrote, line by line. InvalidInput with advice when the file is not
/// one of ours, TooNew when a newer Afternote wrote it. A record that cannot be read is reported
/// and left out; a file that ends early is reported after what it holds has been taken in.
Result<ImportReport> importJournalJson(std::istream& in, const JournalJsonSink& sink);

}  // namespace journal::exchange

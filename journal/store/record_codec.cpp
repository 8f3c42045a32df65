#include "journal/store/record_codec.h"

#include "journal/store/record_values.h"

// Grammar (integers little-endian, two's complement; u8 .. i64 by width)
//   text     := u32 length, bytes            list<x> := u32 count, x*
//   opt<x>   := u8 0 | u8 1, x               id      := 16 bytes
//   bool     := u8 0 | u8 1                  date    := i32 days since 1970-01-01, or -2^31: none
//   time     := i64 ms since 1970            minutes := i32
//   level    := u8 0 (no chance) | u8 1..5   enum    := u8, within the enum
//   lesson   := enum date opt<minutes> minutes text text text opt<id> list<id>
//   tag      := id id passage text text level enum enum opt<id> i32 text
//   passage  := u32 u32
//   goal     := i32 school year, enum text enum bool
//   profile  := id text text list<goal>
//   slot     := id opt<date> u8 minutes minutes enum text text text
//   word     := id text
//   receipt  := text date minutes
//   answer   := id id enum opt<u8 0..3> text text date date
//   prompts  := id i32 version, text text date list<question>; question := text bool
//   version  := date i32 version, text five five text list<domain>; five := text text text text
//   text domain   := text text list<outcome>; outcome := text text text text list<indicator> bool
//   indicator := text text five bool bool
//   attached := id id text enum u64 size, content 32, time      part := id u32 text
//   removal  := receipt time id text     op := id i64
//   hold     := id opt<id> text date     end := date text
//   access   := id enum id time text i32*7
//   round    := text i32 text list<text> text text enum enum i32 i32 i32
//   format   := text text i32 text text text list<round> text text text text text
//   kept     := enum text enum bool bool i32 text date bool
//   session  := id enum text date minutes bool enum format list<text> text list<text> minutes i32
//   list<kept> own      := id format bool    blurs    := list<text bool text>
// and each record its members in the order of record.h.

namespace journal::store {

template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Lesson& l) {
  checked(archive, l.setting, Setting::Online);
  archive(l.date, l.startsAt, l.length, l.group, l.yearGroup, l.instrument, l.place, l.youngPeople);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, KnownName& n) {
  archive(n.id);
  checked(archive, n.kind, NameKind::Place);
  archive(n.codeName, n.ageBand, n.instrumentFamily, n.askDslFirst);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Reflection& r) {
  archive(r.id, r.lesson, r.promptSet, r.text);
  checked(archive, r.state, ReflectionState::Finished);
  archive(r.held, r.binned, r.writtenAt, r.writtenOffset, r.changedAt, r.source);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Tag& t) {
  archive(t.id, t.reflection, t.passage, t.quote, t.indicator, t.level);
  checked(archive, t.direction, Direction::SetBack);
  checked(archive, t.voice, Voice::ThirdParty);
  archive(t.youngPerson, t.frameworkVersion, t.note);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Intention& i) {
  archive(i.id, i.text, i.from, i.youngPerson, i.group);
  checked(archive, i.state, IntentionState::LetGo);
  archive(i.madeOn);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Agreement& a) {
  archive(a.level, a.agreedBy, a.howAsked, a.on, a.until);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, EvidenceLink& e) {
  archive(e.tag, e.quoteWhenLinked);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Claim& c) {
  archive(c.id, c.text, c.evidence);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ReviewEvent& e) {
  archive(e.at, e.by);
  checked(archive, e.role, Role::ServiceAdministrator);
  checked(archive, e.action, ReviewAction::Retire);
  checked(archive, e.from, ReviewStep::Retired);
  checked(archive, e.to, ReviewStep::Retired);
  archive(e.reason);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, CaseStudy& s) {
  archive(s.id);
  checked(archive, s.kind, CaseStudyKind::ServiceChange);
  archive(s.title, s.author, s.about, s.claims, s.agreement);
  checked(archive, s.step, ReviewStep::Retired);
  archive(s.trail, s.madeAt);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, MovedTag& m) {
  archive(m.tag, m.passage);
}

template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, SchoolTerm& t) {
  archive(t.schoolYear);
  checked(archive, t.term, Term::Summer);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Goal& g) {
  archive(g.term, g.text);
  checked(archive, g.state, GoalState::SetAside);
  archive(g.theirWords);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Profile& p) {
  archive(p.youngPerson, p.interests, p.whatHelps, p.goals);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Receipt& r) {
  archive(r.role, r.on, r.at);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Permission& p) {
  archive(p.id, p.youngPerson);
  checked(archive, p.answerer, Answerer::Carer);
  archive(p.level, p.askedBy, p.howAsked, p.on, p.until);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, PermissionRecorded& r) {
  archive(r.permission);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Question& q) {
  archive(q.text, q.optional);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, OwnPromptSet& s) {
  archive(s.id, s.version);
  if (Archive::is_loading::value && s.version < 1) throw Malformed{};
  archive(s.copyOf, s.name, s.from, s.questions);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Indicator& i) {
  archive(i.code, i.name, i.levels, i.local, i.off);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Outcome& o) {
  archive(o.code, o.name, o.shortName, o.youngPersonStatement, o.indicators, o.off);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Domain& d) {
  archive(d.code, d.name, d.outcomes);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, FrameworkVersion& v) {
  Framework& f = v.framework;
  archive(v.from, f.version);
  if (Archive::is_loading::value && f.version < 1) throw Malformed{};
  archive(f.name, f.levelNames, f.scaleRule, f.noChanceName, f.domains);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Removal& r) {
  archive(r.received, r.at, r.reflection, r.source);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, KeptWord& w) {
  archive(w.id, w.word);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, TimetableSlot& s) {
  archive(s.id, s.on, s.weekday, s.startsAt, s.length);
  if (Archive::is_loading::value && (s.weekday < 1 || s.weekday > 7)) throw Malformed{};
  checked(archive, s.setting, Setting::Online);
  archive(s.title, s.instrument, s.place);
}

template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Round& r) {
  archive(r.name, r.minutes, r.who, r.prompts, r.captured, r.keptFor);
  checked(archive, r.kind, session::RoundKind::Close);
  checked(archive, r.keep, session::Keep::Themes);
  archive(r.turnSeconds, r.presenter, r.dots);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, SessionFormat& f) {
  archive(f.code, f.name, f.minutes, f.size, f.purpose, f.when, f.rounds);
  archive(f.roles, f.prework, f.notes, f.author, f.licence);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, KeptCard& c) {
  checked(archive, c.kind, session::CardKind::Word);
  archive(c.text);
  checked(archive, c.keep, session::Keep::Themes);
  archive(c.own, c.leaves, c.dots, c.owner, c.due, c.done);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, GroupSession& s) {
  archive(s.id);
  checked(archive, s.state, GroupSessionState::Unready);
  archive(s.title, s.day, s.startsAt, s.led);
  checked(archive, s.naming, session::Naming::Anonymous);
  archive(s.format, s.agreement, s.question, s.people, s.lasted, s.headcount, s.cards);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, OwnFormat& o) {
  archive(o.id, o.format);
  // One byte, which was a boolean while a format was set aside or not.
  std::uint8_t state = static_cast<std::uint8_t>((o.setAside ? 1 : 0) | (o.unready ? 2 : 0));
  archive(state);
  if (Archive::is_loading::value && state > 3) throw Malformed{};
  o.setAside = (state & 1U) != 0;
  o.unready = (state & 2U) != 0;
}

template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, NamePut& r) {
  archive(r.known, r.sealedNames);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ReflectionWritten& r) {
  archive(r.reflection);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, TextEdited& r) {
  archive(r.text, r.changedAt, r.moved);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, LessonSet& r) {
  archive(r.lesson);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, FinishedSet& r) {
  archive(r.finished);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, HeldSet& r) {
  archive(r.held);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, BinnedSet& r) {
  archive(r.binned);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, TagPut& r) {
  archive(r.tag);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, TagRemoved& r) {
  archive(r.reflection);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, IntentionPut& r) {
  archive(r.intention);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, CaseStudyStarted& r) {
  archive(r.study);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, TitleSet& r) {
  archive(r.title);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ClaimPut& r) {
  archive(r.study, r.claim);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ClaimRemoved& r) {
  archive(r.study);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, AgreementSet& r) {
  archive(r.agreement);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ReviewRecorded& r) {
  archive(r.event);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, DepartureRecorded& r) {
  archive(r.bytes, r.at);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ProfilePut& r) {
  archive(r.profile);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, WordPut& r) {
  archive(r.word);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, SlotPut& r) {
  archive(r.slot);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, ReceiptRecorded& r) {
  archive(r.receipt);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, WishRecorded& r) {
  checked(archive, r.wish, DslWish::Remove);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, HeldRemoved& r) {
  archive(r.received);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, PromptSetPut& r) {
  archive(r.set);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, PromptSetOffered& r) {
  archive(r.code, r.offered);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, FrameworkPut& r) {
  archive(r.version);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, RemovalBrought& r) {
  archive(r.removal);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, OpId& id) {
  archive(id.device);
  if constexpr (Archive::is_loading::value) {
    id.seq = static_cast<std::uint64_t>(archive.template takeInteger<std::int64_t>());
  } else {
    archive.putInteger(static_cast<std::int64_t>(id.seq));
  }
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, DisagreementSettled& r) {
  checked(archive, r.field, Field::Erasure);
  archive(r.heads);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Attachment& a) {
  archive(a.id, a.reflection, a.name);
  checked(archive, a.kind, MediaKind::Flac);
  archive(a.size, a.content, a.addedAt);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, AttachmentPart& r) {
  archive(r.reflection, r.number, r.bytes);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, AttachmentPut& r) {
  archive(r.attachment);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, AttachmentRemoved& r) {
  archive(r.reflection);
}

template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, LegalHoldPut& r) {
  archive(r.hold.id, r.hold.about, r.hold.reason, r.hold.since);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, LegalHoldLifted& r) {
  archive(r.end.on, r.end.reason);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, AccessRecorded& r) {
  AccessRecord& a = r.access;
  archive(a.id);
  checked(archive, a.kind, AccessKind::Erasure);
  archive(a.about, a.at, a.reason);
  AccessCounts& c = a.counts;
  archive(c.entries, c.held, c.tags, c.plans, c.permissions, c.caseStudies, c.left);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, GroupSessionPut& r) {
  archive(r.session);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, OwnFormatPut& r) {
  archive(r.own);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, Blur& b) {
  archive(b.words, b.stays, b.instead);
}
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, BlursSet& r) {
  archive(r.blurs);
}

namespace {

template <class Value>
std::string encode(const Value& value) {
  std::string bytes;
  bytes.reserve(2048);  // most reflections, in one piece
  BoundedOutputArchive archive(bytes);
  archive(value);
  return bytes;
}

/// The whole of `bytes`, nothing left over.
template <class Value>
Result<Value> decode(std::string_view bytes) {
  try {
    BoundedInputArchive archive(bytes);
    Value value{};
    archive(value);
    if (archive.left() == 0) return value;
  } catch (const Malformed&) {
  } catch (const cereal::Exception&) {
  }
  return Error{ErrorCode::Corrupt, "a stored record does not decode"};
}

template <std::size_t I = 0>
Result<Record> decodeKind(std::uint16_t kind, std::string_view bytes) {
  if constexpr (I == std::variant_size_v<Record>) {
    return Error{ErrorCode::TooNew, "a kind of entry that this version does not know"};
  } else {
    if (kind != I + 1) return decodeKind<I + 1>(kind, bytes);
    J_TRY(auto value, (decode<std::variant_alternative_t<I, Record>>(bytes)));
    return Record(std::in_place_index<I>, std::move(value));
  }
}

/// What of a KnownName is sealed.
struct SecretNames {
  std::string realName;
  std::vector<std::string> alsoWritten;
};
template <class Archive>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, SecretNames& names) {
  archive(names.realName, names.alsoWritten);
}

}  // namespace

std::string encodeRecord(const Record& record) {
  return std::visit([](const auto& value) { return encode(value); }, record);
}

Result<Record> decodeRecord(std::uint16_t kind, std::string_view bytes) {
  return decodeKind(kind, bytes);
}

std::string encodeAgreement(const Agreement& agreement) {
  return encode(agreement);
}
Result<Agreement> decodeAgreement(std::string_view bytes) {
  return decode<Agreement>(bytes);
}
std::string encodeReviewEvent(const ReviewEvent& event) {
  return encode(event);
}
Result<ReviewEvent> decodeReviewEvent(std::string_view bytes) {
  return decode<ReviewEvent>(bytes);
}

std::string encodeFrameworkVersion(const FrameworkVersion& version) {
  return encode(version);
}
Result<FrameworkVersion> decodeFrameworkVersion(std::string_view bytes) {
  return decode<FrameworkVersion>(bytes);
}

std::string encodeSecretNames(const KnownName& name) {
  return encode(SecretNames{name.realName, name.alsoWritten});
}

Result<void> decodeSecretNames(std::string_view bytes, KnownName& name) {
  J_TRY(auto names, decode<SecretNames>(bytes));
  name.realName = std::move(names.realName);
  name.alsoWritten = std::move(names.alsoWritten);
  return {};
}

}  // namespace journal::store

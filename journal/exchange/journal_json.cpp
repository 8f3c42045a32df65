#include "journal/exchange/journal_json.h"

#include <fmt/format.h>

#include <utility>

#include "journal/base/utf8.h"
#include "journal/exchange/line_reader.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {
namespace {

// A stored text may need six bytes a byte in JSON; tags repeat passages of it.
constexpr std::size_t kMaxRecordBytes = 8 * kMaxReflectionBytes;

Error notOurs() {
  return Error{ErrorCode::InvalidInput, "journal json: head",
               "This file is not a journal that Afternote wrote."};
}

/// Reads the records of one file.
class JournalJsonImport {
 public:
  explicit JournalJsonImport(const JournalJsonSink& sink) : sink_(sink) {}

  Result<void> head(const LineReader::Line& line) {
    const auto json = parseJson(withoutComma(line.text));
    const auto version = json ? wholeOf(*json, "afternote_journal") : std::nullopt;
    if (!version || *version < 1) return notOurs();
    if (*version > 1) {
      return Error{ErrorCode::TooNew, "journal json: version",
                   "This copy was written by a newer Afternote. Update this one to read it."};
    }
    return {};
  }

  Result<void> record(const LineReader::Line& line) {
    if (line.tooLong) return skip(line.number, "it is too long");
    if (!isValidUtf8(line.text)) return skip(line.number, "it holds bytes that are not text");
    const auto json = parseJson(withoutComma(line.text));
    if (!json) return skip(line.number, "it is not complete");
    if (const Json* value = member(*json, "name")) {
      return hand(line.number, nameFrom(*value), sink_.name);
    }
    if (const Json* value = member(*json, "reflection")) {
      auto read = reflectionFrom(*value);
      if (read) ++report.taken;
      return hand(line.number, std::move(read), sink_.reflection);
    }
    if (const Json* value = member(*json, "intention")) {
      return hand(line.number, intentionFrom(*value), sink_.intention);
    }
    if (const Json* value = member(*json, "profile")) {
      return hand(line.number, profileFrom(*value), sink_.profile);
    }
    if (const Json* value = member(*json, "word")) {
      return hand(line.number, wordFrom(*value), sink_.word);
    }
    if (const Json* value = member(*json, "slot")) {
      return hand(line.number, slotFrom(*value), sink_.slot);
    }
    if (const Json* value = member(*json, "prompt_set")) {
      return hand(line.number, promptSetFrom(*value), sink_.promptSet);
    }
    if (const Json* value = member(*json, "permission")) {
      return hand(line.number, permissionFrom(*value), sink_.permission);
    }
    if (const Json* value = member(*json, "framework")) {
      return hand(line.number, frameworkFrom(*value), sink_.framework);
    }
    if (const Json* value = member(*json, "removal")) {
      return hand(line.number, removalFrom(*value), sink_.removal);
    }
    if (const Json* value = member(*json, "hold")) {
      return hand(line.number, holdFrom(*value), sink_.hold);
    }
    if (const Json* value = member(*json, "attachment")) {
      return hand(line.number, attachmentFrom(*value), sink_.attachment);
    }
    if (const Json* value = member(*json, "legal_hold")) {
      return hand(line.number, legalHoldFrom(*value), sink_.legalHold);
    }
    if (const Json* value = member(*json, "access")) {
      return hand(line.number, accessFrom(*value), sink_.access);
    }
    if (const Json* value = member(*json, "own_format")) {
      return hand(line.number, ownFormatFrom(*value), sink_.ownFormat);
    }
    if (const Json* value = member(*json, "group_session")) {
      return hand(line.number, groupSessionFrom(*value), sink_.groupSession);
    }
    if (const Json* value = member(*json, "withheld_prompts")) {
      return hand(line.number, textOf(*value, "code"), sink_.withheldPrompts);
    }
    if (const Json* value = member(*json, "case_study")) {
      return hand(line.number, caseStudyFrom(*value), sink_.caseStudy);
    }
    return skip(line.number, "it is of no kind that Afternote knows");
  }

  ImportReport report;

 private:
  static std::string_view withoutComma(std::string_view text) {
    if (!text.empty() && text.back() == ',') text.remove_suffix(1);
    return text;
  }
  Result<void> skip(std::size_t line, const char* why) {
    report.skip({line, "", fmt::format("Line {} was left out: {}.", line, why)});
    return {};
  }
  template <class T, class Sink>
  Result<void> hand(std::size_t line, std::optional<T> value, const Sink& sink) {
    if (!value) return skip(line, "something in it is missing or cannot be read");
    if (!sink) return {};
    return sink(std::move(*value));
  }

  const JournalJsonSink& sink_;
};

}  // namespace

JournalJsonWriter::JournalJsonWriter(std::ostream& out) : out_(out) {
  out_ << "[\n{\"afternote_journal\":1}";
}
void JournalJsonWriter::record(const std::string& json) {
  out_ << ",\n" << json;
}
void JournalJsonWriter::name(const KnownName& name) {
  record(dumpJson(Json::object({{"name", toJson(name)}})));
}
void JournalJsonWriter::profile(const Profile& profile) {
  record(dumpJson(Json::object({{"profile", toJson(profile)}})));
}
void JournalJsonWriter::word(const KeptWord& word) {
  record(dumpJson(Json::object({{"word", toJson(word)}})));
}
void JournalJsonWriter::slot(const TimetableSlot& slot) {
  record(dumpJson(Json::object({{"slot", toJson(slot)}})));
}
void JournalJsonWriter::promptSet(const OwnPromptSet& set) {
  record(dumpJson(Json::object({{"prompt_set", toJson(set)}})));
}
void JournalJsonWriter::withheldPrompts(const std::string& code) {
  record(dumpJson(Json::object({{"withheld_prompts", Json{{"code", code}}}})));
}
void JournalJsonWriter::permission(const Permission& permission) {
  record(dumpJson(Json::object({{"permission", toJson(permission)}})));
}
void JournalJsonWriter::framework(const FrameworkVersion& version) {
  record(dumpJson(Json::object({{"framework", toJson(version)}})));
}
void JournalJsonWriter::removal(const Removal& removal) {
  record(dumpJson(Json::object({{"removal", toJson(removal)}})));
}
void JournalJsonWriter::attachment(const AttachmentRecord& attached) {
  record(dumpJson(Json::object({{"attachment", toJson(attached)}})));
}
void JournalJsonWriter::hold(const HoldRecord& hold) {
  record(dumpJson(Json::object({{"hold", toJson(hold)}})));
}
void JournalJsonWriter::legalHold(const LegalHold& hold) {
  record(dumpJson(Json::object({{"legal_hold", toJson(hold)}})));
}
void JournalJsonWriter::access(const AccessRecord& access) {
  record(dumpJson(Json::object({{"access", toJson(access)}})));
}
void JournalJsonWriter::ownFormat(const OwnFormat& own) {
  record(dumpJson(Json::object({{"own_format", toJson(own)}})));
}
void JournalJsonWriter::groupSession(const GroupSession& group) {
  record(dumpJson(Json::object({{"group_session", toJson(group)}})));
}
void JournalJsonWriter::reflection(const Reflection& reflection, const std::vector<Tag>& tags) {
  record(dumpJson(Json::object({{"reflection", toJson(reflection, tags)}})));
}
void JournalJsonWriter::intention(const Intention& intention) {
  record(dumpJson(Json::object({{"intention", toJson(intention)}})));
}
void JournalJsonWriter::caseStudy(const CaseStudy& study) {
  record(dumpJson(Json::object({{"case_study", toJson(study)}})));
}

Result<void> JournalJsonWriter::finish() {
  out_ << "\n]\n";
  out_.flush();
  if (!out_) return Error{ErrorCode::Io, "journal json: write"};
  return {};
}

Result<ImportReport> importJournalJson(std::istream& in, const JournalJsonSink& sink) {
  LineReader reader(in, kMaxRecordBytes);
  JournalJsonImport import(sink);
  const auto opening = reader.next();
  const auto head = reader.next();
  if (!opening || opening->text != "[" || !head) return notOurs();
  J_CHECK(import.head(*head));
  bool closed = false;
  while (const auto line = reader.next()) {
    closed = line->text == "]";
    if (closed) break;
    J_CHECK(import.record(*line));
  }
  if (in.bad()) return Error{ErrorCode::Io, "journal json: read"};
  if (!closed) {
    import.report.note(
        {0, "", "The file ends early, so what came after its last line is missing."});
  }
  return std::move(import.report);
}

}  // namespace journal::exchange

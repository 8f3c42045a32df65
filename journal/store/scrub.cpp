#include "journal/store/scrub.h"

#include <fmt/format.h>

#include <array>

#include "journal/domain/safeguarding.h"

namespace journal::store {
namespace {

constexpr std::size_t kEnough = 50;

struct Compared {
  const char* table;
  const char* rows;
};

// Numbers of rows and of merged texts depend on what was there once and has been erased since,
// which a replay does not see: their order is compared, and what they stand for.
constexpr std::array kCompared{
    Compared{"field_head", "SELECT * FROM field_head ORDER BY entity, field, op"},
    Compared{"reflection",
             "SELECT row >> 20, id, made_op, CASE WHEN text_op >= 0 THEN text_op ELSE "
             "(SELECT heads FROM merged_text WHERE merged_text.id = -text_op) END, state, held, "
             "binned, setting, starts_at_min, length_min, group_name, year_group, instrument, "
             "place, young_people, prompt_set, written_at_ms, written_offset_min, changed_at_ms, "
             "source, excerpt FROM reflection ORDER BY row"},
    Compared{"mention",
             "SELECT name, id FROM mention JOIN reflection USING (row) ORDER BY name, row"},
    Compared{"tag",
             "SELECT reflection.id, tag.id, tag.made_op, passage_begin, passage_end, quote, "
             "indicator, level, direction, voice, young_person, framework_version, note "
             "FROM tag LEFT JOIN reflection USING (row) ORDER BY tag.row, tag.id"},
    Compared{"known_name", "SELECT * FROM known_name ORDER BY id"},
    Compared{"real_name", "SELECT * FROM real_name ORDER BY id"},
    Compared{"intention", "SELECT * FROM intention ORDER BY id"},
    Compared{"case_study", "SELECT * FROM case_study ORDER BY id"},
    Compared{"claim", "SELECT * FROM claim ORDER BY study, place"},
    Compared{"evidence_link", "SELECT * FROM evidence_link ORDER BY claim, place"},
    Compared{"review_event", "SELECT * FROM review_event ORDER BY study, place"},
    Compared{"profile", "SELECT * FROM profile ORDER BY young_person"},
    Compared{"goal", "SELECT * FROM goal ORDER BY young_person, place"},
    Compared{"kept_word", "SELECT * FROM kept_word ORDER BY id"},
    Compared{"timetable_slot", "SELECT * FROM timetable_slot ORDER BY id"},
    Compared{"attachment", "SELECT * FROM attachment ORDER BY id"},
    Compared{"attachment_part", "SELECT * FROM attachment_part ORDER BY attachment, number"},
    Compared{"removal", "SELECT * FROM removal ORDER BY op"},
    Compared{"prompt_set", "SELECT * FROM prompt_set ORDER BY id, version"},
    Compared{"prompt_question", "SELECT * FROM prompt_question ORDER BY id, version, place"},
    Compared{"withheld_prompts", "SELECT * FROM withheld_prompts ORDER BY code"},
    Compared{"permission", "SELECT * FROM permission ORDER BY id"},
    Compared{"framework_version", "SELECT * FROM framework_version ORDER BY version"},
    Compared{"legal_hold", "SELECT * FROM legal_hold ORDER BY id"},
    Compared{"access_log", "SELECT * FROM access_log ORDER BY id"},
    Compared{"group_session", "SELECT * FROM group_session ORDER BY id"},
    Compared{"own_format", "SELECT * FROM own_format ORDER BY id"},
    Compared{"blurs", "SELECT * FROM blurs ORDER BY id"},
    Compared{"merged_text",
             "SELECT reflection, heads, text, clashes FROM merged_text ORDER BY heads"},
    Compared{"disagreement", "SELECT * FROM disagreement ORDER BY entity, field, heads"},
    Compared{"settled", "SELECT * FROM settled ORDER BY entity, field, heads"},
    Compared{"erased", "SELECT * FROM erased ORDER BY entity"},
    Compared{"departure", "SELECT * FROM departure ORDER BY op"},
};

void note(ScrubReport& report, std::string problem) {
  if (report.problems.size() < kEnough) report.problems.push_back(std::move(problem));
}

Result<void> compareTable(const Compared& compared, Database& ours, Database& theirs,
                          ScrubReport& report) {
  Query present = ours.query(compared.rows);
  Query replayed = theirs.query(compared.rows);
  for (std::size_t number = 1;; ++number) {
    J_TRY(const bool here, present.next());
    J_TRY(const bool there, replayed.next());
    if (!here && !there) return {};
    ++report.rowsCompared;
    if (here != there) {
      note(report, fmt::format("table {} has {} rows than the log says", compared.table,
                               here ? "more" : "fewer"));
      return {};
    }
    if (present.packed() != replayed.packed()) {
      note(report,
           fmt::format("row {} of table {} is not what the log says", number, compared.table));
      return {};  // what follows may only be shifted
    }
  }
}

}  // namespace

Result<ScrubReport> scrubProjections(Database& database, Database& replayed, std::stop_token stop) {
  ScrubReport report;
  for (const Compared& compared : kCompared) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
    J_CHECK(compareTable(compared, database, replayed, report));
  }
  return report;
}

Result<ScrubReport> checkPages(Database& database) {
  ScrubReport report;
  Query pages = database.query("PRAGMA page_count");
  J_TRY(const bool counted, pages.next());
  if (counted) report.rowsCompared = static_cast<std::size_t>(pages.integer(0));
  Query query = database.query("PRAGMA integrity_check");
  while (true) {
    const auto more = query.next();
    if (!more.ok()) {
      if (more.error().code != ErrorCode::Corrupt) return more.error();
      note(report, "a page is not what was written");
      return report;
    }
    if (!more.value()) return report;
    // SQLite's own words may quote; only that it complained is passed on.
    if (query.text(0) != "ok") note(report, "the database's structure is damaged");
  }
}

}  // namespace journal::store

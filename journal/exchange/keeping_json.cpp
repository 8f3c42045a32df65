// Legal holds and the log of searches, as JSON and back.

#include <utility>

#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {
Json toJson(const LegalHold& hold) {
  Json ended = nullptr;
  if (hold.ended) ended = Json{{"on", isoDate(hold.ended->on)}, {"reason", hold.ended->reason}};
  return Json{{"about", optionalId(hold.about)},
              {"ended", std::move(ended)},
              {"id", hold.id.hex()},
              {"reason", hold.reason},
              {"since", isoDate(hold.since)}};
}

std::optional<LegalHold> legalHoldFrom(const Json& json) {
  const auto id = idOf<LegalHoldId>(json, "id");
  const auto since = parseDate(textOf(json, "since").value_or(""));
  if (!id || !since) return std::nullopt;
  LegalHold hold{*id, idOf<NameId>(json, "about"), plainOf(json, "reason"), *since, std::nullopt};
  // One that names somebody we cannot read must not become one of the whole journal.
  if (member(json, "about") != nullptr && !hold.about) return std::nullopt;
  if (const Json* ended = member(json, "ended")) {
    const auto on = parseDate(textOf(*ended, "on").value_or(""));
    if (!on) return std::nullopt;
    hold.ended = LegalHoldEnd{*on, plainOf(*ended, "reason")};
  }
  return hold;
}

Json toJson(const AccessRecord& access) {
  const AccessCounts& counts = access.counts;
  return Json{{"about", access.about.hex()},
              {"at", millis(access.at)},
              {"case_studies", counts.caseStudies},
              {"entries", counts.entries},
              {"held", counts.held},
              {"id", access.id.hex()},
              {"kind", std::string(name(access.kind))},
              {"left", counts.left},
              {"permissions", counts.permissions},
              {"plans", counts.plans},
              {"reason", access.reason},
              {"tags", counts.tags}};
}

std::optional<AccessRecord> accessFrom(const Json& json) {
  const auto id = idOf<AccessId>(json, "id");
  const auto about = idOf<NameId>(json, "about");
  const auto kind = parseAccessKind(textOf(json, "kind").value_or(""));
  if (!id || !about || !kind) return std::nullopt;
  AccessRecord access{*id, *kind, *about, timeOf(json, "at"), plainOf(json, "reason"), {}};
  AccessCounts& counts = access.counts;
  counts.caseStudies = countOf(json, "case_studies");
  counts.entries = countOf(json, "entries");
  counts.held = countOf(json, "held");
  counts.left = countOf(json, "left");
  counts.permissions = countOf(json, "permissions");
  counts.plans = countOf(json, "plans");
  counts.tags = countOf(json, "tags");
  return access;
}

}  // namespace journal::exchange

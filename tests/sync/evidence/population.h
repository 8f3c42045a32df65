#pragma once

#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/case_study.h"
#include "journal/domain/framework.h"
#include "sync/evidence/evidence_item.h"
#include "sync/evidence/evidence_store.h"

namespace syncing::evidence::test {

class FakeClock final : public journal::Clock {
 public:
  explicit FakeClock(const char* iso = "2026-02-05T10:00:00Z");
  journal::UtcTime now() const override { return now_; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes{0};
  }
  void advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  journal::UtcTime now_;
};

/// Three domains of five outcomes of two indicators, with the level names of the default framework.
journal::Framework framework();

/// One young person's passages: seen at `week` and, when `latest` is given, `weeksLater` after.
struct Seen {
  std::string code = "yp-1";
  std::string indicator = "P4.1";
  int first = 2;
  int latest = 4;
  int weeksLater = 10;
  std::string setting = "small_group";
};
/// A submission about one young person with two passages, by the tutor.
journal::Submission submission(journal::Random& random, const Seen& seen,
                               const std::string& author = "Imani Brooke");
EvidenceItem item(const Seen& seen, journal::Voice voice, int level, int week);

/// A service as it might be: some outcomes and kinds of session often, some hardly ever, a few
/// young people with many passages and many with few. `people` young people.
std::vector<EvidenceItem> randomItems(journal::SeededRandom& random, int people, int from = 0);

/// Through facilitator and manager (and DSL when flagged) to approval. Expects success.
void approve(EvidenceStore& store, const journal::Submission& submission);
/// `count` different young people's studies, approved.
void approveMany(EvidenceStore& store, journal::Random& random, int count, Seen seen = {});

/// 1 unless AFTERNOTE_LONG is set.
int effort();

}  // namespace syncing::evidence::test

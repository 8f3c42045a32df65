#include "app/model/paged_search.h"

#include <chrono>
#include <iterator>
#include <utility>

#include "app/model/display.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;
using journal::service::SearchPage;

namespace {
/// Under the five milliseconds a key may wait, what the answer costs to show included.
constexpr std::chrono::microseconds kPart{3500};
}  // namespace

PagedSearch::PagedSearch(Context& context, Answered answered)
    : context_(context), answered_(std::move(answered)) {}

void PagedSearch::ask(journal::SearchQuery wanted) {
  wanted.within = kPart;
  wanted_ = std::move(wanted);
  anew_ = asking_;
  if (!asking_) {
    soFar_ = SearchPage();
    askPart();
  }
}

void PagedSearch::forget() {
  wanted_.reset();
  soFar_ = SearchPage();
  asking_ = anew_ = false;
  ++forgotten_;
}

void PagedSearch::askPart() {
  asking_ = true;
  query<SearchPage>(
      context_,
      [wanted = *wanted_](journal::service::Journal& journal) { return journal.search(wanted); },
      [this, mine = forgotten_](Result<SearchPage> part) {
        if (mine == forgotten_) onPart(std::move(part));
      });
}

void PagedSearch::onPart(Result<SearchPage> part) {
  asking_ = false;
  if (std::exchange(anew_, false)) {
    soFar_ = SearchPage();
    return askPart();
  }
  if (!part.ok()) {
    wanted_.reset();
    return answered_(part);
  }
  auto hits = std::move(soFar_.hits);
  hits.insert(hits.end(), std::make_move_iterator(part->hits.begin()),
              std::make_move_iterator(part->hits.end()));
  soFar_ = std::move(part).value();
  soFar_.hits = std::move(hits);
  wanted_->resume = soFar_.resume;
  if (!soFar_.resume) wanted_.reset();
  if (soFar_.unread > 0) {
    context_.say(
        counted(soFar_.unread, "reflection", "reflections") + std::string(tr::kNotSearched), true);
  }
  answered_(soFar_);
  if (wanted_ && !asking_) askPart();
}

}  // namespace app::model

#pragma once

#include <functional>
#include <optional>

#include "app/model/context.h"
#include "journal/domain/search_query.h"

namespace app::model {

/// A search that is asked again with every key. One question at a time is on the journal thread and
/// the newest wins; a long answer comes in parts of a few milliseconds, so that nothing else on
/// that thread, a save least of all, waits behind it. UI thread only.
class PagedSearch {
 public:
  /// Runs with every part: all hits so far; `resume` is set while there is more to look through.
  using Answered = std::function<void(const journal::Result<journal::service::SearchPage>& soFar)>;

  PagedSearch(Context& context, Answered answered);

  void ask(journal::SearchQuery wanted);
  /// The answer is no longer wanted, e.g. because the journal was locked.
  void forget();
  /// Until this is false nobody may say "nothing found".
  bool looking() const { return wanted_.has_value(); }

 private:
  void askPart();
  void onPart(journal::Result<journal::service::SearchPage> part);

  Context& context_;
  Answered answered_;
  std::optional<journal::SearchQuery> wanted_;  ///< until it is answered whole
  journal::service::SearchPage soFar_;
  bool asking_ = false;     ///< a part is on the journal thread
  bool anew_ = false;       ///< what was asked changed meanwhile
  unsigned forgotten_ = 0;  ///< tells the answers apart that nobody waits for any more
};

}  // namespace app::model

#pragma once

#include <optional>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"

namespace app::model {

/// The journal: newest reflections, weeks, and search as it is typed.
class JournalController {
 public:
  explicit JournalController(Context& context);

  void handle(const JournalIntent& intent);
  void onChanges(const journal::service::Changes& changes);
  /// Asks for everything anew, e.g. after unlocking.
  void reload();
  void refresh();
  void forget();

 private:
  void on(const SearchChanged&);
  void on(const ChooseWeek& intent);
  void on(const OpenReflection& intent);
  void on(const ShowMore&);
  void on(const ShowPersonInJournal& intent);
  void on(const ShowOutcomeInJournal& intent);
  void search();
  void loadNewest();

  Context& context_;
  std::vector<journal::service::ReflectionRow> all_;
  std::vector<journal::service::SearchHit> hits_;
  std::optional<std::size_t> total_;
  std::optional<std::int32_t> week_;
  std::size_t limit_ = 0;
  bool more_ = false;
  bool searching_ = false;
  bool asking_ = false;    ///< a search is on the journal thread
  bool askAgain_ = false;  ///< the words changed meanwhile: only the last search matters
};

}  // namespace app::model

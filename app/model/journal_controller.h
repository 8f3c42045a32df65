#pragma once

#include <optional>
#include <vector>

#include "app/model/build_journal.h"
#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/paged_search.h"
#include "journal/domain/reflection.h"

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
  void on(const OpenBeside& intent);
  void on(const CloseBeside&);
  void on(const ShowVersions& intent);
  void on(const ChooseVersion& intent);
  void on(const RestoreVersion&);
  void on(const MoveToBin&);
  void on(const PutBack& intent);
  void on(const ShowBin& intent);
  void on(const PutReturnAway& intent);
  void loadBeside(journal::ReflectionId id);
  void loadBin();
  void bin(journal::ReflectionId id, bool binned);
  JournalInputs inputs() const;
  void addToModel(JournalModel& model) const;
  void search();
  void onAnswer(const journal::Result<journal::service::SearchPage>& page);
  void loadNewest();

  Context& context_;
  PagedSearch search_;
  std::vector<journal::service::ReflectionRow> all_;
  std::vector<journal::service::SearchHit> hits_;
  std::optional<std::size_t> total_;
  std::optional<std::int32_t> week_;
  static constexpr std::size_t kFirstPage = 40;
  std::size_t limit_ = kFirstPage;
  bool more_ = false;
  bool searching_ = false;
  /// The reflection next to the list.
  struct Beside {
    journal::Reflection reflection;
    std::vector<journal::Tag> tags;
    std::vector<journal::service::Version> versions;
    std::vector<journal::Attachment> attached;
    std::size_t version = 0;
    bool showVersions = false;
  };
  std::optional<Beside> beside_;
  std::vector<journal::service::ReflectionRow> binned_;
  bool showBin_ = false;
};

}  // namespace app::model

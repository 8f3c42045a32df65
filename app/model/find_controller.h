#pragma once

#include <functional>
#include <vector>

#include "app/model/build_find.h"
#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/paged_search.h"
#include "app/model/reading_copy_sheet.h"

namespace app::model {

/// Find (Ctrl+K), the sheet of shortcuts and that of the reading copy. UI thread only.
class FindController {
 public:
  /// `run` carries out what was found; `place` says which screen is shown.
  struct Hooks {
    std::function<void(const Intent&)> run;
    std::function<Place()> place;
  };
  FindController(Context& context, Hooks hooks);

  void handle(const FindIntent& intent);
  void onChanges();
  void refresh();
  /// Forgets what was typed and where the person was; the journal is locked.
  void forget();

 private:
  void on(const OpenFind&);
  void on(const CloseFind&);
  void on(const FindChanged&);
  void on(const RunFound& intent);
  void on(const OpenShortcuts&);
  void on(const CloseShortcuts&);
  void on(const OpenReadingCopy&);
  void on(const SaveReadingCopy& intent);
  void on(const CloseReadingCopy&);
  void search();
  void remember(const FindItem& item);

  Context& context_;
  Hooks hooks_;
  bool open_ = false;
  bool shortcuts_ = false;
  ReadingCopySheet readingCopy_;
  PagedSearch search_;
  std::vector<journal::service::SearchHit> hits_;
  std::vector<FindItem> recent_;  ///< newest first; in memory only, gone with a lock
};

}  // namespace app::model

#pragma once

#include <string>

#include "app/model/context.h"
#include "app/model/find_model.h"

namespace app::model {

/// Saving what a screen says as a page for a browser (product.md F1). The page is made by whoever
/// draws; this shows the sheet that says what leaves, and hands the page to the door for files
/// without a lock. UI thread only.
class ReadingCopySheet {
 public:
  explicit ReadingCopySheet(Context& context) : context_(context) {}

  void open();
  void close();
  /// `page` is HTML. Nothing happens before it was said where to.
  void save(std::string page);
  void refresh(ReadingCopyModel& model) const;
  void forget();

 private:
  Context& context_;
  bool open_ = false;
  bool saving_ = false;
  std::string said_;  ///< how the last saving ended
  bool problem_ = false;
};

}  // namespace app::model

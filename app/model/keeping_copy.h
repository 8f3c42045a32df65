#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/model/context.h"
#include "app/model/keeping_model.h"
#include "journal/exchange/access_copy.h"

namespace app::model {

/// A copy that is read in the window, stretch by stretch and exactly as it would leave, before it
/// leaves. UI thread only.
class CopyBeforeItLeaves {
 public:
  explicit CopyBeforeItLeaves(Context& context) : context_(context) {}

  /// Another copy to read, from its beginning.
  void show(journal::exchange::AccessCopy copy);
  void turnTo(std::size_t from);
  bool shown() const { return copy_ != nullptr; }
  void forget();
  /// `ui` is what was typed under it.
  std::optional<CopyToRead> model(const CopyUi& ui) const;

  /// Makes the copy once more on the journal thread and hands it over at the place typed, if it is
  /// still the very one that was read. `again` makes it; `leaving` runs before it leaves.
  using Again =
      std::function<journal::Result<journal::exchange::AccessCopy>(journal::service::Journal&)>;
  using Leaving = std::function<journal::Result<void>(journal::service::Journal&)>;
  void write(const CopyUi& ui, Again again, Leaving leaving,
             std::function<void(journal::Result<std::string>)> done);

 private:
  Context& context_;
  std::shared_ptr<const journal::exchange::AccessCopy> copy_;
  std::string approval_;
  std::size_t from_ = 0;
};

/// Pure.
CopyToRead buildCopyToRead(const journal::exchange::AccessCopy& copy, std::size_t from);

}  // namespace app::model

#include "app/model/keeping_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/keeping/copies.h"
#include "app/model/form.h"
#include "app/model/your_data_words.h"
#include "journal/service/subject_access.h"

namespace app::model {

using journal::Result;
using journal::exchange::AccessCopy;
using journal::exchange::ReadingPart;

namespace {
constexpr std::size_t kStretch = 20;
}  // namespace

CopyToRead buildCopyToRead(const AccessCopy& copy, std::size_t from) {
  CopyToRead model;
  model.title = copy.title;
  model.preface = copy.preface;
  const std::size_t total = copy.items.size();
  from = std::min(from, total);
  const std::size_t end = std::min(from + kStretch, total);
  for (std::size_t i = from; i < end; ++i) {
    const auto& entry = copy.items[i].entry;
    CopyItem item{entry.heading, entry.facts, {}};
    for (const ReadingPart& part : entry.parts) {
      item.parts.push_back({part.kind == ReadingPart::Kind::Passage, part.text});
    }
    model.items.push_back(std::move(item));
  }
  if (total <= kStretch) return model;
  model.position = fmt::format("{} to {} of {}", from + 1, end, total);
  if (from > 0) model.earlier = from > kStretch ? from - kStretch : 0;
  if (end < total) model.later = end;
  return model;
}

void CopyBeforeItLeaves::show(AccessCopy copy) {
  approval_ = journal::service::approvalOf(copy);
  copy_ = std::make_shared<const AccessCopy>(std::move(copy));
  from_ = 0;
}

void CopyBeforeItLeaves::turnTo(std::size_t from) {
  if (copy_ && from < copy_->items.size()) from_ = from;
}

void CopyBeforeItLeaves::forget() {
  copy_.reset();
  approval_.clear();
  from_ = 0;
}

std::optional<CopyToRead> CopyBeforeItLeaves::model(const CopyUi& ui) const {
  if (!copy_) return std::nullopt;
  CopyToRead model = buildCopyToRead(*copy_, from_);
  if (!ui.read)
    model.writeNotYet = tr::kReadItFirst;
  else if (nothingTyped(ui.to))
    model.writeNotYet = tr::kSayWhereCopy;
  return model;
}

void CopyBeforeItLeaves::write(const CopyUi& ui, Again again, Leaving leaving,
                               std::function<void(Result<std::string>)> done) {
  inJob<std::string>(
      context_,
      [again = std::move(again), leaving = std::move(leaving), to = ui.to, approved = approval_](
          JobContext& job, journal::service::Journal& open) -> Result<std::string> {
        ExchangeDoor* door = job.room().exchange;
        if (door == nullptr) {
          return journal::Error{journal::ErrorCode::Internal, "no way out"};
        }
        J_CHECK(door->roomForCopy(to));
        J_TRY(const AccessCopy copy, again(open));
        J_CHECK(app::requireApproved(copy, approved));
        J_CHECK(leaving(open));
        return door->handOver(copy, to);
      },
      std::move(done));
}

}  // namespace app::model

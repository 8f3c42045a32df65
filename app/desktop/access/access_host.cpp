#include "app/desktop/access/access_host.h"

#include <algorithm>
#include <utility>

#include "app/desktop/access/build_access_tree.h"
#include "app/ui/kit.h"

namespace app::desktop {
namespace {

bool sameTree(const AccessTree& a, const AccessTree& b) {
  return a.x == b.x && a.y == b.y &&
         std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                    [](const AccessNode& one, const AccessNode& other) {
                      return one.parent == other.parent && sameNode(one, other);
                    });
}

}  // namespace

AccessHost::AccessHost(std::function<void()> wake, std::string address)
    : wake_(std::move(wake)), status_(followAccessStatus(wake_, std::move(address))) {}

AccessHost::~AccessHost() {
  bridge_.reset();
  if (loader_.joinable()) loader_.join();
}

bool AccessHost::listening() {
  if (!status_->wanted()) {
    if (bridge_ && shown_) forget();
    return false;
  }
  if (!loader_.joinable()) {
    loader_ = std::thread([this] {
      const auto loaded = loadAccessModule();
      if (loaded.ok()) module_ = *loaded;
      missing_ = !loaded.ok();
      wake_();
    });
  }
  if (!bridge_ && module_.load() != nullptr) {
    AccessListener listener;
    listener.wish = [this](AccessWish wish) {
      {
        const std::lock_guard lock(mutex_);
        wishes_.push_back(std::move(wish));
      }
      wake_();
    };
    listener.answer = [this](std::uint64_t ticket, bool taken) {
      {
        const std::lock_guard lock(mutex_);
        answers_.push_back({ticket, taken});
      }
      wake_();
    };
    bridge_ = module_.load()->start(std::move(listener));
  }
  return bridge_ != nullptr;
}

void AccessHost::show(const std::vector<ui::RecordedItem>& frame, const WindowNow& window) {
  if (!bridge_ || !status_->wanted()) return;
  title_ = window.title;
  AccessTree tree = buildAccessTree(frame, window.title, window.hasKeyboard);
  tree.x = window.x;
  tree.y = window.y;
  if (shown_ == nullptr || !sameTree(tree, *shown_)) hand(std::move(tree));
}

void AccessHost::hand(AccessTree tree) {
  shown_ = std::make_shared<const AccessTree>(std::move(tree));
  bridge_->show(shown_);
}

void AccessHost::forget() {
  if (!bridge_) return;
  hand(emptyAccessTree(title_));
  shown_.reset();
}

std::uint64_t AccessHost::offer(AccessKey key, const std::vector<ui::RecordedItem>& frame) {
  if (!bridge_ || !status_->wanted()) return 0;
  const bool secret = std::any_of(frame.begin(), frame.end(), [](const ui::RecordedItem& item) {
    return item.focused && item.text && item.text->secret;
  });
  if (secret && !key.text.empty()) return 0;
  key.ticket = ++tickets_;
  bridge_->offer(std::move(key));
  return tickets_;
}

std::vector<AccessHost::Answer> AccessHost::takeAnswers() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void AccessHost::act(const std::vector<ui::RecordedItem>& frame) {
  std::vector<AccessWish> wishes;
  {
    const std::lock_guard lock(mutex_);
    wishes.swap(wishes_);
  }
  int top = 0;
  for (const ui::RecordedItem& item : frame) top = std::max(top, item.layer);
  for (const AccessWish& wish : wishes) {
    const auto item = std::find_if(frame.begin(), frame.end(),
                                   [&](const auto& each) { return each.path == wish.id; });
    if (item == frame.end() || item->layer != top || !item->interactive) continue;
    if (wish.kind == AccessWish::Kind::Press) {
      ui::pressPath(wish.id);
    } else {
      ui::focusPath(wish.id);
    }
  }
}

}  // namespace app::desktop

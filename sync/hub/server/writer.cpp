#include "sync/hub/server/writer.h"

#include <utility>

namespace syncing::hub {

Writer::Writer(std::size_t mostWaiting) : mostWaiting_(mostWaiting), thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

bool Writer::postTo(std::string_view lane, Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_ >= mostWaiting_ || ending_) return false;
    ++waiting_;
    if (lane.empty()) {
      jobs_.push_back(std::move(job));
    } else {
      auto found = lanes_.find(lane);
      if (found == lanes_.end()) found = lanes_.emplace(lane, std::deque<Job>()).first;
      found->second.push_back(std::move(job));
    }
  }
  changed_.notify_one();
  return true;
}

std::size_t Writer::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

Writer::Job Writer::next() {
  --waiting_;
  const bool ofALane = jobs_.empty() || (laneIsNext_ && !lanes_.empty());
  laneIsNext_ = !ofALane;
  auto lane = lanes_.upper_bound(last_);
  if (lane == lanes_.end()) lane = lanes_.begin();
  std::deque<Job>& from = ofALane ? lane->second : jobs_;
  Job job = std::move(from.front());
  from.pop_front();
  if (ofALane) last_ = lane->first;
  if (ofALane && from.empty()) lanes_.erase(lane);
  return job;
}

void Writer::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || waiting_ > 0; });
    if (waiting_ == 0) return;
    const Job job = next();
    lock.unlock();
    job();
    lock.lock();
  }
}

}  // namespace syncing::hub

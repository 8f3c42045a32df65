#include "app/model/circle_making.h"

#include <algorithm>

#include "app/model/build_formats.h"
#include "app/model/circle_format_words.h"
#include "app/model/circle_formats.h"
#include "app/model/circle_stored.h"
#include "app/model/form.h"

namespace app::model {

using journal::OwnFormat;
using journal::Result;

// Begun and kept
// -------------------------------------------------------------------------------------

void CircleMaking::begin(const OwnFormat& own) {
  own_ = own;
  draft() = typedFormat(own.format);
  keys_.clear();
  for (std::size_t i = 0; i < draft().rounds.size(); ++i) keys_.push_back(nextKey_++);
  open_ = 0;
  takenOut_.reset();
  autosave_.reset(std::nullopt);
}

void CircleMaking::beginAndKeep(const OwnFormat& own) {
  begin(own);
  changed();
  flush([](const Result<void>&) {});
}

void CircleMaking::finish(std::function<void()> done) {
  flush([this, done = std::move(done)](const Result<void>& saved) {
    if (!saved.ok()) return;
    own_.reset();
    draft() = {};
    done();
  });
}

OwnFormat CircleMaking::asKept() const {
  OwnFormat own = *own_;
  own.format = keptFormat(draft());
  own.unready = !journal::planOf(own.format, session::Naming::Named).ok();
  return own;
}

void CircleMaking::changed() {
  autosave_.changed(context_.clock.now());
}

void CircleMaking::tick(journal::UtcTime now) {
  if (autosave_.due(now)) flush([](const Result<void>&) {});
}

void CircleMaking::flush(Saved done) {
  if (!own_) return done({});
  saveAll(
      context_, autosave_, [this](Saved saved) { saveFormat(std::move(saved)); }, std::move(done));
}

void CircleMaking::saveFormat(Saved saved) {
  const OwnFormat sent = asKept();
  applyOps(context_, {journal::service::PutOwnFormat{sent}},
           [this, sent, saved = std::move(saved)](const Result<void>& outcome) {
             if (outcome.ok())
               kept_(sent);
             else
               context_.say(outcome.error());
             saved(outcome);
           });
}

// Changed
// -------------------------------------------------------------------------------------------

std::optional<std::size_t> CircleMaking::indexOf(std::uint64_t key) const {
  const auto found = std::find(keys_.begin(), keys_.end(), key);
  if (found == keys_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - keys_.begin());
}

void CircleMaking::roomForAPrompt() {
  const auto at = indexOf(open_);
  if (!at) return;
  auto& prompts = draft().rounds[*at].prompts;
  const bool full = prompts.size() >= kMostPrompts;
  if (prompts.empty() || (!nothingTyped(prompts.back()) && !full)) prompts.emplace_back();
}

void CircleMaking::on(const FormatChanged&) {
  roomForAPrompt();
  changed();
}

void CircleMaking::on(const ChangeFormatMinutes& intent) {
  const auto at = indexOf(intent.round);
  if (!at) return;
  changeMinutes(draft().rounds[*at], intent.by);
  changed();
}

void CircleMaking::on(const MoveFormatRound& intent) {
  const auto at = indexOf(intent.round);
  if (!at) return;
  const std::size_t other = intent.earlier ? *at - 1 : *at + 1;
  if (other >= keys_.size()) return;
  std::swap(draft().rounds[*at], draft().rounds[other]);
  std::swap(keys_[*at], keys_[other]);
  changed();
}

void CircleMaking::on(const RemoveFormatRound& intent) {
  const auto at = indexOf(intent.round);
  if (!at) return;
  const auto place = static_cast<std::ptrdiff_t>(*at);
  takenOut_ = TakenOut{*at, intent.round, std::move(draft().rounds[*at])};
  draft().rounds.erase(draft().rounds.begin() + place);
  keys_.erase(keys_.begin() + place);
  changed();
}

void CircleMaking::on(const PutRoundBack&) {
  if (!takenOut_) return;
  const auto place = static_cast<std::ptrdiff_t>(std::min(takenOut_->at, keys_.size()));
  draft().rounds.insert(draft().rounds.begin() + place, std::move(takenOut_->round));
  keys_.insert(keys_.begin() + place, takenOut_->key);
  takenOut_.reset();
  changed();
}

void CircleMaking::on(const AddFormatRound& intent) {
  auto& rounds = draft().rounds;
  const bool closes = !rounds.empty() && rounds.back().kind == session::RoundKind::Close;
  const auto at = static_cast<std::ptrdiff_t>(rounds.size() - (closes ? 1 : 0));
  rounds.insert(rounds.begin() + at, roundOf(freshRound(intent.kind)));
  keys_.insert(keys_.begin() + at, nextKey_++);
  changed();
}

void CircleMaking::on(const OpenFormatRound& intent) {
  open_ = intent.round;
  roomForAPrompt();
}

void CircleMaking::on(const ChangeFormatKind& intent) {
  const auto at = indexOf(intent.round);
  if (!at) return;
  changeKind(draft().rounds[*at], intent.kind);
  on(FormatChanged{});
}

FormatMakingModel CircleMaking::model() const {
  FormatMakingModel model = makingOf(draft(), keys_, open_);
  if (!autosave_.settled())
    model.saved = std::string(tr::kFormatUnsaved);
  else if (autosave_.savedAt())
    model.saved = std::string(tr::kFormatSaved);
  if (takenOut_)
    model.takenOut = nothingTyped(takenOut_->round.name)
                         ? std::string(roundKindName(takenOut_->round.kind))
                         : takenOut_->round.name;
  return model;
}

void CircleMaking::forget() {
  own_.reset();
  keys_.clear();
  open_ = 0;
  takenOut_.reset();
  autosave_.reset(std::nullopt);
}

}  // namespace app::model

#include "app/model/circle_shelf.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

#include "app/model/build_formats.h"
#include "app/model/circle_format_words.h"
#include "app/model/circle_formats.h"
#include "app/model/circle_stored.h"
#include "app/model/circle_words.h"

namespace app::model {

using journal::OwnFormat;
using journal::Result;
using journal::SessionFormat;

namespace {

/// As a plan of it would be kept: "One question" is no file's.
SessionFormat oneQuestionFormat() {
  SessionFormat format = formatOf(oneQuestionSession());
  format.purpose = std::string(tr::kOneQuestionPurpose);
  return format;
}

void putByName(std::vector<OwnFormat>& formats, const OwnFormat& own) {
  formats.push_back(own);
  std::sort(formats.begin(), formats.end(), [](const OwnFormat& a, const OwnFormat& b) {
    return std::tie(a.format.name, a.id) < std::tie(b.format.name, b.id);
  });
}

void takeOff(std::vector<OwnFormat>& formats, const journal::OwnFormatId& id) {
  formats.erase(std::remove_if(formats.begin(), formats.end(),
                               [&](const OwnFormat& own) { return own.id == id; }),
                formats.end());
}

const OwnFormat* withKey(const std::vector<OwnFormat>& formats, std::string_view key) {
  for (const OwnFormat& own : formats) {
    if (own.id.hex() == key) return &own;
  }
  return nullptr;
}

}  // namespace

CircleShelf::CircleShelf(Context& context)
    : context_(context),
      oneQuestion_(oneQuestionFormat()),
      making_(context, [this](const OwnFormat& own) { kept(own); }) {}

void CircleShelf::load() {
  const auto read = [this](auto ask, std::vector<OwnFormat>& into) {
    query<std::vector<OwnFormat>>(context_, ask, [this, &into](Result<std::vector<OwnFormat>> all) {
      if (!all.ok()) return context_.say(all.error());
      into = std::move(*all);
    });
  };
  read([](journal::service::Journal& open) { return open.ownFormats(); }, own_);
  read([](journal::service::Journal& open) { return open.formatsSetAside(); }, aside_);
}

void CircleShelf::handle(const CircleFormatIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

// Which there are
// -------------------------------------------------------------------------------------

const SessionFormat* CircleShelf::shipped(std::string_view code) const {
  return code == oneQuestion_.code ? &oneQuestion_ : context_.library.formats.find(code);
}

const OwnFormat* CircleShelf::own(std::string_view key) const {
  const OwnFormat* found = withKey(own_, key);
  return found != nullptr ? found : withKey(aside_, key);
}

const SessionFormat* CircleShelf::chosen() const {
  const OwnFormat* mine = own(chosen_);
  return mine != nullptr ? &mine->format : shipped(chosen_);
}

const SessionFormat* CircleShelf::find(std::string_view code) const {
  for (const OwnFormat& one : own_) {
    if (one.format.code == code && !one.unready) return &one.format;
  }
  return context_.library.formats.find(code);
}

std::vector<SessionFormat> CircleShelf::offered() const {
  std::vector<SessionFormat> formats = {oneQuestion_};
  const auto& shipped = context_.library.formats.formats;
  formats.insert(formats.end(), shipped.begin(), shipped.end());
  for (const OwnFormat& one : own_) {
    if (!one.unready) formats.push_back(one.format);
  }
  return formats;
}

bool CircleShelf::codeIsTaken(const std::string& code) const {
  const auto same = [&](const OwnFormat& own) { return own.format.code == code; };
  return shipped(code) != nullptr || std::any_of(own_.begin(), own_.end(), same) ||
         std::any_of(aside_.begin(), aside_.end(), same);
}

OwnFormat CircleShelf::fresh(SessionFormat format, bool keepCode) {
  constexpr std::size_t kDigits = 8;
  OwnFormat made{journal::OwnFormatId::random(context_.random), std::move(format)};
  if (!keepCode || codeIsTaken(made.format.code))
    made.format.code = "own-" + made.id.hex().substr(0, kDigits);
  return made;
}

void CircleShelf::kept(const OwnFormat& now) {
  takeOff(own_, now.id);
  takeOff(aside_, now.id);
  putByName(now.setAside ? aside_ : own_, now);
}

void CircleShelf::put(OwnFormat changed) {
  applyOps(context_, {journal::service::PutOwnFormat{changed}},
           [this, changed](const Result<void>& done) {
             if (!done.ok()) return context_.say(done.error());
             kept(changed);
           });
}

// Read, made, set aside
// -------------------------------------------------------------------------------

void CircleShelf::on(const ReadFormat& intent) {
  chosen_ = intent.key;
  passing_.reset();
  taking_.reset();
}

void CircleShelf::on(const SetFormatAside& intent) {
  const OwnFormat* mine = own(intent.key);
  if (mine == nullptr) return;
  OwnFormat changed = *mine;
  changed.setAside = true;
  passing_.reset();
  put(std::move(changed));
}

void CircleShelf::on(const BringFormatBack& intent) {
  const OwnFormat* mine = own(intent.key);
  if (mine == nullptr) return;
  OwnFormat changed = *mine;
  changed.setAside = false;
  put(std::move(changed));
}

void CircleShelf::on(const MakeFormat&) {
  SessionFormat format;
  for (const auto kind : {session::RoundKind::Arrive, session::RoundKind::Close})
    format.rounds.push_back(roundOf(freshRound(kind)));
  taking_.reset();
  making_.begin(fresh(std::move(format), false));
}

void CircleShelf::on(const CopyFormat& intent) {
  const OwnFormat* mine = own(intent.key);
  const SessionFormat* from = mine != nullptr ? &mine->format : shipped(intent.key);
  if (from == nullptr) return;
  keep(*from);
}

void CircleShelf::keep(SessionFormat format) {
  format.name += tr::kOurs;
  passing_.reset();
  making_.beginAndKeep(fresh(std::move(format), false));
}

void CircleShelf::on(const ChangeFormat& intent) {
  const OwnFormat* mine = withKey(own_, intent.key);
  if (mine == nullptr) return;
  passing_.reset();
  making_.begin(*mine);
}

void CircleShelf::on(const FormatDone&) {
  if (!making_.making()) return;
  const std::string key = making_.id().hex();
  making_.finish([this, key] {
    if (own(key) != nullptr) chosen_ = key;
  });
}

void CircleShelf::forget() {
  own_.clear();
  aside_.clear();
  making_.forget();
  chosen_.clear();
  passing_.reset();
  taking_.reset();
}

// As it is shown
// -------------------------------------------------------------------------------------

FormatsModel CircleShelf::model() const {
  FormatsModel model;
  if (making_.making()) {
    model.making = making_.model();
    return model;
  }
  const auto row = [this](const SessionFormat& format, const std::string& key) {
    return formatRow(format, key, key == chosen_);
  };
  model.shipped.push_back(row(oneQuestion_, oneQuestion_.code));
  for (const SessionFormat& one : context_.library.formats.formats)
    model.shipped.push_back(row(one, one.code));
  for (const OwnFormat& one : own_) {
    model.own.push_back(row(one.format, one.id.hex()));
    if (one.unready) model.own.back().detail = std::string(tr::kFormatNotReady);
  }
  for (const OwnFormat& one : aside_) model.aside.push_back(row(one.format, one.id.hex()));
  if (const SessionFormat* read = chosen()) {
    model.reading = readingOf(*read);
    model.reading->key = chosen_;
    model.reading->own = own(chosen_) != nullptr;
    model.reading->aside = withKey(aside_, chosen_) != nullptr;
    if (passing_) model.passing = passingModel();
  }
  if (taking_) model.taking = takingModel();
  return model;
}

}  // namespace app::model

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/journal/service/devices_support.h"

namespace journal::service {

/// A tutor's hand on several devices: random things people do, each acknowledged before it counts,
/// and what must be true of the words afterwards.
class ManyDevices {
 public:
  ManyDevices(std::uint64_t seed, std::size_t devices, store::MergeTexts mergeTexts = nullptr);
  /// Another device, empty. Returns its place.
  std::size_t add();
  /// A device whose whole folder is a copy of `of`'s.
  std::size_t copyOf(std::size_t of);
  /// Sets a copy of a device's folder aside, and puts it back in its place.
  void setAside(std::size_t device);
  void putBack(std::size_t device);

  OnDevice& device(std::size_t i) { return *devices_[i]; }
  std::size_t size() const { return devices_.size(); }
  SeededRandom& random() { return random_; }

  /// Some devices begin with a version that knows no attachments. From now on it is the newest.
  void update(std::size_t device);
  void updateAll();

  /// Something on one device, as its person sees the journal there.
  void act(std::size_t device);
  /// Part of what one device has, to another.
  void passSome();
  /// Until everybody has everything.
  void passAll();

  /// Everything a person could see, with nothing that depends on who came first.
  std::string picture(std::size_t device);
  /// Sentences that nobody took out who saw them, and that are in no text any more.
  std::vector<std::string> lost(std::size_t device);
  /// Reflections that were erased and are there again.
  std::vector<std::string> back(std::size_t device);
  std::vector<std::string> problems(std::size_t device);

 private:
  void erase(LocalJournal& journal, const Reflection& reflection);
  void hold(LocalJournal& journal);
  void write(LocalJournal& journal);
  void edit(LocalJournal& journal, const Reflection& reflection);
  void tag(LocalJournal& journal, const Reflection& reflection);
  void attach(LocalJournal& journal, const Reflection& reflection);
  void other(LocalJournal& journal, const Reflection& reflection, bool knowsAll);
  /// The one case study's one claim, and the one learning plan.
  void claim(LocalJournal& journal);
  void plan(LocalJournal& journal);
  /// Some sentences more, some others, some fewer; what was taken out is not lost.
  std::string changed(const std::string& text);
  std::string sentence();
  void did(LocalJournal& journal, const Op& op);

  SeededRandom random_;
  std::uint64_t seed_;
  store::MergeTexts mergeTexts_;
  TempFolder folder_;
  std::vector<std::unique_ptr<OnDevice>> devices_;
  std::map<std::string, ReflectionId> written_;  ///< sentences, acknowledged; nil: not of one
  std::set<std::string> takenOut_;               ///< by somebody who saw them
  std::set<ReflectionId> erased_;
  CaseStudyId study_;
  ClaimId claim_;
  NameId planned_;
  int sentences_ = 0;
};

}  // namespace journal::service

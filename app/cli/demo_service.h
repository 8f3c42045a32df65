#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "journal/service/local_journal.h"

namespace app {

/// What was built, for the screen to say.
struct DemoReport {
  std::filesystem::path journal;   ///< the vault of `person`
  std::filesystem::path evidence;  ///< the evidence store of the service
  std::string service;
  std::string person;
  std::string facilitator;
  std::string manager;
  std::string passphrase;  ///< of both; a demonstration one, meant to be shown
  std::size_t reflections = 0;
  std::size_t drafts = 0;
  std::size_t approved = 0;
  std::vector<std::string> remarks;  ///< what of the files could not be used
};

/// Builds the demonstration service of `assets`/demo in `into`: the journal of one tutor (names,
/// reflections, tags, intentions, drafts of case studies) and the evidence store, where the other
/// tutors' case studies were submitted, read by the facilitator and approved by the manager through
/// the calls the real thing uses. Conflict when there is a journal or store in `into` already.
/// Takes a few seconds with the standard key derivation.
journal::Result<DemoReport> buildDemo(const std::filesystem::path& into,
                                      const std::filesystem::path& assets,
                                      const journal::service::Surroundings& surroundings);

}  // namespace app

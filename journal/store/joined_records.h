#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/store/record.h"
#include "journal/store/text_heads.h"

namespace journal::store {

// How two changes of the same thing become one, so that no device's words are lost for another's
// (security.md 3.3). `base` is what both were made from; none when neither knew of the other's.
// Pure; `theirs` is the later one where only one can be.

/// Words are joined; passages that either linked are linked, unless the other took them off.
Claim joined(const Claim* base, const Claim& ours, const Claim& theirs, MergeTexts merge);
/// Words are joined, goal by goal of a term.
Profile joined(const Profile* base, const Profile& ours, const Profile& theirs, MergeTexts merge);
Intention joined(const Intention* base, const Intention& ours, const Intention& theirs,
                 MergeTexts merge);
/// Of a title or another short line: both, one after the other, when both were changed.
std::string joinedLine(const std::string* base, const std::string& ours, const std::string& theirs);

// The same for entries of the log.
ClaimPut joinedPuts(const ClaimPut* base, const ClaimPut& ours, const ClaimPut& theirs,
                    MergeTexts merge);
ProfilePut joinedPuts(const ProfilePut* base, const ProfilePut& ours, const ProfilePut& theirs,
                      MergeTexts merge);
IntentionPut joinedPuts(const IntentionPut* base, const IntentionPut& ours,
                        const IntentionPut& theirs, MergeTexts merge);
TitleSet joinedPuts(const TitleSet* base, const TitleSet& ours, const TitleSet& theirs,
                    MergeTexts merge);
/// What an entry puts for `entity`. A case study's first title and claims came with it.
template <class Put>
std::optional<Put> putIn(const Record& record, const EntityId&) {
  const auto* put = std::get_if<Put>(&record);
  return put == nullptr ? std::optional<Put>() : *put;
}
template <>
std::optional<TitleSet> putIn<TitleSet>(const Record& record, const EntityId& entity);
template <>
std::optional<ClaimPut> putIn<ClaimPut>(const Record& record, const EntityId& entity);

}  // namespace journal::store

#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "journal/base/id.h"

namespace journal {

using ReflectionId = Id<struct ReflectionIdTag>;
/// A young person, a colleague or a place that the tutor's words mention.
using NameId = Id<struct NameIdTag>;
using TagId = Id<struct TagIdTag>;
using IntentionId = Id<struct IntentionIdTag>;
/// A picture or a recording that is kept with a reflection.
using AttachmentId = Id<struct AttachmentIdTag>;
/// A lesson of the tutor's own timetable.
using SlotId = Id<struct SlotIdTag>;
/// A word the tutor's spelling knows.
using WordId = Id<struct WordIdTag>;
/// A prompt set of the service's own, in all its versions.
using PromptSetId = Id<struct PromptSetIdTag>;
/// An answer to how far notes about a young person may go.
using PermissionId = Id<struct PermissionIdTag>;
/// A legal hold (legal_hold.h).
using LegalHoldId = Id<struct LegalHoldIdTag>;
/// A search for everything about somebody (access.h).
using AccessId = Id<struct AccessIdTag>;
/// A session of a reflection group, and a format of somebody's own (group_session.h).
using GroupSessionId = Id<struct GroupSessionIdTag>;
using OwnFormatId = Id<struct OwnFormatIdTag>;
using CaseStudyId = Id<struct CaseStudyIdTag>;
using ClaimId = Id<struct ClaimIdTag>;
/// One installation incarnation of one tutor's journal; a copied vault gets a new one on proof
/// (security.md 3.3).
using DeviceId = Id<struct DeviceIdTag>;
using VaultId = Id<struct VaultIdTag>;

/// Names one entry of the op log: the n-th change made on a device. `seq` is contiguous from 1.
struct OpId {
  DeviceId device;
  std::uint64_t seq = 0;
  friend auto operator<=>(const OpId&, const OpId&) = default;
};

}  // namespace journal

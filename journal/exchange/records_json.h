#pragma once

#include <optional>

#include "journal/domain/group_session.h"
#include "journal/domain/kept_word.h"
#include "journal/domain/own_prompts.h"
#include "journal/domain/permission.h"
#include "journal/domain/profile.h"
#include "journal/domain/timetable_slot.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/json_value.h"

// Private to journal/exchange (it shows Json): each noun of the journal as a JSON object and back.
// The readers are total: nullopt for anything that is not what the writer would write.

namespace journal::exchange {

Json toJson(const KnownName& name);
Json toJson(const Reflection& reflection, const std::vector<Tag>& tags);
Json toJson(const Intention& intention);
Json toJson(const CaseStudy& study);
// plans_json.cpp
Json toJson(const Profile& profile);
Json toJson(const KeptWord& word);
Json toJson(const TimetableSlot& slot);
Json toJson(const OwnPromptSet& set);
Json toJson(const Permission& permission);
// framework_json.cpp, held_json.cpp
Json toJson(const FrameworkVersion& version);
Json toJson(const Removal& removal);
Json toJson(const HoldRecord& hold);
Json toJson(const AttachmentRecord& record);
// keeping_json.cpp
Json toJson(const LegalHold& hold);
Json toJson(const AccessRecord& access);
// groups_json.cpp
Json toJson(const GroupSession& group);
Json toJson(const OwnFormat& own);

std::optional<KnownName> nameFrom(const Json& json);
std::optional<ImportedReflection> reflectionFrom(const Json& json);
std::optional<Intention> intentionFrom(const Json& json);
std::optional<CaseStudy> caseStudyFrom(const Json& json);
std::optional<Profile> profileFrom(const Json& json);
std::optional<KeptWord> wordFrom(const Json& json);
std::optional<TimetableSlot> slotFrom(const Json& json);
std::optional<OwnPromptSet> promptSetFrom(const Json& json);
std::optional<Permission> permissionFrom(const Json& json);
std::optional<FrameworkVersion> frameworkFrom(const Json& json);
std::optional<Removal> removalFrom(const Json& json);
std::optional<HoldRecord> holdFrom(const Json& json);
std::optional<AttachmentRecord> attachmentFrom(const Json& json);
std::optional<LegalHold> legalHoldFrom(const Json& json);
std::optional<AccessRecord> accessFrom(const Json& json);
std::optional<GroupSession> groupSessionFrom(const Json& json);
std::optional<OwnFormat> ownFormatFrom(const Json& json);

}  // namespace journal::exchange

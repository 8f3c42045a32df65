#pragma once

#include <optional>
#include <string>

#include "journal/service/journal.h"

namespace journal::service {

/// What stays when a tutor keeps only their own learning of a reflection (domain.md 5.5): its words
/// with every young person taken out, or `ownWords` in their place; tags of nobody on words that
/// are the same; what was meant for next time. Its group and year group go. `kept.id` is nil: it is
/// the caller's, who shows this before it is kept. InvalidInput with advice when `ownWords` still
/// name a young person; NotFound.
Result<OwnLearning> learningFrom(Journal& journal, ReflectionId id,
                                 const std::optional<std::string>& ownWords);

}  // namespace journal::service

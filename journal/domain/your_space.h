#pragma once

#include <string_view>

namespace journal {

/// What a tutor reads before the first entry (domain.md 5.6; assets/safeguarding.json): that it can
/// be asked for.
inline constexpr std::string_view kYourSpace =
    "This is your space. Nobody in the service reads it in the ordinary run of things; you "
    "choose what to share. It is not secret in law: a young person, or their parent, may ask "
    "for what is written about them, and a court may order it. So use the code, not the "
    "name; write what you saw and what you learned; keep anything about a child's safety for "
    "the DSL.";

}  // namespace journal

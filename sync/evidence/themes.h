#pragma once

#include <string_view>
#include <vector>

#include "journal/domain/theme.h"
#include "sync/evidence/store_impl.h"

// Themes that left groups: what came and was taken back, in a chain of its own. No moment of it and
// nobody stands there: neither who sent a theme nor which came together.

namespace syncing::evidence {

journal::Result<void> takeTheme(const Context& context, std::string_view bytes);
journal::Result<void> takeThemeBack(const Context& context, const journal::ThemeId& id);
journal::Result<journal::ThemeStanding> themeStanding(const Context& context,
                                                      const journal::ThemeId& id);
/// The newest term first, within a term by what they are and by their words.
journal::Result<std::vector<journal::LeavingTheme>> listedThemes(const Context& context);
/// Follows the chain, and compares every theme with the last that was said of it.
journal::Result<void> checkThemes(const Context& context);

}  // namespace syncing::evidence

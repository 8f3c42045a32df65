#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "app/cli/context.h"
#include "journal/domain/group_session.h"

namespace app::cli {

/// The session whose id begins so. NotFound; InvalidInput when several do.
journal::Result<journal::GroupSession> sessionOf(journal::service::Journal& journal,
                                                 const std::string& id);
/// The same of one that was held; Conflict with advice when it was not.
journal::Result<journal::GroupSession> heldSessionOf(journal::service::Journal& journal,
                                                     const std::string& id);

/// What becomes of a session's record: show, tick, strike, delete; and the themes that leave.
void addGroupRecordCommands(const Command& groups, Context& context);
void addGroupThemesCommand(const Command& groups, Context& context);

}  // namespace app::cli

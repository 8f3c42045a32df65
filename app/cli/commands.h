#pragma once

#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "app/cli/context.h"

namespace app::cli {

// Each adds its commands to `app`; choosing one sets context.action. `context` must outlive `app`.
void addVaultCommands(const Command& app, Context& context);
void addWriteCommands(const Command& app, Context& context);
void addHoldCommand(const Command& app, Context& context);
void addOutcomesCommand(const Command& app, Context& context);
void addTagCommands(const Command& app, Context& context);
void addReadCommands(const Command& app, Context& context);
void addSearchCommand(const Command& app, Context& context);
void addImportCommand(const Command& app, Context& context);
void addExportCommand(const Command& app, Context& context);
void addFindIdentifiersCommand(const Command& app, Context& context);
void addCaseStudyCommands(const Command& app, Context& context);
void addReviewCommands(const Command& caseStudy, Context& context);
void addSeenCommand(const Command& evidence, Context& context);
void addEvidenceCommands(const Command& app, Context& context);
void addEvidenceThemesCommand(const Command& evidence, Context& context);
void addSyncCommands(const Command& app, Context& context);
void addHubCommands(const Command& hub, Context& context);
void addHubAuditCommand(const Command& hub, Context& context);
void addDifferencesCommand(const Command& app, Context& context);
void addAccessCommands(const Command& app, Context& context);
void addErasePersonCommand(const Command& app, Context& context);
void addRetentionCommands(const Command& app, Context& context);
void addLeaveCommand(const Command& app, Context& context);
void addLegalHoldCommand(const Command& app, Context& context);
void addGroupsCommand(const Command& app, Context& context);
void addPairCommands(const Command& app, Context& context);
void addRecoveryCommands(const Command& app, Context& context);
void addAttachmentCommands(const Command& app, Context& context);
void addDemoCommand(const Command& app, Context& context);

/// Runs one command line. Never throws; returns the exit code (wording.h).
int run(const std::vector<std::string>& arguments, Context& context);

}  // namespace app::cli

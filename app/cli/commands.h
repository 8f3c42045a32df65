#pragma once

#include <string>
#include <vector>

#include "app/cli/context.h"

namespace CLI {
class App;
}

namespace app::cli {

// Each adds its commands to `app`; choosing one sets context.action. `context` must outlive `app`.
void addVaultCommands(CLI::App& app, Context& context);
void addWriteCommands(CLI::App& app, Context& context);
void addTagCommands(CLI::App& app, Context& context);
void addReadCommands(CLI::App& app, Context& context);
void addSearchCommand(CLI::App& app, Context& context);
void addImportCommand(CLI::App& app, Context& context);
void addExportCommand(CLI::App& app, Context& context);
void addCaseStudyCommands(CLI::App& app, Context& context);
void addReviewCommands(CLI::App& caseStudy, Context& context);
void addEvidenceCommands(CLI::App& app, Context& context);
void addDemoCommand(CLI::App& app, Context& context);

/// Runs one command line. Never throws; returns the exit code (wording.h).
int run(const std::vector<std::string>& arguments, Context& context);

}  // namespace app::cli

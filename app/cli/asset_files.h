#pragma once

#include <filesystem>
#include <string>

#include "journal/base/result.h"
#include "journal/domain/framework.h"
#include "journal/domain/prompts.h"

namespace app {

/// Where the shipped files are: `wanted` when given, else beside the installed program
/// (../share/afternote), else where it was installed to, else the source folder it was built from.
/// The first that holds framework.json; NotFound with advice when none does.
journal::Result<std::filesystem::path> findAssets(const std::filesystem::path& wanted);

/// One file of an assets folder; `what` names it in the sentence for the person when it is missing.
journal::Result<std::string> readAsset(const std::filesystem::path& assets, const char* file,
                                       const char* what);

/// The framework of an assets folder. InvalidInput or NotFound with a sentence that says what is
/// missing or broken.
journal::Result<journal::Framework> loadFramework(const std::filesystem::path& assets);
journal::Result<journal::PromptLibrary> loadPrompts(const std::filesystem::path& assets);

}  // namespace app

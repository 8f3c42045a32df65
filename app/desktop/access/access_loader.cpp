#include <dlfcn.h>

#include "app/desktop/access/access_bridge.h"

namespace app::desktop {
namespace {

/// The name of the one symbol of the module; its number changes whenever access_bridge.h does.
constexpr const char* kEntry = "afternoteAccess2";

const AccessModule* open() {
  for (const char* path : {AFTERNOTE_ACCESS_INSTALLED, AFTERNOTE_ACCESS_BUILT}) {
    void* module = ::dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) continue;
    using Entry = const AccessModule* (*)();
    // POSIX promises that a pointer from dlsym can be a function's.
    if (const auto entry = reinterpret_cast<Entry>(::dlsym(module, kEntry))) return entry();
  }
  return nullptr;
}

}  // namespace

journal::Result<const AccessModule*> loadAccessModule() {
  static const AccessModule* loaded = nullptr;
  if (loaded == nullptr) loaded = open();
  if (loaded != nullptr) return loaded;
  return journal::Error{journal::ErrorCode::Internal, "accessibility module",
                        "The part of Afternote that speaks with screen readers is missing. "
                        "Install it again."};
}

}  // namespace app::desktop

#include "journal/exchange/formats.h"

#include <dlfcn.h>

#include <array>

namespace journal::exchange {
namespace {

/// The name of the one symbol of the module; its number changes whenever Formats does.
constexpr const char* kEntry = "afternoteFormats1";

const Formats* open() {
  for (const char* path : {AFTERNOTE_FORMATS_INSTALLED, AFTERNOTE_FORMATS_BUILT}) {
    void* module = ::dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) continue;
    using Entry = const Formats* (*)();
    // POSIX promises that a pointer from dlsym can be a function's.
    if (const auto entry = reinterpret_cast<Entry>(::dlsym(module, kEntry))) return entry();
  }
  return nullptr;
}

}  // namespace

Result<const Formats*> loadFormats() {
  static const Formats* formats = nullptr;
  if (formats == nullptr) formats = open();
  if (formats != nullptr) return formats;
  return Error{ErrorCode::Internal, "formats module",
               "The part of Afternote that reads archives and calendars and writes PDF is missing. "
               "Install it again."};
}

}  // namespace journal::exchange

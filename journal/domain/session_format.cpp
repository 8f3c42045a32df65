#include "journal/domain/session_format.h"

namespace journal {

const SessionFormat* FormatLibrary::find(std::string_view code) const {
  for (const SessionFormat& format : formats) {
    if (format.code == code) return &format;
  }
  return nullptr;
}

}  // namespace journal

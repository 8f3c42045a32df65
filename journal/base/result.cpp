#include "journal/base/result.h"

#include <cstdio>

namespace journal {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return "not-found";
    case ErrorCode::InvalidInput:
      return "invalid-input";
    case ErrorCode::Locked:
      return "locked";
    case ErrorCode::WrongPassphrase:
      return "wrong-passphrase";
    case ErrorCode::Corrupt:
      return "corrupt";
    case ErrorCode::TooNew:
      return "too-new";
    case ErrorCode::Conflict:
      return "conflict";
    case ErrorCode::Io:
      return "io";
    case ErrorCode::Network:
      return "network";
    case ErrorCode::Cancelled:
      return "cancelled";
    case ErrorCode::Internal:
      return "internal";
  }
  return "internal";
}

void assertionFailed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "afternote: broken invariant (%s) at %s:%d\n", expression, file, line);
  std::abort();
}

}  // namespace journal

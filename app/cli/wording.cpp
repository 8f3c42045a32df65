#include "app/cli/wording.h"

#include <algorithm>

namespace app::cli {
namespace {

const char* forCode(journal::ErrorCode code) {
  using enum journal::ErrorCode;
  switch (code) {
    case NotFound:
      return "That is not here.";
    case InvalidInput:
      return "That could not be used as it is. Nothing has changed.";
    case Locked:
      return "The journal is open in another program. Close it there and try again.";
    case WrongPassphrase:
      return "That passphrase does not open it. Nothing has changed.";
    case Corrupt:
      return "Part of it is damaged on the disk. Nothing was changed: keep the folder as it is and "
             "restore a backup beside it.";
    case TooNew:
      return "A newer Afternote wrote this. Update this one to open it.";
    case Conflict:
      return "That is not possible from here. Nothing has changed.";
    case Io:
      return "The disk could not be read or written. Check that it is there, has room and may be "
             "written.";
    case Network:
      return "The other side could not be reached. Nothing is lost.";
    case Cancelled:
      return "Stopped. What was saved before stays.";
    case Internal:
      break;
  }
  return "Something unexpected happened. Nothing that was saved is lost.";
}

}  // namespace

std::string sentence(const journal::Error& error) {
  return error.advice.empty() ? forCode(error.code) : error.advice;
}

int exitCode(const journal::Error& error) {
  using enum journal::ErrorCode;
  switch (error.code) {
    case NotFound:
      return kNo;
    case InvalidInput:
      return kUnusable;
    case Locked:
      return kInUse;
    case WrongPassphrase:
      return kWrongPassphrase;
    case Corrupt:
      return kDamaged;
    case TooNew:
      return kNewer;
    case Conflict:
      return kRefused;
    case Io:
    case Network:
      return kDisk;
    case Cancelled:
      return kStopped;
    case Internal:
      break;
  }
  return kUnexpected;
}

std::string plainly(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  const std::string& several = many.empty() ? one + "s" : many;
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

}  // namespace app::cli

#include "app/model/wording.h"

namespace app::tr {
namespace {

Words forCode(journal::ErrorCode code) {
  using enum journal::ErrorCode;
  switch (code) {
    case NotFound:
      return "That is not here any more. Nothing else has changed.";
    case InvalidInput:
      return "We could not use that as it is. Nothing has changed.";
    case Locked:
      return "Your journal is open somewhere else, or locked. Close it there, then try again.";
    case WrongPassphrase:
      return "That didn’t open it. Check Caps Lock, or use your recovery key.";
    case Corrupt:
      return "Part of the journal is damaged on the disk. Nothing was changed. Restore a backup, "
             "or "
             "ask for help before writing more.";
    case TooNew:
      return "This was written by a newer Afternote. Your notes are safe; update to open them.";
    case Conflict:
      return "Something changed first. Look again, then try once more.";
    case Io:
      return "We couldn’t write to the disk. Your words are still here. Free some space, then try "
             "again.";
    case Network:
      return "We couldn’t reach the other side. Nothing is lost; try again when you are online.";
    case Cancelled:
      return "Stopped. Nothing is lost.";
    case Internal:
      break;
  }
  return "Something unexpected happened. What you wrote is still here; try once more.";
}

}  // namespace

std::string sentence(const journal::Error& error) {
  if (!error.advice.empty()) return error.advice;
  return std::string(forCode(error.code));
}

}  // namespace app::tr

// Answers to how far notes about a young person may go.

#include "journal/service/op_runner.h"

namespace journal::service {

using store::entityOf;
using store::Field;

Result<void> OpRunner::operator()(const RecordPermission& op) {
  J_CHECK(requireId(op.permission.id.isNil()));
  J_CHECK(requireDate(op.permission.on));
  J_CHECK(requireDate(op.permission.until));
  J_TRY(const auto named, parts_.projections.names.madeBy(op.permission.youngPerson));
  if (!named) return Error{ErrorCode::NotFound, "name " + op.permission.youngPerson.hex()};
  Permission permission = op.permission;
  permission.askedBy = cleanLabel(permission.askedBy);
  permission.howAsked = cleanLabel(permission.howAsked);
  constexpr std::size_t kLongest = 2000;
  if (permission.askedBy.empty() || permission.howAsked.empty() ||
      permission.askedBy.size() + permission.howAsked.size() > kLongest) {
    return Error{ErrorCode::InvalidInput, "an answer without who asked, or how",
                 "Say who asked, by their role, and how."};
  }
  if (permission.until < permission.on) {
    return Error{ErrorCode::InvalidInput, "an answer that ends before it was given",
                 "It cannot end before the day they answered."};
  }
  J_TRY(const auto present, parts_.projections.permissions.find(permission.id));
  if (present) {
    if (*present != permission) {
      return Error{ErrorCode::Conflict, "answer " + permission.id.hex() + " is there already",
                   "An answer is kept as it was given. Record another one."};
    }
    ++result_.skipped;
    return {};
  }
  result_.changes.permissions = true;
  const Subject subject{entityOf(permission.id), Field::Whole, std::nullopt};
  return record(subject, store::PermissionRecorded{std::move(permission)});
}

}  // namespace journal::service

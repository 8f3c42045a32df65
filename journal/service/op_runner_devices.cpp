// What only matters once several devices write: settling what they said differently.

#include <algorithm>

#include "journal/service/op_runner.h"

namespace journal::service {

using store::entityOf;
using store::Field;

Result<void> OpRunner::operator()(const SettleDisagreement& op) {
  J_TRY(const auto open, parts_.projections.disagreements.open());
  const store::Disagreement meant{entityOf(op.reflection), fieldOf(op.field), op.heads};
  if (std::find(open.begin(), open.end(), meant) == open.end()) {
    return Error{ErrorCode::NotFound, "no such disagreement about " + op.reflection.hex()};
  }
  result_.changes.reflections = true;
  // Kept as a fact, not as a field: two people who settle it at once agree.
  return record({entityOf(op.reflection), Field::Settled, std::nullopt},
                store::DisagreementSettled{meant.field, meant.heads},
                parts_.log->devices().positionsOf(op.heads));
}

store::Field fieldOf(DisputedField field) {
  switch (field) {
    case DisputedField::Text:
      return Field::Text;
    case DisputedField::Lesson:
      return Field::Lesson;
    case DisputedField::State:
      return Field::State;
    case DisputedField::Bin:
      return Field::Bin;
  }
  return Field::Text;
}

std::optional<DisputedField> disputedFieldOf(store::Field field) {
  for (const DisputedField one :
       {DisputedField::Text, DisputedField::Lesson, DisputedField::State, DisputedField::Bin}) {
    if (fieldOf(one) == field) return one;
  }
  return std::nullopt;
}

}  // namespace journal::service

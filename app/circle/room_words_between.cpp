#include "app/circle/room_words_between.h"

namespace app::circle {

namespace room = syncing::room;

room::PlanWords wordsOf(const model::CircleWords& words) {
  room::PlanWords out{words.title, words.format, words.when, words.agreement, {}, {}};
  for (const auto& round : words.rounds)
    out.rounds.push_back({round.name, round.prompts, round.who});
  for (const auto& action : words.actions)
    out.actions.push_back({action.text, action.owner, action.due});
  for (const auto& contact : words.contacts)
    out.contacts.push_back({contact.role, contact.name, contact.number});
  return out;
}
model::CircleWords wordsOf(const room::PlanWords& words) {
  model::CircleWords out{words.title, words.format, words.when, words.agreement, {}, {}};
  for (const auto& round : words.rounds)
    out.rounds.push_back({round.name, round.prompts, round.who});
  for (const auto& action : words.actions)
    out.actions.push_back({action.text, action.owner, action.due});
  for (const auto& contact : words.contacts)
    out.contacts.push_back({contact.role, contact.name, contact.number});
  return out;
}
room::CardWords wordsOf(const model::CardWords& words) {
  room::CardWords out{words.text, {}, words.owner, words.due};
  for (const auto& tag : words.tags) out.tags.push_back({tag.domain, tag.outcome});
  return out;
}
model::CardWords wordsOf(const room::CardWords& words) {
  model::CardWords out{words.text, {}, words.owner, words.due};
  for (const auto& tag : words.tags) out.tags.push_back({tag.domain, tag.outcome});
  return out;
}

}  // namespace app::circle

#pragma once

#include <string>
#include <vector>

#include "app/model/circle_live_model.h"
#include "app/model/circle_ui.h"
#include "app/view/circle_parts.h"

// The screens of a running session, and what they share.

namespace app::view {

void drawCircleLive(const model::CircleLiveModel& model, model::CircleUi& state,
                    const Frame& frame);
void drawMoment(const model::MomentModel& model, model::CircleUi& state, const Frame& frame);

// One for each kind of round; each fills the region it is called in.
void drawSilentRound(const model::CircleLiveModel& model, model::CircleUi& state,
                     const Frame& frame);
void drawTableRound(const model::CircleLiveModel& model, model::CircleUi& state,
                    const Frame& frame);
void drawSortingRound(const model::CircleLiveModel& model, model::CircleUi& state,
                      const Frame& frame);
void drawArrival(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame);
void drawQuietRound(const model::CircleLiveModel& model, const Frame& frame);
void drawPairsRound(const model::CircleLiveModel& model, const Frame& frame);
void drawIntentionRound(const model::CircleLiveModel& model, model::CircleUi& state,
                        const Frame& frame);
void drawClosing(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame);
void drawAfterwards(const model::CircleLiveModel& model, const Frame& frame);

void drawTimer(const model::LiveClock& clock, float lineGap);
void drawPrompts(const model::CircleLiveModel& model);
/// A card of the table with its author, and what this person may do with it.
void drawLiveCard(const model::LiveCard& card, float minHeight, const Frame& frame);
/// Cards and empty seats side by side, as many as fit.
void drawCards(const model::CircleLiveModel& model, const Frame& frame);
/// Fields for what this person may put on the table now.
void drawFields(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame);
void drawPeopleRow(const model::CircleLiveModel& model);
void drawActionsPanel(const model::CircleLiveModel& model, model::CircleUi& state,
                      const Frame& frame);
/// The choice of one's own words beside what others will see of it.
void drawChosen(const model::ChooseWordsModel& choice, std::string_view button, const Frame& frame,
                bool& send);
std::string typedKey(model::session::CardKind kind);
bool roomy(const Frame& frame);  ///< wide enough for two panes

}  // namespace app::view

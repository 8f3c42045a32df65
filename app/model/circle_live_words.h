#pragma once

#include "app/model/wording.h"

// Words of a group's session while it runs.

namespace app::tr {

// The frame of every round
inline constexpr Words kLeaveSession = "Leave";
inline constexpr Words kPause = "Pause";
inline constexpr Words kCarryOnSession = "Carry on";
inline constexpr Words kAddAMinute = "Add a minute";
inline constexpr Words kAddAMinuteToTurn = "A minute more for them";
inline constexpr Words kRoundBack = "Back a round";
inline constexpr Words kNextRound = "Next: ";
inline constexpr Words kFinishSession = "Finish session";
inline constexpr Words kFinishEarlyReveal = "Finish early and reveal";
inline constexpr Words kRaiseHand = "Raise your hand";
inline constexpr Words kLowerHand = "Put your hand down";
inline constexpr Words kStopHere = "Stop: it is about safety";
inline constexpr Words kMoves = "What to say";
inline constexpr Words kHideMoves = "Put the cards away";
inline constexpr Words kLeadWithMe = "Lead with me";
inline constexpr Words kAskToGo = "Ask to leave the room";
inline constexpr Words kAsOnWall = "As on a wall";
inline constexpr Words kNotOnWall = "Back to your own view";
inline constexpr Words kNamedNote = "Named, chosen before anyone wrote. It cannot be changed now.";
inline constexpr Words kAnonymousNote =
    "Without names, chosen before anyone wrote. It cannot be changed now.";
inline constexpr Words kSilentNote = "You see who is writing, never what they write.";
inline constexpr Words kMoreDeeds = "What else you can do";
inline constexpr Words kHalfGone = "Half the time is left.";
inline constexpr Words kLastMinute = "One minute left.";
inline constexpr Words kTimeIsUp = "The time is up. Finish the thought.";
inline constexpr Words kOfQuietLeft = " of quiet left";
inline constexpr Words kClockLeft = " left";
inline constexpr Words kToSpeakLeft = " left to speak";
inline constexpr Words kClockOver = " over";
inline constexpr Words kClockStands = "The clock stands";
inline constexpr Words kNotHeardYet = "Not heard yet: ";
inline constexpr Words kOnlyYouSeeThis = "Only you see this";

// Pauses
inline constexpr Words kPausedTitle = "Paused";
inline constexpr Words kPausedBody = "The clock stands. Nothing is lost.";
inline constexpr Words kSafetyTitle = "We stop here";
inline constexpr Words kSafetyLines[] = {
    "Stop. What was said last does not go into any notes.",
    "Whoever knows tells the DSL now, before anything else. Afternote tells nobody for you.",
    "Is the person who spoke all right? Somebody stays with them.",
    "The facilitator notes only: paused, and the time; passed to the DSL.",
    "Then decide together: pause, go on, or stop for today."};
inline constexpr Words kFacilitatorGoneTitle = "The facilitator's laptop has dropped off";
inline constexpr Words kFacilitatorGoneBody =
    "Your words are safe. The clock is paused. It goes on where it was when they are back.";
inline constexpr Words kWaitsForFacilitator = "The facilitator carries on when everybody is ready.";

// People
inline constexpr Words kStateThinking = "thinking";
inline constexpr Words kStateWriting = "writing";
inline constexpr Words kStateReady = "ready";
inline constexpr Words kStatePassing = "passes";
inline constexpr Words kStateHandedIn = "handed in";
inline constexpr Words kStateHand = "would like to speak";
inline constexpr Words kImReady = "I'm ready";
inline constexpr Words kNotReady = "Still writing";
inline constexpr Words kIPass = "I pass this round";
inline constexpr Words kIDontPass = "I'd like to show something after all";

// Silent writing
inline constexpr Words kOnlyYouCanSee =
    "Only you can see this. You choose what to share at the reveal.";
inline constexpr Words kYourPaper = "Your paper";
inline constexpr Words kPaperHint = "Nobody sees this until you show it.";
inline constexpr Words kSilentSaved = "Saved in your journal";
inline constexpr Words kSilentTyping = "Saving in your journal";
inline constexpr Words kSilentRefused = "Not saved yet. Your words are still here.";

// Speaking
inline constexpr Words kIsSpeaking = " is speaking";
inline constexpr Words kYouAreSpeaking = "You are speaking";
inline constexpr Words kNobodySpeaks = "Nobody has the floor";
inline constexpr Words kThen = "Then ";
inline constexpr Words kThenShort = ", then ";
inline constexpr Words kPassFloor = "Pass the floor";
inline constexpr Words kNextSpeaker = "Next speaker";
inline constexpr Words kGiveFloorTo = "Give the floor to";
inline constexpr Words kLikesToSpeak = " would like to speak.";
inline constexpr Words kLikeToSpeak = " would like to speak.";
inline constexpr Words kAirtime = "Airtime";
inline constexpr Words kLiveOnly = "Live only, not kept";
inline constexpr Words kSpeakingSign = "speaking";
inline constexpr Words kKeptSign = "kept";

// Reveal
inline constexpr Words kIsChoosing = " is choosing";
inline constexpr Words kNothingShows = "Nothing shows until they share it";
inline constexpr Words kPassesRound = " passes this round";
inline constexpr Words kIsReconnecting = " is reconnecting";
inline constexpr Words kTheirWordsSafe = "Their words are safe where they wrote them";
inline constexpr Words kYourOwnWords = "Your own words";
inline constexpr Words kChooseHint =
    "Select what you want to show: drag, or hold Shift and use the arrows. The rest stays yours.";
inline constexpr Words kExactly = "Exactly what others will see";
inline constexpr Words kShowThis = "Show this";
inline constexpr Words kHandThisIn = "Hand this in";
inline constexpr Words kHandedInWords =
    "Handed in. It comes out with everybody else's, in an order that says nothing.";
inline constexpr Words kSelectFirst = "Select the words you want to show first.";
inline constexpr Words kNothingWritten = "You wrote nothing this time. You can pass.";
inline constexpr Words kDecideFirst = "Decide about the name first.";
inline constexpr Words kShownLooksLikeName =
    " looks like a name. Give it a code name in the text, or let it be seen.";
inline constexpr Words kLetItBeSeen = "It may be seen";
inline constexpr Words kTakeBack = "Take it back";
inline constexpr Words kRemoveCard = "Remove this card";
inline constexpr Words kOpenAllTogether = "Open them together";

inline constexpr Words kOpenFirst = "Open what was handed in first.";
inline constexpr Words kNotNow = "Not while the session is paused.";
inline constexpr Words kNoDotsLeft = "No dots left";
inline constexpr Words kCardUnread = "A card that cannot be read on this laptop.";

// Questions only
inline constexpr Words kQuestionsOnly = "Questions only";
inline constexpr Words kForSomebody = "for ";
inline constexpr Words kQuestionsBody =
    "Open questions first. Ideas come later, and only if wanted.";
inline constexpr Words kYourQuestion = "Your question";
inline constexpr Words kAskIt = "Ask it";
inline constexpr Words kAskNotYet = "Type a question first.";
inline constexpr Words kKeepItForLater = "Keep it for later";
inline constexpr Words kHoldThatIdea = "Hold that idea. Is there a question inside it?";
inline constexpr Words kHoldExample = "For example: what made you do it that way?";
inline constexpr Words kQuestionsGoBack =
    "Questions go back to the speaker's own entry. They choose which to keep.";
inline constexpr Words kQuestionsGoToYou =
    "Keep the ones you want: they go back to your own entry.";
inline constexpr Words kKeepThis = "Keep this question";
inline constexpr Words kDontKeepThis = "Leave it here";
inline constexpr Words kNoQuestionsYet = "No questions yet. Silence is fine.";
inline constexpr Words kKeptForIdeas = "Kept for the round of ideas. Only you have it.";

// Talk, titles, words
inline constexpr Words kFieldTitle = "A title for your moment";
inline constexpr Words kFieldMoment = "Your moment, in a line";
inline constexpr Words kFieldIdea = "An idea, if it is wanted";
inline constexpr Words kFieldPattern = "Something that runs through several of these";
inline constexpr Words kFieldBarrier = "Something outside our control that someone should know";
inline constexpr Words kFieldComment = "A comment";
inline constexpr Words kFieldLearning = "What other tutors should know from this";
inline constexpr Words kFieldWord = "One word";
inline constexpr Words kFieldQuestion = "A question";
inline constexpr Words kPutIt = "Put it on the table";
inline constexpr Words kTypeFirst = "Type something first.";
inline constexpr Words kNothingOnTable = "Nothing on the table yet.";

// Pairs
inline constexpr Words kWith = " with ";
inline constexpr Words kDrawPairs = "Draw other pairs";
inline constexpr Words kTooFewForPairs = "Too few people for pairs.";

// Themes, dots and actions
inline constexpr Words kNoThemesYet = "Passages appear here after the reveal.";
inline constexpr Words kThemeName = "What this theme is called";
inline constexpr Words kAddTheme = "Add a theme";
inline constexpr Words kNotGrouped = "Not grouped yet";
inline constexpr Words kMoveToTheme = "Move to a theme";
inline constexpr Words kNoTheme = "Under no theme";
inline constexpr Words kRenameTheme = "Another name for this theme";
inline constexpr Words kPickUpHint =
    "X picks a card up, the arrows move it, X puts it down, Esc puts it back.";
inline constexpr Words kPickedUp = "Picked up";
inline constexpr Words kOneMoreDot = "One more dot";
inline constexpr Words kOneDotLess = "One dot fewer";
inline constexpr Words kHandInDots = "Hand in your dots";
inline constexpr Words kHandInAgain = "Hand in again";
inline constexpr Words kNobodySeesDots = "Nobody sees any dots until voting closes.";
inline constexpr Words kOpenVotes = "Close voting and count";
inline constexpr Words kYoursOnlyYou = "yours, seen only by you";
inline constexpr Words kWhatWeWillTry = "What we will try";
inline constexpr Words kNoActions = "No actions yet. One small one is plenty.";
inline constexpr Words kNewAction = "A small next step";
inline constexpr Words kActionOwner = "Who";
inline constexpr Words kActionDue = "Look back at it on";
inline constexpr Words kAddAction = "Add action";
inline constexpr Words kPickADate = "Pick a date to look back at it. Two weeks is usual.";
inline constexpr Words kActionNeedsWords = "Type the step first.";
inline constexpr Words kActionNeedsOwner = "Say who will do it.";
inline constexpr Words kNextOpensWith = "The next session opens with these.";

// Intentions
inline constexpr Words kNextTimeIWill = "Next time I will";
inline constexpr Words kKeepIntention = "Keep it in my journal";
inline constexpr Words kIntentionStays = "It stays with you: nobody else is sent it.";
inline constexpr Words kYourIntentions = "Kept in your journal";

// Close
inline constexpr Words kWhatLeaves = "What leaves the room";
inline constexpr Words kWhatLeavesBody =
    "What is ticked goes to the theme list for managers, without a name. Everything else stays "
    "here.";
inline constexpr Words kMayLeave = "It may leave";
inline constexpr Words kIdRatherStay = "I'd rather it stayed";
inline constexpr Words kSomebodyRather = "Somebody would rather it stayed, so it stays.";
inline constexpr Words kNothingToLeave = "There is nothing that could leave the room.";

// Afterwards
inline constexpr Words kSessionOver = "Thank you. The session is over.";
inline constexpr Words kAfterWriting = "What you wrote in silence is in your journal, as a draft.";
inline constexpr Words kAfterQuestions = "The questions you kept stand under your own entry.";
inline constexpr Words kAfterActions = "The next plan opens with what you said you would try.";
inline constexpr Words kAfterRest = "Airtime is forgotten, and nobody keeps who said what.";
inline constexpr Words kBackToGroups = "Back to the groups";
inline constexpr Words kQuestionsHeading = "Questions from the group";
inline constexpr Words kUnsentHeading = "Written for the group, and not sent";
inline constexpr Words kOpenedByNoOne = "Opened by no one yet.";
inline constexpr Words kOpenedBySome = "Opened by some.";

// Bring a moment
inline constexpr Words kBringAMoment = "Bring a moment";
inline constexpr Words kBringThis = "Bring this moment";
inline constexpr Words kNotThisTime = "Not this time";
inline constexpr Words kFromYourJournal = "From your journal";
inline constexpr Words kAnotherEntry = "Another entry";
inline constexpr Words kGreyStays =
    "Everything that is not selected stays on this laptop. Drag, or Shift and the arrows, to "
    "choose "
    "more or less.";
inline constexpr Words kWhoWhenHowLong = "Who, when and how long";
inline constexpr Words kSeenByGroup = "Those in this room. Not your line manager.";
inline constexpr Words kSeenNamed = "With your name, as the group chose.";
inline constexpr Words kNoNameBeside =
    "Without your name, as the group chose. Nobody can find out whose it is.";
inline constexpr Words kSeenNoMore =
    "No date, no school, no level, and no other words from the entry.";
inline constexpr Words kSeenUntil =
    "For as long as the room is open. You can take it back at any time.";
inline constexpr Words kAlreadyBrought = "Already brought";
inline constexpr Words kWithdraw = "Withdraw";
inline constexpr Words kWithdrawBody =
    "You can withdraw before, during or after. It goes from every device. What was read aloud "
    "cannot "
    "be unread.";
inline constexpr Words kQuestionsComeBack =
    "The group's questions come back to this entry, for you alone.";
inline constexpr Words kNoEntriesToBring = "There is nothing in your journal to bring yet.";
inline constexpr Words kChooseEntryFirst = "Choose an entry first.";

struct Move {
  Words moment;
  Words say;
};
/// domain.md 2.4, as it ships.
inline constexpr Move kFacilitatorMoves[] = {
    {"Advice too soon", "Hold that idea. Is there a question inside it?"},
    {"Clarifying turns into cross-examination",
     "Let's stop at facts and give them the floor back."},
    {"One voice fills the room",
     "I'd like to hear from two people who have not spoken yet, or a pass from them."},
    {"Telling goes on", "Which ten seconds of this matter most?"},
    {"Talk slides to blaming a family or school",
     "What might it look like from there? What was ours to do?"},
    {"All too cosy", "What would someone who disagreed with us say?"},
    {"Label or diagnosis used", "What did you see that makes you say that?"},
    {"Identifying detail slips out", "Let's call them by the code. Please do not note that."},
    {"Distress", "Shall we pause, go on, or stop? It's your choice."},
    {"Possible safeguarding matter", "I am going to stop us there."},
    {"Silence", "Count to ten."},
    {"Near the end with no step",
     "If nothing else changes, what would you do in the first minute of the next session?"}};

}  // namespace app::tr

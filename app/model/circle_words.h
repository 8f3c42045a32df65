#pragma once

#include "app/model/wording.h"

// Words of the groups: home, plan and lobby. What is said while a session runs:
// circle_live_words.h.

namespace app::tr {

// Home
inline constexpr Words kNoGroups = "No groups planned.";
inline constexpr Words kNoGroupsBody = "A good first one is 45 minutes and one question.";
inline constexpr Words kPlanAGroup = "Plan a group";
inline constexpr Words kGroupsLine =
    "A place to think together. Nothing of yours is seen until you show it.";
inline constexpr Words kNextSession = "Next session";
inline constexpr Words kGoOnPlanning = "Go on planning";
inline constexpr Words kOpenTheRoom = "Open the room";
inline constexpr Words kDropPlan = "Drop this plan";
inline constexpr Words kYouWereIn = "You were in a session";
inline constexpr Words kASession = "A group's session";
inline constexpr Words kYouWereInBody =
    "You come back as yourself, with all that you had written and sent.";
inline constexpr Words kGoBackIn = "Go back in";
inline constexpr Words kStayOut = "Not any more";
inline constexpr Words kYouAreBack = "You're back. Nothing was lost.";
inline constexpr Words kJoinASession = "Join a session";
inline constexpr Words kJoinRoomBody = "Four words, as the facilitator shows or reads them out.";
inline constexpr Words kJoinCode = "The four words";
inline constexpr Words kJoinLike = "zebra fiddle amber drum";
// As a plan stands in the journal
inline constexpr Words kUnnamedGroup = "A group without a name yet";
inline constexpr Words kUnnamedRound = "A round";
inline constexpr Words kOwnFormat = "Rounds of our own";
inline constexpr Words kJoin = "Join";
inline constexpr Words kJoinNotYet = "Type the four words first.";
inline constexpr Words kShowOnWall = "Show it on a wall";
inline constexpr Words kEntering = "On the way into the room";
inline constexpr Words kStayOutside = "Stop";
inline constexpr Words kNoRooms = "This laptop is not connected to any room.";
inline constexpr Words kStartFromFormat = "Start from a format";
inline constexpr Words kUseFormat = "Plan with this";

// Formats of our own
inline constexpr Words kOneQuestionName = "One question";
inline constexpr Words kOneQuestionPurpose =
    "Everybody writes to one question, shows what they choose, and leaves with a small next step.";

// Plan
inline constexpr Words kPlanTitle = "Plan a session";
inline constexpr Words kAllGroups = "All groups";
inline constexpr Words kGroupTitle = "What the group is called";
inline constexpr Words kGroupTitleLike = "Thursday reflection group";
inline constexpr Words kGroupDate = "Day";
inline constexpr Words kGroupStarts = "Starts at";
inline constexpr Words kGroupMinutes = "Minutes there are";
inline constexpr Words kFormat = "Format";
inline constexpr Words kFormatKept = "Choosing another format lays out its rounds anew.";
inline constexpr Words kPrompt = "Prompt";
inline constexpr Words kNoPrompt = "No shared question. Each round has its own.";
inline constexpr Words kEditPrompt = "Edit";
inline constexpr Words kKeepPrompt = "Keep it";
inline constexpr Words kChooseAnother = "Choose another";
inline constexpr Words kNoQuestion = "No shared question";
inline constexpr Words kPlanHeading = "Plan";
inline constexpr Words kRoundMenu = "Change this round";
inline constexpr Words kRoundEdit = "Name and prompts";
inline constexpr Words kRoundEarlier = "Move earlier";
inline constexpr Words kRoundLater = "Move later";
inline constexpr Words kRoundRemove = "Take it out";
inline constexpr Words kAddRound = "Add a round";
inline constexpr Words kRoundName = "Name";
inline constexpr Words kRoundWho = "Who speaks";
inline constexpr Words kRoundPrompts = "Prompts";
inline constexpr Words kRoundTurn = "Minutes for each speaker";
inline constexpr Words kRoundTurnNone = "Not timed";
inline constexpr Words kNaming = "Names beside what is shown";
inline constexpr Words kNamed = "With names";
inline constexpr Words kAnonymous = "Without names";
inline constexpr Words kNamedBody =
    "Everybody sees whose words are whose. This cannot be changed once the room is open.";
inline constexpr Words kAnonymousBody =
    "Nobody can tell whose words are whose: not you, not the facilitator, not the hub. What is "
    "shown comes out together once everybody has handed in, from three people up. This cannot be "
    "changed once the room is open.";
inline constexpr Words kPresentersLabel = "How many present in turn";
inline constexpr Words kWhoComes = "Who is coming";
inline constexpr Words kWhoComesBody =
    "Names are only so that you see who is still to arrive. A guest needs no account: the four "
    "words are enough.";
inline constexpr Words kAddName = "Add a name";
inline constexpr Words kAdd = "Add";
inline constexpr Words kRemoveName = "Take off the list";
inline constexpr Words kFromLastTime = "From last time";
inline constexpr Words kFromLastTimeBody = "These come first.";
inline constexpr Words kNothingFromLastTime = "Nothing was left to do last time.";
inline constexpr Words kWhatWeAgreed = "What we agreed";
inline constexpr Words kHostLabel = "Open it on";
inline constexpr Words kHostNone = "Rooms cannot be opened from this laptop yet.";
inline constexpr Words kPlanNeedsTitle = "Say what the group is called first.";
inline constexpr Words kPlanNeedsRound = "A session needs at least one round.";
inline constexpr Words kPlanTooManyRounds = "Forty rounds are the most there can be.";

inline constexpr Words kGroupQuestions[] = {
    "When did a young person change your plan, and what did you let go of?",
    "Which moment still has a pull on you, and why that one?",
    "When did somebody surprise you this half term?",
    "Where did you say less, and what happened then?",
    "Whose voice have we not heard, and what might help?",
    "What are you taking for granted about one of your groups?"};

/// domain.md 2.3, as it ships.
inline constexpr Words kGroupAgreement[] = {
    "We talk about our own practice and learn from everyone's. Nobody is being assessed.",
    "No names, no school, no telling detail. If we need to point to someone we use the code.",
    "What is said here stays here. What leaves is what we agree at the close, in words we agree.",
    "The exception: if we hear that a child or adult may be at risk, we stop, and the person who "
    "knows tells the DSL today. The facilitator checks it has been done.",
    "Questions before ideas; ideas only if wanted. Anyone may pass, or leave for a while.",
    "We share the time. The timer is on everyone's side.",
    "We expect difference in culture, music, disability and experience, and we ask rather than "
    "assume.",
    "No recording by audio, video or automatic note-taker. Only the agreed notes are kept.",
    "Line managers come by invitation of the group, never by right.",
    "If something here troubles you later, speak to the facilitator."};

// Rounds, where a format does not name them itself
inline constexpr Words kRoundArrive = "Arrive";
inline constexpr Words kRoundArriveBody = "Settle in and read the agreement aloud.";
inline constexpr Words kRoundQuietRead = "Quiet re-read";
inline constexpr Words kRoundQuietReadBody = "Look back over your entries. Nobody speaks.";
inline constexpr Words kRoundTurns = "One moment each";
inline constexpr Words kRoundTurnsBody = "Set the scene without names or school.";
inline constexpr Words kRoundTelling = "The telling";
inline constexpr Words kRoundTellingBody = "What happened, from where you stood?";
inline constexpr Words kRoundQuestions = "Questions only";
inline constexpr Words kRoundQuestionsBody = "What might it have been like for the young person?";
inline constexpr Words kRoundSilent = "Silent writing";
inline constexpr Words kRoundSilentBody =
    "Everyone writes on their own. Nobody sees anyone's words.";
inline constexpr Words kRoundReveal = "Reveal and read";
inline constexpr Words kRoundRevealBody = "Each person picks what to share. Read in silence first.";
inline constexpr Words kRoundTalk = "What are we noticing?";
inline constexpr Words kRoundTalkBody = "What runs through several of these?";
inline constexpr Words kRoundPairs = "In pairs";
inline constexpr Words kRoundPairsBody = "Half the time each. The other only listens.";
inline constexpr Words kRoundThemes = "Find themes";
inline constexpr Words kRoundThemesBody = "Group passages that speak to each other.";
inline constexpr Words kRoundVotes = "Dot votes";
inline constexpr Words kRoundVotesBody = "Three dots each for what to work on.";
inline constexpr Words kRoundActions = "Actions";
inline constexpr Words kRoundActionsBody = "Small next steps, each with a name and a date.";
inline constexpr Words kRoundIntentions = "Next time I will";
inline constexpr Words kRoundIntentionsBody = "One small thing, by when, and how will you know?";
inline constexpr Words kRoundBreath = "Breath";
inline constexpr Words kRoundBreathBody = "Silence, or a short piece of music.";
inline constexpr Words kRoundClose = "Close";
inline constexpr Words kRoundCloseBody =
    "What stays in the room? What may leave it, in what words?";

// Lobby
inline constexpr Words kLeaveRoom = "Leave";
inline constexpr Words kBegin = "Begin";
inline constexpr Words kJoinByPhone = "Join by phone or laptop";
inline constexpr Words kScanOr = "Scan, or open this and type the words";
inline constexpr Words kTheWordsAre = "The four words";
inline constexpr Words kNoPhones =
    "Phones cannot join this room. Laptops can, with the four words.";
inline constexpr Words kQrName = "QR code that opens this room on a phone";
inline constexpr Words kShowLarge = "Show it large";
inline constexpr Words kInTheRoom = "In the room";
inline constexpr Words kNobodyJoined = "Nobody has joined yet. Show the code, or read it out.";
inline constexpr Words kNameUnread = "Somebody";
inline constexpr Words kReconnectingState = "reconnecting";
inline constexpr Words kOnAPhone = "on a phone";
inline constexpr Words kOnALaptop = "on a laptop";
inline constexpr Words kReconnecting =
    "Your words are safe on this laptop. The room is out of reach for a moment; you will be back "
    "by yourself.";
inline constexpr Words kRoomEnded = "The room is closed. What you wrote is in your journal.";
inline constexpr Words kNotYetHere = "Not yet";
inline constexpr Words kYou = "(you)";
inline constexpr Words kIAgree = "I agree";
inline constexpr Words kYouAgreed = "You agreed to this";
inline constexpr Words kCloseDoor = "Let nobody new in";
inline constexpr Words kOpenDoor = "Let people in";
inline constexpr Words kWaitForBegin = "It begins when the facilitator is ready.";
inline constexpr Words kPresenterOf = "Presents";
inline constexpr Words kPresentsFirst = "Presents first";
inline constexpr Words kPresentsSecond = "Presents second";
inline constexpr Words kPresentsThird = "Presents third";
inline constexpr Words kPresenterNotSaid = "Not said yet";
inline constexpr Words kNameAppears = "Your name stands beside what you show.";
inline constexpr Words kNoNameAppears =
    "No name stands beside what you show, and nobody can find out whose it is.";
inline constexpr Words kLobbySeen =
    "Others see your name and whether you are writing. They see words of yours only once you show "
    "them.";

}  // namespace app::tr

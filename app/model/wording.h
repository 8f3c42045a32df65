#pragma once

#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/held_entry.h"

// Every word a person reads in the window, in one place. Plain, warm British English; never
// "invalid", "failed", "error", "oops" or "!" (DESIGN.md 12).

namespace app::tr {

using Words = std::string_view;

// The frame
inline constexpr Words kWrite = "Write";
inline constexpr Words kJournal = "Journal";
inline constexpr Words kYoungPeople = "Young people";
inline constexpr Words kGroups = "Groups";
inline constexpr Words kCaseStudies = "Case studies";
inline constexpr Words kReview = "Review";
inline constexpr Words kEvidence = "Evidence";
inline constexpr Words kSettings = "Settings";
inline constexpr Words kWorried = "Worried about someone?";
inline constexpr Words kCancel = "Cancel";
inline constexpr Words kClose = "Close";
inline constexpr Words kBack = "Back";
inline constexpr Words kDone = "Done";
inline constexpr Words kDismiss = "All right";
inline constexpr Words kSavedHere = "Saved on this laptop";
inline constexpr Words kSavedShort = "Saved here";
inline constexpr Words kSpokenYet = "Have you spoken to the DSL yet?";
inline constexpr Words kSpokenYes = "Yes, I have";
inline constexpr Words kSpokenNotYet = "Not yet";

// Find and shortcuts
inline constexpr Words kFind = "Find";
inline constexpr Words kFindAnything = "Find a young person, a reflection or something to do";
inline constexpr Words kReadingCopy = "Reading copy of this screen";
inline constexpr Words kReadingCopyBody =
    "What this screen says, as a page for a browser: at any size, and for a screen reader or a "
    "braille line. It holds what you see here and nothing else.";
inline constexpr Words kReadingCopyWhere = "A new file";
inline constexpr Words kReadingCopyLike = "/media/stick/screen.html";
inline constexpr Words kReadingCopySave = "Save the page";
inline constexpr Words kReadingCopyOfKey =
    "A reading copy has no lock, so there is none while a recovery key is on the screen.";
inline constexpr Words kReadingCopySaved = "Saved. The file is not protected: delete it once read.";
inline constexpr Words kShortcuts = "Keyboard shortcuts";
inline constexpr Words kSwitchedOff = ", switched off";
inline constexpr Words kWriteAbout = "Write about ";
inline constexpr Words kStudyAbout = "Case study about ";
inline constexpr Words kQuickNote = "Quick note";
inline constexpr Words kUseLight = "Use the light theme";
inline constexpr Words kUseDark = "Use the dark theme";
inline constexpr Words kUseContrast = "Use high contrast";
inline constexpr Words kUseLaptop = "Use the theme of this laptop";
inline constexpr Words kUsualText = "Text at its usual size";
inline constexpr Words kLargeText = "Larger text, 150 %";
inline constexpr Words kLargestText = "Largest text, 200 %";
inline constexpr Words kRecentPlaces = "Where you were";
inline constexpr Words kBestMatch = "Best match";
inline constexpr Words kDoSomething = "Do";
inline constexpr Words kIndicators = "Indicators";
inline constexpr Words kReflections = "Reflections";
inline constexpr Words kGoTo = "Go to";
inline constexpr Words kFindUpDown = "Up and down to move";
inline constexpr Words kFindEnter = "Enter to open";
inline constexpr Words kFindOnly = "Type > to do, @ for people, # for indicators";
inline constexpr Words kEverywhere = "Everywhere";

// Unlock
inline constexpr Words kLockedNotes =
    "Your notes are locked on this laptop. Only your passphrase opens them.";
inline constexpr Words kPassphrase = "Passphrase";
inline constexpr Words kUnlock = "Unlock";
inline constexpr Words kOpening = "Opening your notes";
inline constexpr Words kUseRecoveryKey = "Use your recovery key";
inline constexpr Words kUsePassphrase = "Use your passphrase";
inline constexpr Words kRecoveryKey = "Recovery key";
inline constexpr Words kRecoveryHint = "Nine groups of four. Dashes and capitals do not matter.";
inline constexpr Words kNewPassphrase = "A new passphrase";
inline constexpr Words kRecoverAndOpen = "Open and keep the new passphrase";
inline constexpr Words kOpenAs = "Open as";
inline constexpr Words kTypePassphrase = "Type your passphrase first.";
inline constexpr Words kTextSize = "Text size";
inline constexpr Words kContrast = "Contrast";
inline constexpr Words kOffline = "Everything stays on this laptop. Nothing needs the internet.";

// First run
inline constexpr Words kStepWelcome = "Welcome";
inline constexpr Words kStepPassphrase = "Passphrase";
inline constexpr Words kStepRecoveryKey = "Recovery key";
inline constexpr Words kStepPromise = "Three lines";
inline constexpr Words kStepFirstNote = "First note";
inline constexpr Words kWelcomeTitle = "A place to think after a lesson";
inline constexpr Words kWelcomeBody =
    "Your notes stay on this laptop, locked with words only you know. Nobody else can open them: "
    "not "
    "your service, not us.";
inline constexpr Words kYourName = "Your name";
inline constexpr Words kYourNameHint = "As your colleagues know you. It signs your case studies.";
inline constexpr Words kYourService = "Your music service";
inline constexpr Words kStart = "Start";
inline constexpr Words kNext = "Next";
inline constexpr Words kPassphraseTitle = "Choose a passphrase";
inline constexpr Words kPassphraseBody =
    "Four or more words that mean something only to you, or fourteen characters. You will type it "
    "each time you open Afternote.";
inline constexpr Words kAgain = "The same again";
inline constexpr Words kNotTheSame = "These two are not the same yet.";
inline constexpr Words kNeedsName = "Tell us your name first.";
inline constexpr Words kRecoveryTitle = "Write these nine groups down";
inline constexpr Words kRecoveryBody =
    "If you ever forget your passphrase, they open your notes. Nobody else has a copy, and we "
    "cannot "
    "make one for you.";
inline constexpr Words kHaveThemSafe = "I have them safe";
inline constexpr Words kNextWeAsk = "Next we ask for two of the groups, to be sure.";
inline constexpr Words kConfirmTitle = "Two of the groups, please";
inline constexpr Words kConfirmBody = "From the paper you wrote them on.";
inline constexpr Words kGroupsDiffer =
    "That is not what we showed. Check your paper, or go back and look.";
inline constexpr Words kPromiseTitle = "Three lines to agree to";
inline constexpr Words kPromiseOne = "If someone may be at risk, I speak to the DSL now.";
inline constexpr Words kPromiseTwo = "I write it in the safeguarding record, not here.";
inline constexpr Words kPromiseThree = "Saving here tells no one.";
inline constexpr Words kPromiseAgree = "I have read these and will do this";
inline constexpr Words kPromiseFirst = "Please read the three lines and tick the box.";
inline constexpr Words kOpenFirstNote = "Open my first note";
inline constexpr Words kMakingJournal = "Making your journal";

// Write
inline constexpr Words kYourReflection = "Your reflection";
inline constexpr Words kALineIsPlenty = "A line is plenty.";
inline constexpr Words kFinishReflection = "Finish reflection";
inline constexpr Words kCarryOn = "Carry on writing";
inline constexpr Words kNewReflection = "New reflection";
inline constexpr Words kNothingToFinish = "Write a line first. One is plenty.";
inline constexpr Words kLessonDetails = "Lesson details";
inline constexpr Words kTagSelection = "Tag the selection";
inline constexpr Words kTagHint = "Select some words, then press Ctrl T to tag them.";
inline constexpr Words kWordCount = "words";
inline constexpr Words kPromptsLabel = "Prompts";
inline constexpr Words kNotSavedYet = "Nothing to save yet";
inline constexpr Words kSaving = "Saving";
inline constexpr Words kStillTyping = "Saves when you pause";
inline constexpr Words kKeptInMemory = "Your words are still here, and not on the disk yet";
inline constexpr Words kKeptUpTo = "We kept your words up to ";
inline constexpr Words kPasteTooLong =
    "That is more than one reflection holds, so nothing was pasted.";
inline constexpr Words kHeldLine =
    "This entry is held for safeguarding. It can be read, not changed, and goes nowhere.";
inline constexpr Words kMentionSomeone = "Mention a young person";
inline constexpr Words kAddSomeone = "Somebody new";
inline constexpr Words kRealName = "First name";
inline constexpr Words kRealNameHint = "Stays in the locked part of your journal.";
inline constexpr Words kCodeName = "Code name";
inline constexpr Words kCodeNameHint = "What anybody else would read.";
inline constexpr Words kKeepName = "Keep this name";
inline constexpr Words kNeedCodeName = "Give a code name first.";
inline constexpr Words kCodeNameTaken = "Somebody else has that code name already.";
inline constexpr Words kSetting = "Setting";
inline constexpr Words kDate = "Date";
inline constexpr Words kStarts = "Starts";
inline constexpr Words kGroupName = "Group or lesson";
inline constexpr Words kInstrument = "Instrument";
inline constexpr Words kWhoWasThere = "Young people there";
inline constexpr Words kKeepLesson = "Keep these details";
inline constexpr Words kDateLike = "Write the date like 2026-01-22.";
inline constexpr Words kTimeLike = "Write the time like 15:15, or leave it empty.";
inline constexpr Words kUnnamedLesson = "A lesson";

// Tagging
inline constexpr Words kTagThisPassage = "Tag this passage";
inline constexpr Words kEditThisTag = "Edit this tag";
inline constexpr Words kYoungPerson = "Young person";
inline constexpr Words kWholeGroup = "The whole group";
inline constexpr Words kWhatDidYouSee = "What did you see?";
inline constexpr Words kCompared = "Compared";
inline constexpr Words kVoice = "Voice";
inline constexpr Words kBaseline = "Baseline";
inline constexpr Words kChange = "Change";
inline constexpr Words kNoChange = "No change";
inline constexpr Words kSetBack = "Set-back";
inline constexpr Words kMine = "Mine";
inline constexpr Words kTheirs = "Theirs";
inline constexpr Words kSomeoneElses = "Someone else’s";
inline constexpr Words kTagPassage = "Tag passage";
inline constexpr Words kKeepTag = "Keep tag";
inline constexpr Words kRemoveTag = "Remove tag";
inline constexpr Words kPickIndicator = "Choose what you saw first.";
inline constexpr Words kPickLevel = "Choose a level, or “No chance to see it”.";
inline constexpr Words kSelectWords = "Select the words first.";
inline constexpr Words kTagKeys = "P 4 1, then 4, Enter";
inline constexpr Words kTagged = "Tagged";
inline constexpr Words kTagRemoved = "Tag removed";

// Journal
inline constexpr Words kSearchReflections = "Search your reflections";
inline constexpr Words kAnyYoungPerson = "Any young person";
inline constexpr Words kAnyOutcome = "Any outcome";
inline constexpr Words kThisSchoolYear = "This school year";
inline constexpr Words kNothingHere = "Nothing here yet";
inline constexpr Words kFirstOneLine = "Your first reflection can be one line.";
inline constexpr Words kWriteOneLine = "Write one line";
inline constexpr Words kLooking = "Looking through your reflections…";
inline constexpr Words kNotSearched =
    " could not be searched, because the disk is full. Free some space, then search again.";
inline constexpr Words kTryShorter = "Try a shorter word, or take a filter off.";
inline constexpr Words kShowMore = "Show more";
inline constexpr Words kNewestFirst = "Newest first";
inline constexpr Words kDraft = "draft";
inline constexpr Words kAnySetting = "Any setting";
inline constexpr Words kDates = "Dates";
inline constexpr Words kAnyDate = "Any date";
inline constexpr Words kThisTerm = "This term";
inline constexpr Words kLastSchoolYear = "Last school year";
inline constexpr Words kPastTheirTime = "Before last school year";
inline constexpr Words kAnyVoice = "Anyone’s words";
inline constexpr Words kMoreFilters = "More filters";
inline constexpr Words kBestFirst = "Best match first";
inline constexpr Words kReadBeside = "Read beside the list";
inline constexpr Words kTheBin = "The bin";
inline constexpr Words kBinEmpty = "The bin is empty";
inline constexpr Words kBinBody = "What you put here stays until you put it back.";
inline constexpr Words kBackToJournal = "Back to your reflections";
inline constexpr Words kPutBack = "Put back";
inline constexpr Words kPutBackDone = "Put back in your journal";
inline constexpr Words kInTheBin = "Moved to the bin. Nothing is destroyed.";
inline constexpr Words kMoveToBin = "Move to the bin";
inline constexpr Words kOpenToWrite = "Open to write";
inline constexpr Words kVersions = "Earlier versions";
inline constexpr Words kHideVersions = "Hide earlier versions";
inline constexpr Words kOlderWords = "These are earlier words.";
inline constexpr Words kRestoreVersion = "Make these the words again";
inline constexpr Words kVersionRestored = "Restored. The newer words are among the versions.";
inline constexpr Words kThenAndNow = "Then and now:";
inline constexpr Words kTwoWeeksAgo = "Two weeks ago";
inline constexpr Words kPutAway = "Put away";
inline constexpr Words kQuietUntil = "No more this half term";

// Young people and groups
inline constexpr Words kNobodyYet = "Nobody here yet";
inline constexpr Words kNobodyYetBody =
    "Add somebody while you write: type @ and give them a code name.";
inline constexpr Words kCodesOnly =
    "Only code names are shown here. Real names stay in the locked part.";
inline constexpr Words kTheirPassages = "See their reflections";
inline constexpr Words kNotWrittenAbout = "Not written about yet.";
inline constexpr Words kNotAskedYet = "Not asked yet";
inline constexpr Words kEverybody = "All young people";
inline constexpr Words kFindPerson = "Find a code name";
inline constexpr Words kNobodyCalled = "Nobody has a code name like that.";
inline constexpr Words kAlias = "Code name";
inline constexpr Words kShowName = "Show the name";
inline constexpr Words kHideName = "Hide the name";
inline constexpr Words kEditDetails = "Edit details";
inline constexpr Words kStartStudy = "Start a case study";
inline constexpr Words kAsTable = "As a table";
inline constexpr Words kAsStaves = "As staves";
inline constexpr Words kNotGrades =
    "Each step is a passage somebody wrote. Levels describe what was seen on the day. They are not "
    "grades.";
inline constexpr Words kOpenReflection = "Open reflection";
inline constexpr Words kOneNoteYet = "Nothing tagged yet";
inline constexpr Words kOneNoteBody = "Tag a passage about them and the line starts.";
inline constexpr Words kNextTime = "Next time I will";
inline constexpr Words kNoIntentions = "Nothing waiting for next time.";
inline constexpr Words kKept = "Done";
inline constexpr Words kLetGo = "Let go";
inline constexpr Words kWhatWeHaveNot = "What our notes say nothing about";
inline constexpr Words kAllHeard = "Something about all of them.";
inline constexpr Words kAgreedUses = "What they agreed to";
inline constexpr Words kNoUses = "No case study about them, so nothing has been agreed.";
inline constexpr Words kAgeBand = "Age band";
inline constexpr Words kAgeBandHint = "For example, upper primary";
inline constexpr Words kInstrumentFamily = "Instrument family";
inline constexpr Words kKeepDetails = "Keep details";
inline constexpr Words kDateHead = "Date";
inline constexpr Words kLevelHead = "Level";
inline constexpr Words kPassageHead = "Passage";


// Case studies
inline constexpr Words kNewCaseStudy = "New case study";
inline constexpr Words kCaseStudyStarts = "A case study starts with passages you already have.";
inline constexpr Words kChoosePassages = "Choose passages";
inline constexpr Words kTitleLabel = "Title";
inline constexpr Words kTitleHint = "Finding a way in from the back row";
inline constexpr Words kAboutLabel = "About";
inline constexpr Words kYourClaims = "What you say";
inline constexpr Words kClaimsHint = "Each sentence stands on passages of yours.";
inline constexpr Words kClaim = "Claim";
inline constexpr Words kClaimPlaceholder = "One sentence that someone could dispute.";
inline constexpr Words kAddClaim = "Add a claim";
inline constexpr Words kRemoveClaim = "Remove claim";
inline constexpr Words kNoEvidenceYet = "No evidence yet. Choose passages at the right.";
inline constexpr Words kYourPassages = "Your tagged passages";
inline constexpr Words kNoPassages = "No tagged passages about this young person yet.";
inline constexpr Words kChoosePersonFirst = "Choose who it is about to see the passages.";
inline constexpr Words kAgreementTitle = "Agreement";
inline constexpr Words kUseLevel = "May be used for";
inline constexpr Words kAgreedBy = "Agreed by";
inline constexpr Words kAgreedByHint = "By role: young person and mother";
inline constexpr Words kHowAsked = "How they were asked";
inline constexpr Words kHowAskedHint = "Read it together, in their own words";
inline constexpr Words kKeepAgreement = "Keep agreement";
inline constexpr Words kPreview = "What readers will see";
inline constexpr Words kPreviewLine =
    "These are the exact words that leave this laptop, and nothing else does.";
inline constexpr Words kBackToEditing = "Back to editing";
inline constexpr Words kSendForReview = "Send for review";
inline constexpr Words kSending = "Sending";
inline constexpr Words kSent = "Sent for review";
inline constexpr Words kAllCaseStudies = "All case studies";
inline constexpr Words kStillToDo = "Before it can go";
inline constexpr Words kWhatHappened = "What has happened to it";
inline constexpr Words kCheckOutcomes = "Look for answers";
inline constexpr Words kUntitled = "A new case study";
inline constexpr Words kGiveTitleFirst = "Give it a title and one claim first.";
inline constexpr Words kDrifted = "The words have changed since";
inline constexpr Words kGone = "The passage is not there any more";

// Review and evidence
inline constexpr Words kNothingToReview = "Nothing to review. You are up to date.";
inline constexpr Words kChooseFromQueue = "Choose a case study at the left.";
inline constexpr Words kAsSent = "As sent";
inline constexpr Words kAsSentBody = "the first wording stays with its author";
inline constexpr Words kCouldTell = "Could someone tell who this is?";
inline constexpr Words kReadAs = "Read it once as if you knew the family, then decide.";
inline constexpr Words kReturnWithNote = "Return with note";
inline constexpr Words kApprove = "Approve";
inline constexpr Words kAgreeAndPassOn = "Pass to the manager";
inline constexpr Words kHold = "Hold";
inline constexpr Words kRelease = "Take off hold";
inline constexpr Words kNoteFirst = "Write a note that says why first.";
inline constexpr Words kEvidenceTitle = "What has moved this year";
inline constexpr Words kEvidenceDetail =
    "From the first level seen to the latest. Levels show from ten young people, counts from five.";
inline constexpr Words kNoFigures =
    "Figures appear once five young people have two notes each in approved case studies.";
inline constexpr Words kWhereNotLooked = "Where we have not looked yet";
inline constexpr Words kCoverageRule = "Passages, to the nearest 5. “Few” may also be none.";
inline constexpr Words kTooFew = "Too few to show yet";
inline constexpr Words kTooFewPassages =
    "Too few young people stand behind this, so the passages stay private.";
inline constexpr Words kPassagesBehind = "The passages behind it";
inline constexpr Words kMakeReport = "Make a report";
inline constexpr Words kMakingReport = "Making the report";

// Settings
inline constexpr Words kLight = "Light";
inline constexpr Words kDark = "Dark";
inline constexpr Words kHighContrast = "High contrast";
inline constexpr Words kLikeLaptop = "Like this laptop";
inline constexpr Words kStill = "Keep things still";
inline constexpr Words kLockNow = "Lock now";
inline constexpr Words kLooks = "How things look";
inline constexpr Words kYourLaptop = "This laptop";
inline constexpr Words kAccessibility = "How things look";
inline constexpr Words kLocking = "Locking";
inline constexpr Words kYourData = "Your data";
inline constexpr Words kOutcomesPage = "Outcomes";
inline constexpr Words kPromptsPage = "Prompts";
inline constexpr Words kDevicesPage = "Devices";
inline constexpr Words kSample = "They kept the call and response.";
inline constexpr Words kEasyLetters = "Easy reading letters";
inline constexpr Words kEasyLettersBody = "Andika, wider spacing, for reading and writing";
inline constexpr Words kStillBody = "No movement. Timers count without sliding.";
inline constexpr Words kThickFocus = "Thicker focus outline";
inline constexpr Words kSpeak = "Speak what has the focus";
inline constexpr Words kSpeakBody =
    "Says aloud where the keyboard is and what happens, through this laptop’s speech service. "
    "Quiet "
    "while a screen reader says it.";
inline constexpr Words kNoSpeech =
    "This laptop has no speech service, so nothing is spoken. Its package is called "
    "speech-dispatcher.";
inline constexpr Words kThickFocusBody = "3 px instead of 2 px";
inline constexpr Words kSeeShortcuts = "See them all";
inline constexpr Words kLockAfter = "Lock by itself after";
inline constexpr Words kLockAfterBody =
    "Of nothing typed, pressed or moved. What you wrote is saved first.";
inline constexpr Words kChangePassphrase = "Change your passphrase";
inline constexpr Words kPassphraseNow = "Your passphrase now";
inline constexpr Words kChangeIt = "Change it";
inline constexpr Words kPassphraseChanged =
    "Changed. Use the new one from now on, for earlier backups the old one.";
inline constexpr Words kThatIsNotIt = "That is not your passphrase now. Nothing was changed.";
inline constexpr Words kRecoveryAbout =
    "If you forget your passphrase, the recovery key opens your notes. We do not hold a copy, and "
    "it is not kept on this laptop, so it cannot be shown again.";
inline constexpr Words kMakeNewKey = "Make a new key";
inline constexpr Words kNewKeyBody =
    "Lost it, or not sure? Make a new one. The old one stops working at once.";
inline constexpr Words kKeyWritten = "I have written it down";
inline constexpr Words kPlan = "Learning plan";
inline constexpr Words kPlanBody = "Made together with the young person. It stays in your journal.";
inline constexpr Words kNoPlanYet = "Nothing planned yet. Ask them what they would like.";
inline constexpr Words kPlanTogether = "Plan together";
inline constexpr Words kInterests = "Their interests and own music";
inline constexpr Words kWhatHelps = "What helps";
inline constexpr Words kGoalsOf = "Goals,";
inline constexpr Words kGoal[] = {"First goal", "Second goal", "Third goal"};
inline constexpr Words kGoalHow = "How it stands";
inline constexpr Words kGoalOpen = "Working on it";
inline constexpr Words kGoalReached = "Reached";
inline constexpr Words kGoalSetAside = "Set aside";
inline constexpr Words kTheirWords = "In their own words";
inline constexpr Words kNoGoals = "No goals this term.";
inline constexpr Words kPlanDone = "Done";
inline constexpr Words kEarlierPlans = "Earlier plans";
inline constexpr Words kHideEarlierPlans = "Hide earlier plans";
inline constexpr Words kPutPlanBack = "Go back to this";
inline constexpr Words kPlanNow = "as it is now";
inline constexpr Words kTimetablePage = "Timetable";
inline constexpr Words kTimetableBody =
    "Your own lessons, week by week. Kept in your journal, locked like the rest of it. A calendar "
    "(ics) or a table (CSV) comes in under Your data.";
inline constexpr Words kNoTimetable = "No lessons yet.";
inline constexpr Words kAddSlot = "Add a lesson";
inline constexpr Words kChangeSlot = "Change this lesson";
inline constexpr Words kRemoveSlot = "Remove";
inline constexpr Words kOnceOnly = "Only once";
inline constexpr Words kSlotTitle = "Who or what it is";
inline constexpr Words kSlotTitleHint = "Brass group, or a name. Only you see it.";
inline constexpr Words kSlotWhen = "When";
inline constexpr Words kEveryWeek = "Every week";
inline constexpr Words kWeekday = "Day";
inline constexpr Words kSlotStarts = "Starts";
inline constexpr Words kSlotStartsHint = "15:15";
inline constexpr Words kSlotMinutes = "Minutes";
inline constexpr Words kSlotMinutesLike = "Write the minutes as a number, up to 1440.";
inline constexpr Words kSlotPlace = "Place";
inline constexpr Words kNeedSlotTitle = "Say in a few words which lesson it is.";
inline constexpr Words kKeepSlot = "Keep it";
inline constexpr Words kSpellingPage = "Spelling";
inline constexpr Words kMarkSpelling = "Mark words the dictionary does not know";
inline constexpr Words kMarkSpellingBody =
    "British English, on this laptop only. Nothing you write is sent anywhere.";
inline constexpr Words kKeptWords = "Words you added";
inline constexpr Words kKeptWordsBody = "Kept in your journal, locked like the rest of it.";
inline constexpr Words kNoKeptWords = "None yet. The menu on a marked word adds one.";
inline constexpr Words kForgetWord = "Forget it";
inline constexpr Words kBringIn = "Bring something in";
inline constexpr Words kBringInBody =
    "A folder of notes, a zip, Day One, jrnl, Joplin, plain text, a timetable (ics or "
    "CSV), or a complete copy of an Afternote journal. Nothing in your journal is changed or "
    "doubled.";
inline constexpr Words kOutsidePath = "File or folder";
inline constexpr Words kOutsideHint = "Paste its whole path, or drop it on this window";
inline constexpr Words kLookOutside = "Look at it first";
inline constexpr Words kSayWhichFile = "Say which file or folder first.";
inline constexpr Words kBringItIn = "Bring it in";
inline constexpr Words kLeaveIt = "Leave it";
inline constexpr Words kNothingBroughtYet = "Nothing has been brought in yet.";
inline constexpr Words kNothingComesIn = "Nothing in it can come in.";
inline constexpr Words kCameIn = "It is in";
inline constexpr Words kCameInStopped = "Stopped part of the way";
inline constexpr Words kCameInRest =
    "What came before stays. Bring it in again for the rest; nothing doubles.";
inline constexpr Words kWouldBeLeft = "Left out, or not wholly taken in";
inline constexpr Words kLookingOutside = "Reading it through";
inline constexpr Words kBringingIn = "Bringing it in";
inline constexpr Words kCountingCopy = "Counting what would leave";
inline constexpr Words kCopying = "Writing the copy";
inline constexpr Words kTakeAway = "Take a copy away";
inline constexpr Words kTakeAwayBody =
    "Your words are yours: take a copy any time. Your journal here stays as it is.";
inline constexpr Words kCopyKind = "As";
inline constexpr Words kCopyMarkdown = "Markdown";
inline constexpr Words kCopyMarkdownBody = "A new folder, one file a reflection. It comes back in.";
inline constexpr Words kCopyJson = "JSON, complete";
inline constexpr Words kCopyJsonBody =
    "Everything, real names and held entries too. It comes back in whole.";
inline constexpr Words kCopyHtml = "HTML";
inline constexpr Words kCopyHtmlBody = "One page, to read in a browser or with a screen reader.";
inline constexpr Words kCopyPdf = "PDF";
inline constexpr Words kCopyPdfBody = "To read and print.";
inline constexpr Words kCopyCsv = "CSV";
inline constexpr Words kCopyCsvBody = "A table, one row a reflection.";
inline constexpr Words kCopyNames = "With real names";
inline constexpr Words kCopyNamesAlways = "The complete copy always has them.";
inline constexpr Words kCopyPath = "A new file or folder";
inline constexpr Words kSeeWhatLeaves = "See what leaves";
inline constexpr Words kWriteCopy = "Write the copy";
inline constexpr Words kCopyHeading = "This would leave";
inline constexpr Words kFrameworkBody = "What your service looks for.";
inline constexpr Words kPromptsBody = "Questions to write to. Every one of them can be skipped.";

// Worried about someone? (domain.md 5.3)
inline constexpr Words kWorriedNever = "Works offline and without signing in. Never counted.";
inline constexpr Words kWorriedStop =
    "Stop writing. If someone is in danger now, call 999. Otherwise speak to the DSL now. Do not "
    "wait "
    "until you have finished.";
inline constexpr Words kTellsNoOne = "This app tells no one. Saving here tells no one.";
inline constexpr Words kOnlyYou = "Only you can pass it on, by speaking to them.";
inline constexpr Words kRouteChild = "A child, or an adult at risk";
inline constexpr Words kRouteAdult = "The behaviour of an adult who works with children";
inline constexpr Words kWhoToSpeakTo = "Who to speak to";
inline constexpr Words kNoNumber = "No number is set here. Ask the school office for the DSL now.";
inline constexpr Words kGoPast = "If it is about the person you would tell, go past them.";
inline constexpr Words kHaveYouSpoken = "Have you spoken to them?";
inline constexpr Words kNotYetKeeps =
    "“Not yet” keeps a reminder on every screen until you have. Only the DSL closes a concern.";
inline constexpr Words kYesWhoAndWhen = "Yes: who and when";
inline constexpr Words kSpokenReminder =
    "You have not yet spoken to the DSL. Only you can pass this on.";
inline constexpr Words kOtherRoute = ", for the other route";
inline constexpr Words kNumbersCheckedBy = "Numbers checked by ";
inline constexpr Words kNumbersStale =
    "These numbers were last checked more than a term ago. If one does not answer, ask at the "
    "front desk for the DSL.";
inline constexpr Words kContactSetting = "Setting";
inline constexpr Words kJournalKeepsOne = "Your journal keeps one line:";
inline constexpr Words kSupportForYou = "Support for you";
inline constexpr Words kSupportBody =
    "When the DSL agrees, you may later reflect on your own part and your own feelings. You can "
    "ask the DSL for the service to talk it through with you.";
inline constexpr Words kWhoDidYouTell = "Who did you speak to?";
inline constexpr Words kWhoRole = "Their role";
inline constexpr Words kAtWhichSetting = "At";
inline constexpr Words kTime = "Time";
inline constexpr Words kKeepThisLine = "Keep this line";
inline constexpr Words kLineHasNoDetail =
    "It has no detail and no tag, and goes into no case study and no group.";
inline constexpr Words kSayWho = "Say who you spoke to first, by their role.";
inline constexpr Words kTimeLikeNeeded = "Write the time like 15:15.";
inline constexpr Words kConcernPassedTo = journal::kConcernLineStart;
inline constexpr Words kLineKept =
    "Your journal keeps that one line. Only the DSL closes a concern.";
inline constexpr Words kLineKeptLater =
    "Your journal keeps that one line when you next unlock it. Only the DSL closes a concern.";
inline constexpr Words kHandoverHeading = "Handover sheet";
inline constexpr Words kHandoverIfWanted = "Handover sheet, if you want one";
inline constexpr Words kHandoverBody =
    "Their exact words, what you asked, what you saw and did. Printed and handed over. It is not "
    "kept in your journal.";
inline constexpr Words kStartSheet = "Start the sheet";
inline constexpr Words kCarryOnSheet = "Carry on with the sheet";
inline constexpr Words kSheetNotKept =
    "Not kept in your journal, and gone when Afternote closes. Print it or save it first.";
inline constexpr Words kSheetWhen = "Date and time";
inline constexpr Words kSheetPlace = "Place";
inline constexpr Words kSheetPresent = "Who was there";
inline constexpr Words kSheetWords[] = {"Their exact words", "What you asked", "What you saw",
                                        "What you did", "Who you told, and when"};
inline constexpr Words kNotSaid = "(nothing written)";
inline constexpr Words kPrintSheet = "Print";
inline constexpr Words kSaveSheet = "Save as a file";
inline constexpr Words kSaveWhere = "Where your service’s policy says";
inline constexpr Words kSaveWhereLike = "/media/stick/handover.txt";
inline constexpr Words kSaveWhereFirst = "Say where to save it first.";
inline constexpr Words kFileUnprotected =
    "A saved file is not protected. Anyone who opens this laptop can read it.";
inline constexpr Words kSheetEmpty = "Write something on the sheet first.";
inline constexpr Words kSentToPrinter = "Sent to the printer.";
inline constexpr Words kSheetSaved = "Saved. The file is not protected.";
inline constexpr Words kHandedOver = "I have handed it over";
inline constexpr Words kClearSheet = "Clear the sheet";
inline constexpr Words kTickWhenHanded = "Tick that you have handed it over first.";

/// The sentence for a failure: `advice` when the failing code knew better, else one for its code.
/// Never `detail`.
std::string sentence(const journal::Error& error);

}  // namespace app::tr

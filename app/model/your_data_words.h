#pragma once

#include "app/model/keeping_words.h"
#include "app/model/wording.h"

// Words about keeping, finding and erasing (domain.md 5.4 and 5.5).

namespace app::tr {

inline constexpr Words kKeepingTitle = "Keeping, finding and erasing";
inline constexpr Words kKeepingBody =
    "Nothing goes by itself. You see what would go, you decide, and only then it goes.";
inline constexpr Words kBackToData = "Back to your data";
inline constexpr Words kWayPastTime = "What is past its time";
inline constexpr Words kWayHolds = "Legal holds";
inline constexpr Words kWayAbout = "Find everything about somebody";
inline constexpr Words kWayAboutBody = "When somebody asks what is written about them";
inline constexpr Words kWayErasing = "Erase somebody";
inline constexpr Words kWayErasingBody = "From all of your journal, listed first";
inline constexpr Words kWayLeaving = "Leaving the service";
inline constexpr Words kWayLeavingBody = "Your own learning, to take along";

// What is past its time
inline constexpr Words kLookingThrough = "Looking through your journal";
inline constexpr Words kNothingPast = "Nothing is past its time.";
inline constexpr Words kRulePrivate = "Kept to the end of the next school year.";
inline constexpr Words kRuleShared = "Kept for two school years after something of it last left.";
inline constexpr Words kRuleFocus = "Kept for two years after the last lesson with them.";
inline constexpr Words kRuleStudy = "Kept to its review-by date, six years at most.";
inline constexpr Words kRuleConsent = "Kept for six years after the last day it holds.";
inline constexpr Words kRuleGroup = "Kept to the end of the school year after it was held.";
inline constexpr Words kNothingButMinutes = "The day, the format and the minutes. No words.";
inline constexpr Words kGroupRecordGoes =
    "The whole record of this session goes for good, your own words in it too. It cannot be "
    "undone.";
inline constexpr Words kReviewFirst = "Go through them, one at a time";
inline constexpr Words kSoonPast = "In the next three months";
inline constexpr Words kStillQuotes = "Still quotes words that were erased on another device";
inline constexpr Words kTakeQuotesOut = "Take those quotes out";
inline constexpr Words kRequoted = "It goes on as a draft, without the quotes of what is gone.";
inline constexpr Words kStaysUnderHold =
    ", past its time or soon, stays because of a legal hold and is not offered here.";
inline constexpr Words kStayUnderHold =
    ", past their time or soon, stay because of a legal hold and are not offered here.";
inline constexpr Words kSeeHolds = "See legal holds";
inline constexpr Words kBackToList = "Back to the list";
inline constexpr Words kOpenInJournal = "Open in your journal";
inline constexpr Words kLeaveForNow = "Leave it for now";
inline constexpr Words kLeaveForNowBody =
    "What you leave stays as it is, and is met again the next time you look.";
inline constexpr Words kKeepOwnLearning = "Keep only my own learning";
inline constexpr Words kLetItGo = "Let it go";
inline constexpr Words kKeepLonger = "Keep it for longer";
inline constexpr Words kEraseTheRecord = "Erase them from everything";
inline constexpr Words kOnlyServiceRetires =
    "The service may also retire it, which takes it out of use. Then it can go.";
inline constexpr Words kThisStays = "This would stay";
inline constexpr Words kNoWordsStay = "No words would stay.";
inline constexpr Words kTagsStay = " of nobody on the same words would stay too.";
inline constexpr Words kGoesBeside =
    "Read it through. Everything else of this entry goes for good: who was there, what is about a "
    "young person, every earlier version, pictures and recordings. It cannot be undone.";
inline constexpr Words kSayItMyself = "Say it in my own words";
inline constexpr Words kAsItWasFound = "Use the words that were there";
inline constexpr Words kOwnLearning = "What you learned";
inline constexpr Words kSeeWhatStays = "See what would stay";
inline constexpr Words kKeepThisOnly = "Keep this, erase the rest";
inline constexpr Words kKeepAll = "Keep it as it is";
inline constexpr Words kLearningKept = "Kept. What it came from is erased.";
inline constexpr Words kEntryGoes =
    "All of it goes for good: the words above and every earlier version, its tags, pictures and "
    "recordings. Here at once, on your other devices when they next synchronise. A case study that "
    "quotes it goes on without the quote. Copies and backups keep what they hold. It cannot be "
    "undone.";
inline constexpr Words kStudyGoes =
    "All of it goes for good, here at once, and on your other devices when they next synchronise. "
    "Copies and backups keep what they hold. It cannot be undone.";
inline constexpr Words kAnswerGoes =
    "That they were asked, and what they answered, goes for good, here and on your other devices. "
    "It cannot be undone.";
inline constexpr Words kEraseForGood = "Erase it for good";
inline constexpr Words kErasedOne =
    "Erased here, with every version; on your other devices when they next synchronise.";
inline constexpr Words kRenewBody =
    "Ask once more, then say who agreed and how they were asked. Six years after it was approved "
    "is the end.";
inline constexpr Words kRenewBy = "Who agreed, by their role";
inline constexpr Words kRenewHow = "How they were asked";
inline constexpr Words kRenewUntil = "Keep it until";
inline constexpr Words kRenewIt = "Keep it until then";
inline constexpr Words kSayWhoAgreed = "Say who agreed first, by their role.";
inline constexpr Words kSayHowAsked = "Say how they were asked first.";
inline constexpr Words kRenewedHere =
    " here. The service’s own copy keeps the date it was sent with.";
inline constexpr Words kChangedSinceRead =
    "Something changed since you read it. Read it once more before it is kept.";

// Legal holds
inline constexpr Words kHoldsBody =
    "An inquiry or a claim can forbid to erase. While a hold stands, nothing under it is erased, "
    "removed or offered for erasing. You can go on writing, correcting and using the bin: all of "
    "that keeps what was there.";
inline constexpr Words kHoldsElsewhere =
    "Your other devices know of it when they next synchronise. What one of them erased before it "
    "knew stays erased.";
inline constexpr Words kNoHoldStands = "None stands.";
inline constexpr Words kWholeJournal = "The whole journal";
inline constexpr Words kPutHoldOn = "Put a legal hold on";
inline constexpr Words kHoldOver = "What it is over";
inline constexpr Words kHoldReason = "Who asked for it, and why";
inline constexpr Words kHoldReasonHint = "Data protection officer: claim of 12 January";
inline constexpr Words kHoldSince = "Since";
inline constexpr Words kPutItOn = "Put it on";
inline constexpr Words kSayHoldReason = "Say who asked for it and why first.";
inline constexpr Words kHoldNotToCome = "A legal hold begins today or began earlier.";
inline constexpr Words kHoldIsOn = "The legal hold is on.";
inline constexpr Words kLift = "Lift";
inline constexpr Words kLiftAsk =
    "What was under it may be erased again, once it is lifted. That it stood, why and until when "
    "stays on record.";
inline constexpr Words kLiftReason = "Who lifts it, and why";
inline constexpr Words kLiftedOn = "Its last day";
inline constexpr Words kLiftIt = "Lift it";
inline constexpr Words kLeaveItOn = "Leave it on";
inline constexpr Words kSayLiftReason = "Say who lifts it and why first.";
inline constexpr Words kLiftNotToCome = "It ends today or ended earlier.";
inline constexpr Words kHoldIsLifted = "Lifted. That it stood stays on record.";

// Everything about somebody
inline constexpr Words kAboutBody =
    "A young person, or a parent for them, may ask to read what is written about them. Your "
    "journal is searched through, earlier wordings too. That you searched, when and why is kept in "
    "the log below; nothing of what was found is.";
inline constexpr Words kWho = "Who it is about";
inline constexpr Words kChooseSomebody = "Choose somebody";
inline constexpr Words kOrTypeName = "Or type a name";
inline constexpr Words kOrTypeNameHint = "Code name, first name or another spelling";
inline constexpr Words kWhyAsked = "Who asked, and why";
inline constexpr Words kWhyAskedHint = "His mother asked on 12 January";
inline constexpr Words kFindThem = "Find everything";
inline constexpr Words kSayWhoFirst = "Say who it is about first.";
inline constexpr Words kSayWhyFirst = "Say who asked and why first.";
inline constexpr Words kThatIsAPlace = "That is a place. Choose a young person or a colleague.";
inline constexpr Words kSomebodyElse = "Somebody else";
inline constexpr Words kWhatWasFound = "What was found";
inline constexpr Words kFoundAlone = "Reflections about them alone";
inline constexpr Words kFoundWithOthers = "Reflections about them and others";
inline constexpr Words kFoundEarlier = "Named in an earlier wording only";
inline constexpr Words kFoundHeld = "On safeguarding hold";
inline constexpr Words kFoundHeldDetail = "Only that it is there leaves. The DSL decides about it";
inline constexpr Words kFoundPlans = "Plans, intentions and lessons";
inline constexpr Words kFoundAnswers = "Answers on how far notes may go";
inline constexpr Words kFoundStudies = "Case studies about them";
inline constexpr Words kFoundPassing = "Case studies that name them in passing";
inline constexpr Words kCopyForThem = "The copy for them";
inline constexpr Words kCopyForThemBody =
    "This is what would leave, word for word. Other people’s names are out already. Somebody who "
    "can be told without a name is for you to find: leave those words out too.";
inline constexpr Words kLeaveOutLabel = "Words to leave out as well";
inline constexpr Words kLeaveOut = "Leave them out";
inline constexpr Words kPutBackIn = "Put back: ";
inline constexpr Words kTypeWordsFirst = "Type the words to leave out first.";
inline constexpr Words kEarlierStretch = "Before these";
inline constexpr Words kLaterStretch = "After these";
inline constexpr Words kIHaveRead = "I have read it through, all of it";
inline constexpr Words kCopyTo = "Write it to";
inline constexpr Words kCopyToHint = "A new page, like /media/stick/about.html";
inline constexpr Words kWriteIt = "Write the copy";
inline constexpr Words kReadItFirst = "Read it through and tick that you did first.";
inline constexpr Words kSayWhereCopy = "Say where it should go first.";
inline constexpr Words kCopyWrittenTo = "Written to ";
inline constexpr Words kCopyBeside =
    ", and beside it as JSON. Neither is locked: hand them over safely, then delete them here.";
inline constexpr Words kCopyIsOpen = "The copy has no lock. Whoever has the file can read it.";
inline constexpr Words kAccessLog = "What was looked for and what left";
inline constexpr Words kNobodyLookedFor = "Nobody was looked for yet.";
inline constexpr Words kNobodyAnyMore = "somebody who is not here any more";

// Erasing somebody
inline constexpr Words kErasingBody =
    "Everything that is about them goes, from their name to every use of it. Entries with others "
    "in them stay without them. You see the whole list first.";
inline constexpr Words kKeepMyLearning = "Keep my own learning of entries about them alone";
inline constexpr Words kSeeWhatGoes = "See what goes";
inline constexpr Words kWithdrawFirst = "Has to be withdrawn first, others have it";
inline constexpr Words kGoesForGood = "Goes for good";
inline constexpr Words kStaysWithoutThem = "Stays without them, and without its history";
inline constexpr Words kCannotBeUndone =
    "It cannot be undone. Here it happens at once, on your other devices and the hub when they "
    "next synchronise. Figures that were released, copies and backups cannot be called back.";
inline constexpr Words kTypeToErase = "Their code name, to be sure";
inline constexpr Words kTypeCodeName = "To be sure, type the code name: ";
inline constexpr Words kEraseThem = "Erase them for good";
inline constexpr Words kLeaveThem = "Leave everything as it is";
inline constexpr Words kSeeWhatGoesFirst = "See what goes first.";
inline constexpr Words kWithdrawThemFirst =
    "Others have a case study about them. Withdraw it first, then look again.";
inline constexpr Words kChangedSinceSeen =
    "Something changed since you looked, and nothing was erased. Look once more.";
inline constexpr Words kEraseFromEverything = "Erase from everything";

// Leaving
inline constexpr Words kLeavingBody =
    "When you leave the service you have 30 days from your last day to take your own learning "
    "along. After that the journal is deleted: by you, or by whoever looks after this laptop. "
    "Afternote deletes nothing by itself.";
inline constexpr Words kLeavingWhat =
    "In it: what you wrote and meant for next time, with everybody and every place blurred and "
    "days as terms. Not in it: who anybody is, tags and levels, plans, answers, case studies, "
    "pictures and recordings, entries in the bin or on safeguarding hold.";
inline constexpr Words kSeeWhatITake = "See what I would take";
inline constexpr Words kMyLearning = "What you would take";

}  // namespace app::tr

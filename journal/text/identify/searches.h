#pragma once

#include <vector>

#include "journal/text/identify/known_people.h"
#include "journal/text/identify/page.h"

namespace journal::text {

// The searches that findIdentifiers runs, in this order. Each adds what it finds to the page and
// leaves alone what an earlier one found.

/// E-mail and web addresses, handles, telephone numbers, postcodes, numbers with a check digit, car
/// registrations. By their form alone.
void findStructured(Page& page);
/// Numbers after "candidate" or "serial no.", account names after "insta".
void findSaidIds(Page& page);
/// Music of more than one word ("Danny Boy"), titles in quotation marks, and what stands before
/// "sonata" or "riff": left alone.
void leaveMusicAlone(Page& page);
/// Exact dates and years of birth; not weekdays, not months alone.
void findDates(Page& page);
/// The number of an exact age: "nine" of "nine years old".
void findAges(Page& page);
/// First and last names together of the people the application knows.
void findKnownWholeNames(Page& page, const KnownPeople& people);
/// "X Primary", "St Y's", "at Z Academy", clubs, places of worship; trusts and agencies; streets,
/// estates and what else a head word makes a place of.
void findInstitutions(Page& page);
/// "Mrs Pickersgill", "Auntie Yaa": a title and what follows it.
void findTitledPeople(Page& page);
/// The people the application already knows, in every written form.
void findKnownPeople(Page& page, const KnownPeople& people);
/// Towns, countries and regions, and unknown names that look like villages.
void findPlaces(Page& page);
/// Everybody else, by lists of names, by unknown words with a capital and by what stands around.
void findPeople(Page& page);
/// Every repeat of what was found, and short forms of it.
void findRepeats(Page& page);
/// Rare or sensitive circumstances, over whatever else was found.
void findCircumstances(Page& page);

/// For the measurement: names and places that are in the lists, nothing else.
void findListed(Page& page);

}  // namespace journal::text

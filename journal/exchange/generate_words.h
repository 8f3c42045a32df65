#pragma once

#include <array>

// Private to journal/exchange: the word stock of CorpusGenerator. Every name is invented; no name
// in it is of a real person, school or place.

namespace journal::exchange::words {

inline constexpr std::array<const char*, 60> kFirstNames = {
    "Amari",   "Beatrix", "Callan",  "Dilys",  "Emeka",  "Farida", "Gwen",    "Haruki", "Imke",
    "Jory",    "Keziah",  "Lorcan",  "Mirela", "Nuria",  "Osian",  "Pavel",   "Quilla", "Rafiq",
    "Saoirse", "Tobias",  "Ulla",    "Vanja",  "Wiktor", "Xanthe", "Yusra",   "Zeki",   "Anwen",
    "Bronagh", "Chidi",   "Dagny",   "Eilidh", "Faruq",  "Gethin", "Hafsa",   "Ilir",   "Jaya",
    "Kofi",    "Ludo",    "Mairead", "Nadim",  "Orla",   "Priya",  "Rhodri",  "Sefton", "Tariq",
    "Una",     "Vesna",   "Wambui",  "Yannis", "Zofia",  "Arlo",   "Blodwen", "Cosmo",  "Delphine",
    "Efua",    "Fintan",  "Greta",   "Hamish", "Isolde", "Jonty"};
inline constexpr std::array<const char*, 20> kFamilyNames = {
    "Ashgrave",   "Birchley",  "Corrimond", "Dunnery",    "Elverstone", "Fennimore", "Gorsedale",
    "Hathermoor", "Inglewhin", "Jessamere", "Kettlewick", "Larkrise",   "Mossgill",  "Netherby",
    "Oakhanger",  "Pellowe",   "Quarmby",   "Rushbeck",   "Saltmarsh",  "Tarnside"};
inline constexpr std::array<const char*, 12> kStaffNames = {
    "Abberline", "Brackley", "Cottesmore", "Drummole", "Eastwick", "Farthingale",
    "Grimsdyke", "Holloway", "Ibbotson",   "Jarrow",   "Kilbride", "Lanyon"};
inline constexpr std::array<const char*, 8> kPlaces = {
    "Alderbeck Primary", "Broomfield Lane Juniors", "Cinder Hill Academy", "Dovecote Centre",
    "Elmtree School",    "Foundry Street Primary",  "Granary Arts Centre", "Hollin High"};
inline constexpr std::array<const char*, 5> kAgeBands = {
    "lower primary", "upper primary", "early secondary", "mid secondary", "post-16"};
inline constexpr std::array<const char*, 6> kFamilies = {"strings",    "woodwind",  "brass",
                                                         "percussion", "keyboards", "voice"};
inline constexpr std::array<const char*, 14> kInstruments = {
    "clarinet", "cello",  "cornet",   "ukulele",     "drum kit", "piano",        "flute",
    "violin",   "guitar", "trombone", "tin whistle", "voice",    "glockenspiel", "bass guitar"};

inline constexpr std::array<const char*, 24> kDid = {
    "held the pulse right through the second verse",
    "asked for the harder part",
    "let the others hear the whole tune",
    "put the bow down, breathed out and began again",
    "showed the newest one where to put a thumb",
    "found the missing note without looking at the page",
    "walked out after four bars",
    "would not play until the door was shut",
    "made up an ending that nobody had heard before",
    "counted everybody in",
    "said that last week had been too loud",
    "stayed for the whole of the rehearsal",
    "kept stopping at the same bar",
    "listened to the recording twice and laughed",
    "chose the song and told us why",
    "waited for the slow ones to catch up",
    "packed the stands away before being asked",
    "turned a mistake into a little joke of a trill",
    "brought a page of words from home",
    "looked at the floor for most of it",
    "tuned up alone for the first time",
    "swapped parts so that a friend could have the tune",
    "tried the high one five times and then smiled",
    "asked whether we could do it again on Thursday"};
inline constexpr std::array<const char*, 16> kHow = {"without any fuss",
                                                     "with a great deal of giggling",
                                                     "after a long silence",
                                                     "while the rain came down",
                                                     "in front of everybody",
                                                     "for once",
                                                     "more steadily than in June",
                                                     "before I had said a word",
                                                     "with one eye on the clock",
                                                     "and meant it",
                                                     "in spite of the noise outside",
                                                     "at half the speed",
                                                     "as if it were nothing",
                                                     "with a little help",
                                                     "and then did it again",
                                                     "just before the bell"};
inline constexpr std::array<const char*, 16> kScene = {"a cold room and two broken chairs",
                                                       "the hall was being set for lunch",
                                                       "we had the good room at last",
                                                       "half the group were on a trip",
                                                       "the fire alarm went in the middle",
                                                       "everyone came in talking at once",
                                                       "there was cake left over from something",
                                                       "the piano had been moved again",
                                                       "the supply teacher sat in",
                                                       "it was the last lesson before half term",
                                                       "the corridor was full of scenery",
                                                       "we began ten minutes late",
                                                       "a parent waited by the door",
                                                       "somebody had borrowed the stands",
                                                       "the lights would not come on",
                                                       "the sun was in all our eyes"};
inline constexpr std::array<const char*, 20> kThen = {
    "the slow section finally made sense",
    "we left the scales for another day",
    "the questions were better than mine",
    "I let the silence go on",
    "the group did the rest by itself",
    "nothing went as I had planned",
    "the second half was worth waiting for",
    "there were tears and then there were not",
    "somebody hummed the bass line",
    "we sang it before we played it",
    "the clapping game came to the rescue",
    "they wanted to know who had written it",
    "the phrase fell into place",
    "we listened back and said nothing",
    "home has been difficult this month",
    "the form tutor has seen a change as well",
    "the breathing was the trouble, not the fingers",
    "the reading is coming on",
    "a week off had done no harm",
    "the rhythm was in the feet long before the hands"};
inline constexpr std::array<const char*, 16> kTutorDid = {"talked too much at the start",
                                                          "moved the chairs into a ring",
                                                          "put the books away",
                                                          "asked one question and waited",
                                                          "played the tune much too fast",
                                                          "let them choose the order",
                                                          "gave the difficult bit away",
                                                          "wrote the words up on the wall",
                                                          "changed the key",
                                                          "stopped correcting fingers",
                                                          "offered two endings",
                                                          "brought the old recording",
                                                          "sat on the floor with them",
                                                          "forgot the spare strings",
                                                          "kept the warm-up short",
                                                          "said what I had liked"};
inline constexpr std::array<const char*, 12> kLearned = {
    "start with sound and leave the names for later",
    "the quiet ones hear the most",
    "a smaller step would have been kinder",
    "choice is worth more than praise",
    "I hurry when I am being watched",
    "the tune has to be theirs before it can be good",
    "two minutes of listening saves ten of talking",
    "routine is not the same as boredom",
    "they will wait for each other if I do",
    "a joke at the right moment is teaching",
    "bodies learn the beat before books do",
    "I should ask, not guess"};
inline constexpr std::array<const char*, 10> kFelt = {
    "easier",  "harder",     "slower", "warmer",       "stranger",
    "lighter", "heavy work", "a joy",  "touch and go", "calmer"};
inline constexpr std::array<const char*, 12> kNext = {
    "begin with the clapping game and let it run",
    "ask what they want to keep from today",
    "bring the cards with the chords on",
    "leave the door open and see who stays",
    "record the second verse for them to hear",
    "give the count-in to somebody new",
    "try it without the books",
    "speak to the class teacher before the lesson",
    "halve the speed and double the praise",
    "sit beside, not opposite",
    "swap the parts around",
    "find a song from home"};

}  // namespace journal::exchange::words

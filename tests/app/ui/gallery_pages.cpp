#include "tests/app/ui/gallery_pages.h"

#include <array>
#include <optional>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/notes.h"
#include "app/ui/rows.h"
#include "app/ui/text.h"
#include "tests/app/ui/gallery_parts.h"

namespace gallery {
namespace {

using namespace app::ui;  // NOLINT: a page is nothing but the kit

constexpr const char* kWren = "0123456789abcdef0123456789abcdef";
constexpr const char* kSiskin = "fedcba9876543210fedcba9876543210";

std::string labelOf(std::string_view id) {
  return id == kWren ? "Wren" : "Siskin";
}

struct State {
  std::string find, room = "heron fiddle 24", indicator = "choi", search = "chose", year = "any",
                    compared = "change", voice = "mine";
  std::string passphrase = "four plain words";
  bool shown = false, on = true, off = false, ticked = true, unticked = false;
  std::optional<Level> socialLevel = 3, level = 4;
  TagPickerState tags{"p4", "p4a"};
  EditorState editor;
  std::vector<EditorRange> ranges;
  bool written = false;
};
State& state() {
  static State s;
  return s;
}

LevelPickerModel levels(Domain domain) {
  LevelPickerModel model;
  model.domain = domain;
  model.names = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
  model.sentences = {"leaves choices to others", "picks from two", "chooses when asked",
                     "makes most choices about own music", "chooses unasked"};
  return model;
}

ShellModel shell(const std::string& current, bool manager = false) {
  ShellModel model;
  model.items = {{"write", "Write", Icon::Pencil},
                 {"journal", "Journal", Icon::BookOpenVariant},
                 {"people", "Young people", Icon::AccountMultipleOutline},
                 {"groups", "Groups", Icon::CommentMultipleOutline},
                 {"cases", "Case studies", Icon::FileDocument}};
  if (manager) {
    model.items.push_back({"review", "Review", Icon::ClipboardCheck, 3, true});
    model.items.push_back({"evidence", "Evidence", Icon::ChartLine});
  }
  model.items.push_back({"settings", "Settings", Icon::Settings});
  model.current = current;
  model.personName = manager ? "Farida Haleem" : "Imani Brooke";
  model.personStatus = "Saved 16:05";
  return model;
}

void componentsTop() {
  State& s = state();
  Columns columns({share(5), share(4), share(3)}, 16);
  columns.next();
  {
    const Card card("buttons", {.padX = 20, .padY = 16, .gap = 10, .minHeight = 180});
    smallStrong("Buttons: rest, not yet available, working", Token::Ink2);
    {
      const Row row(8, 40);
      primaryButton("tag", "Tag");
      primaryButton("wait", "Tag", "Choose a level first");
      button("saving", "Saving", {.kind = ButtonKind::Primary, .working = true});
      button("small", "Use this", {.kind = ButtonKind::Primary, .small = true});
    }
    const Row row(8, 40);
    secondaryButton("keep", "Keep");
    quietButton("cancel", "Cancel");
    dangerButton("remove", "Remove");
    button("new", "New", {.kind = ButtonKind::Primary, .icon = Icon::Pencil});
    iconButton("more", Icon::DotsHorizontal, "More");
  }
  columns.next();
  {
    const Card card("fields", {.padX = 20, .padY = 16, .gap = 10, .minHeight = 180});
    smallStrong("Fields: rest, focus, needs a look", Token::Ink2);
    {
      Columns two({share(), share()}, 8);
      two.next();
      textField("find", s.find, {.placeholder = "Find an indicator"});
      two.next();
      textField("focus", s.indicator, {.placeholder = "Indicator"});
    }
    textField("room", s.room,
              {.placeholder = "Room",
               .problem = "That room isn\xE2\x80\x99t open. Check the last number."});
  }
  columns.next();
  {
    const Card card("choices", {.padX = 20, .padY = 16, .gap = 8, .minHeight = 180});
    smallStrong("Switch, check, radio", Token::Ink2);
    {
      const Row row(16, 32);
      switchControl("on", "On", s.on);
      switchControl("off", "Off", s.off);
    }
    {
      const Row row(16, 32);
      checkbox("tick", "Yes", s.ticked);
      checkbox("untick", "No", s.unticked);
      radio("r1", "A", true);
      radio("r2", "B", false);
    }
    {
      const Row row(12, 32);
      badge(3);
      kbd("Ctrl");
      kbd("K");
      avatar("IB");
      aliasChip("wren", "Wren");
    }
    dropdown("when", {{"any", "Any year"}, {"this", "This school year"}}, s.year,
             {.placeholder = "When", .chip = true});
  }
}

void componentsMiddle() {
  State& s = state();
  Columns columns({share(5), share(4), share(3)}, 16);
  columns.next();
  {
    const Card card("marks", {.padX = 20, .padY = 16, .gap = 12});
    smallStrong("Domain marks: shape, colour, underline. Hollow is first seen.", Token::Ink2);
    {
      const Row row(10, 24);
      for (const Domain domain : {Domain::Musical, Domain::Personal, Domain::Social}) {
        noteHead({.domain = domain, .radius = 7, .hollow = true});
        noteHead({.domain = domain, .radius = 7});
        bodyStrong(std::string(domainLetter(domain)) + " " + domainName(domain), domainInk(domain));
      }
    }
    {
      const Row row(8, 28);
      domainChip("c1", Domain::Musical, "Own music, prompted");
      domainChip("c2", Domain::Personal, "Own choices, mostly");
      domainChip("c3", Domain::Social, "Belonging");
    }
    snippet("runs", {{"solid line", TextRun::Kind::Tagged, Domain::Musical},
                     {" and "},
                     {"dashed line", TextRun::Kind::Tagged, Domain::Personal},
                     {" and "},
                     {"double line", TextRun::Kind::Tagged, Domain::Social},
                     {" and "},
                     {"selected", TextRun::Kind::Selected},
                     {" and "},
                     {"found", TextRun::Kind::Found},
                     {" and "},
                     {"Wren", TextRun::Kind::Mention},
                     {" and "},
                     {"risk", TextRun::Kind::Flagged}});
  }
  columns.next();
  {
    const Card card("picker", {.padX = 20, .padY = 16, .gap = 12});
    smallStrong("Level picker: five levels, then the rest", Token::Ink2);
    levelPicker("level", levels(Domain::Social), s.socialLevel, 404);
  }
  columns.next();
  {
    const Card card("figures", {.padX = 20, .padY = 16, .gap = 6});
    smallStrong("Figures", Token::Ink2);
    figureRow("f1", {.domain = Domain::Personal,
                     .number = 4,
                     .name = "Own choices",
                     .movement = "Glimpsed to mostly",
                     .detail = "about 30",
                     .first = 2,
                     .latest = 4});
    figureRow("f2", {.domain = Domain::Musical,
                     .number = 5,
                     .name = "Being a musician",
                     .detail = "about 5",
                     .enough = false});
  }
}

void componentsFoot() {
  Columns columns({share(5), share(4), share(3)}, 16);
  columns.next();
  banner("offline",
         "You\xE2\x80\x99re offline. Everything still works, and will sync when you\xE2\x80\x99re "
         "back.",
         {.attention = false, .icon = Icon::WifiOff});
  banner("disk",
         "We couldn\xE2\x80\x99t write to the disk. Your words are still here. Free some space, "
         "then try again.",
         {.action = "Try again"});
  progress("import", 0.64F, "14 of 22 notes", true);
  progressUnknown("open", "Opening your notes");
  drawPictures();
  columns.next();
  {
    const Card card("nothing", {.padX = 20, .padY = 8});
    emptyState("empty", "Nothing here yet", "Your first reflection can be one line.",
               {.action = "Write one line"});
  }
  columns.next();
  {
    const Card card("found", {.padX = 20, .padY = 8});
    emptyState("none", "No passages with \xE2\x80\x9Cmetronome\xE2\x80\x9D",
               "Try a shorter word, or look in every year.",
               {.icon = Icon::Magnify, .action = "Look in every year", .primary = false});
  }
}

void components() {
  const Vec2 whole = windowSize();
  const Region page("components", {0, 0, whole.x, whole.y},
                    {.padX = 36, .padY = 28, .gap = 16, .scroll = true});
  componentsTop();
  componentsMiddle();
  componentsFoot();
  toast({.key = "tagged", .words = "Tagged to Own choices, mostly", .action = "Undo"});
}

std::string essay() {
  const std::string wren = mentionToken(kWren);
  return promptParagraph(
             "What? Tell the moment plainly: who did what, what you did, what you felt.") +
         "\nWe lost ten minutes to the fire bell and I nearly dropped the plan. I asked the group "
         "what they wanted to save from it instead. They kept the call and response and settled "
         "the playing order between them, which I have not seen before.\n" +
         wren +
         " has sat at the back since September. Today they put a hand up before I had finished "
         "asking and chose the second verse to lead. It wobbled, they laughed, and they started it "
         "again without looking at me. When " +
         mentionToken(kSiskin) +
         " came in early, the others slowed down so that everyone could find the place. By the "
         "third go the cornets were listening for the bass line instead of counting out loud.\n" +
         promptParagraph(
             "So what? What might it mean \xE2\x80\x93 for them, for you, for the music? What else "
             "could it mean?") +
         "\nI said less. The quiet after the bell did more than any instruction of mine.\n" +
         promptParagraph("Now what? What will you try, keep or ask, and by when?") + "\n";
}

EditorRange rangeOf(const std::string& text, const std::string& words, EditorRange::Kind kind,
                    Domain domain, const char* id) {
  const std::size_t at = text.find(words);
  EditorRange range;
  range.range = {at, at + words.size()};
  range.kind = kind;
  range.domain = domain;
  range.id = id;
  range.mark = "3";
  range.name = "Edit tag: level 3";
  return range;
}

void prepareWriting() {
  State& s = state();
  if (s.written) return;
  s.written = true;
  s.editor.setText(essay());
  const std::string& text = s.editor.text();
  s.ranges = {
      rangeOf(text, "They kept the call and response and settled the playing order between them",
              EditorRange::Kind::Tag, Domain::Social, "t1"),
      rangeOf(text, "chose the second verse to lead", EditorRange::Kind::Target, Domain::None, ""),
      rangeOf(text, "the others slowed down so that everyone could find the place",
              EditorRange::Kind::Tag, Domain::Personal, "t2"),
      rangeOf(text, "the cornets were listening for the bass line instead of counting out loud",
              EditorRange::Kind::Tag, Domain::Musical, "t3")};
}

TagPickerModel tagModel() {
  TagPickerModel model;
  model.domains = {{Domain::Musical,
                    {{"m1", "Skill and control", ""},
                     {"m2", "Own music", ""},
                     {"m3", "Listening closely", ""},
                     {"m4", "Playing together", ""},
                     {"m5", "Being a musician", ""}}},
                   {Domain::Personal,
                    {{"p1", "Confidence", ""},
                     {"p2", "Handling feelings", ""},
                     {"p3", "Keeping going", ""},
                     {"p4", "Own choices", ""},
                     {"p5", "Wellbeing and self", ""}}},
                   {Domain::Social,
                    {{"s1", "Trust with adults", ""},
                     {"s2", "Getting on", ""},
                     {"s3", "Being heard", ""},
                     {"s4", "Working together", ""},
                     {"s5", "Belonging", ""}}}};
  model.indicators = {{"p4a", "Making choices", ""},
                      {"p4b", "Saying what the sessions should be like", ""},
                      {"p4c", "Setting and checking own goals", ""},
                      {"p4d", "Looking after things and time", ""}};
  return model;
}

void tagPanel(const ShellMetrics& m) {
  State& s = state();
  const bool docked = m.breakpoint < Breakpoint::M;
  const float height = docked ? m.main.h * 0.45F : std::min(697.0F, m.main.h - 76 - m.footer - 8);
  const Rect at =
      docked ? Rect{m.main.x + 16, m.main.bottom() - m.footer - height, m.main.w - 32, height}
             : Rect{m.main.right() - 452 - 24, 76, 452, height};
  liftRect(at);
  const Region panel("tag", at, {.padX = 20, .padY = 16, .gap = 8, .scroll = true});
  {
    Row row(8, 32);
    subhead("Tag this passage");
    row.pushRight(chipWidth("Wren", {.on = true, .removable = true, .small = true}) + 8 + 36);
    chip("wren", "Wren", {.on = true, .removable = true, .small = true});
    iconButton("close", Icon::Close, "Close");
  }
  tagPicker("picker", tagModel(), s.tags);
  hairline(0, 0);
  {
    Row row(8, 24);
    bodyStrong("What did you see?");
    row.pushRight(textWidth(Type::Small, "Last time: Prompted, 15 January"));
    small("Last time: Prompted, 15 January");
  }
  LevelPickerModel model = levels(Domain::Personal);
  model.lastTime = 3;
  levelPicker("level", model, s.level, 412);
  snippet("sentence", {{"Mostly: ", TextRun::Kind::Plain}, {"makes most choices about own music."}},
          Type::Small);
  setGap(0);
  segmented(
      "compared", "Compared",
      {{"baseline", "Baseline"}, {"change", "Change"}, {"same", "No change"}, {"back", "Set-back"}},
      s.compared);
  segmented("voice", "Voice",
            {{"mine", "Mine"}, {"theirs", "Theirs"}, {"other", "Someone else\xE2\x80\x99s"}},
            s.voice);
  space(8);
  Row row(8, 40);
  primaryButton("save", "Tag passage");
  quietButton("cancel", "Cancel");
  row.pushRight(textWidth(Type::Tiny, "P 4 1, then 4, Enter"));
  tiny("P 4 1, then 4, Enter");
}

void writePage() {
  State& s = state();
  prepareWriting();
  const ShellMetrics m = shellMetrics(windowSize());
  sidebar(shell("write"), m);
  fillRect(m.main, Token::Paper);
  const float left = m.breakpoint == Breakpoint::M ? 88 : 72;
  {
    const Region head("head", {m.main.x, m.main.y, m.main.w, m.header},
                      {.padX = m.margin, .padY = (m.header - 46) / 2});
    Row row(8, 46);
    space(left - m.margin);
    { subhead("Brass group, Millbrook Primary"); }
    row.pushRight(buttonWidth("Finish reflection") + 44);
    menuButton("more", "More", {{"history", "Earlier versions"}, {"bin", "Put in the bin"}});
    secondaryButton("finish", "Finish reflection");
  }
  EditorStyle style;
  style.rect = {m.main.x, m.main.y + m.header, m.main.w, m.main.h - m.header - m.footer};
  if (m.breakpoint >= Breakpoint::M) style.rect.w -= 452 + 24;
  if (m.breakpoint < Breakpoint::M) style.coveredBelow = m.main.h * 0.45F;
  style.left = left;
  style.placeholder = "A line is plenty.";
  style.label = labelOf;
  style.ranges = &s.ranges;
  const EditorResult result = textEditor("answer", s.editor, style);
  if (result.targetBox && m.breakpoint >= Breakpoint::M) {
    const float y = result.targetBox->y + result.targetBox->h / 2;
    const float right = m.main.right() - 452 - 24;
    fillRect({right - 14, y - 1, 14, 2}, Token::Heather);
    drawNoteHead({right - 14, y}, {.domain = Domain::Musical, .radius = 3.4F}, Token::Heather);
  }
  {
    fillRect({m.main.x, m.main.bottom() - m.footer, m.main.w, 1}, Token::Line);
    const Region foot("foot", {m.main.x, m.main.bottom() - m.footer, m.main.w, m.footer},
                      {.padX = m.margin});
    Row row(12, m.footer);
    space(left - m.margin);
    smallStrong("131");
    small("words");
    icon(Icon::Check, Token::Ink2, 16);
    small("Saved on this laptop, 3 seconds ago");
    row.pushRight(132 + 12 + textWidth(Type::Small, "4:12 of 10:00") + 12 +
                  textWidth(Type::Small, "Paid time"));
    small("Paid time");
    bar("paid", 0.42F, 132);
    small("4:12 of 10:00", Token::Ink);
  }
  tagPanel(m);
}

void journalPage() {
  State& s = state();
  const ShellMetrics m = shellMetrics(windowSize());
  sidebar(shell("journal"), m);
  {
    const Region head("head", {m.main.x, m.main.y, m.main.w, m.header},
                      {.padX = m.margin, .padY = (m.header - 40) / 2});
    Row row(12, 40);
    const float tail =
        buttonWidth("New reflection", {.kind = ButtonKind::Primary, .icon = Icon::Pencil});
    searchField("search", "Search your reflections", s.search,
                std::min(470.0F, row.leftOver() - tail - 200));
    chip("year", "This school year", {.on = true, .removable = true});
    row.pushRight(tail);
    button("new", "New reflection", {.kind = ButtonKind::Primary, .icon = Icon::Pencil});
  }
  const float weeks = m.breakpoint >= Breakpoint::M ? 292 : 0;
  if (weeks > 0) {
    const Region list("weeks", {m.main.x, m.main.y + m.header, weeks, m.main.h - m.header},
                      {.padX = 22, .padY = 6, .gap = 0, .scroll = true});
    quote("January");
    const FocusGroup group;
    listRow("w1", {.title = "19 Jan",
                   .trailing = "2 found",
                   .chosen = true,
                   .heads = {Domain::Social, Domain::Social, Domain::Personal, Domain::Musical}});
    listRow(
        "w2",
        {.title = "12 Jan", .trailing = "1 found", .heads = {Domain::Personal, Domain::Musical}});
    listRow("w3", {.title = "5 Jan", .heads = {Domain::Social}});
  }
  const Region results(
      "results", {m.main.x + weeks, m.main.y + m.header, m.main.w - weeks, m.main.h - m.header},
      {.fill = Token::Paper, .padX = 48, .padY = 20, .gap = 0, .radius = 16, .scroll = true});
  subhead("7 passages in 6 reflections");
  space(10);
  hairline();
  const FocusGroup group;
  for (int i = 0; i < 8; ++i) {
    ArticleModel model;
    model.day = std::to_string(22 - 2 * i);
    model.dayDetail = "Thu, Jan";
    model.title = "Brass group";
    model.detail = "Millbrook Primary, draft";
    model.words = {{"Today they put a hand up before I had finished asking and "},
                   {"chose", TextRun::Kind::Found},
                   {" the second verse to lead. "},
                   {"Wren", TextRun::Kind::Mention},
                   {" wobbled, they laughed, and they started it again."}};
    model.chips = {{Domain::None, "Wren"}, {Domain::Personal, "Own choices, mostly"}};
    article(key("hit", static_cast<std::size_t>(i)), model);
  }
}

void evidencePage() {
  drawEvidence(shell("evidence", true));
}

void worriedPage() {
  writePage();
  Dialog dialog("worried", "Worried about someone?",
                {.width = 864, .note = "Works offline and without signing in."});
  heading("Stop writing. If someone is in danger now, call 999. Otherwise speak to the DSL now.");
  banner("tells", "Only you can pass it on, by speaking to them.",
         {.strong = "This app tells no one. Saving here tells no one."});
  {
    const FocusGroup group(2);
    radio("child", "A child, or an adult at risk", true);
    radio("adult", "The behaviour of an adult who works with children", false);
  }
  hairline(4, 4);
  Columns columns({share(), share()}, 24);
  columns.next();
  bodyStrong("Handover sheet, if you want one");
  small("Their exact words, what you asked, what you saw and did. It is not kept in your journal.");
  button("sheet", "Start the sheet", {.icon = Icon::Printer});
  columns.next();
  bodyStrong("Have you spoken to them?");
  small("\xE2\x80\x9CNot yet\xE2\x80\x9D keeps a reminder on every screen until you have.");
  const Row row(8, 40);
  secondaryButton("yes", "Yes: who and when");
  secondaryButton("no", "Not yet");
}

void unlockPage() {
  State& s = state();
  const Vec2 whole = windowSize();
  const bool shortWindow = whole.y < 640;
  if (!shortWindow) unlockPicture({0, 148, whole.x, 208});
  const Region page("unlock", {0, 0, whole.x, whole.y},
                    {.padX = std::min(176.0F, whole.x * 0.1F), .padY = 60});
  brand(30);
  space(shortWindow ? 40 : 340);
  display("Good afternoon, Imani");
  text("Your notes are locked on this laptop. Only your passphrase opens them.",
       {.type = Type::Read, .colour = Token::Ink2});
  space(14);
  smallStrong("Passphrase");
  {
    const Row row(12, 48);
    passphraseField("passphrase", s.passphrase, s.shown,
                    {.placeholder = "Passphrase", .width = 330, .large = true});
    wantFirstFocus();
    primaryButton("open", "Unlock");
  }
  const Row row(20, 32);
  app::ui::link("recovery", "Use your recovery key");
  app::ui::link("worried", "Worried about someone?", Icon::PhoneInTalk);
}

}  // namespace

std::vector<Page> pages() {
  return {{"components", components}, {"write", writePage},     {"journal", journalPage},
          {"evidence", evidencePage}, {"worried", worriedPage}, {"unlock", unlockPage},
          {"first-run", drawFirstRun}};
}

void resetPages() {
  state() = State();
}

}  // namespace gallery

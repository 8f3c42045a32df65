#include <algorithm>
#include <string>

#include "app/model/circle_format_words.h"
#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_parts.h"

// The formats there are, one of them as its agenda, and the way out and in as a file.

namespace app::view {
namespace {

// The list
// ----------------------------------------------------------------------------------------

void drawFormatRows(std::string_view id, const std::vector<model::FormatListRow>& formats,
                    const Frame& frame) {
  const ui::Card card(id, {.padX = 12, .padY = 8, .gap = 0});
  const ui::FocusGroup group;
  for (const model::FormatListRow& format : formats) {
    ui::ListRowModel row;
    row.title = format.name;
    row.subtitle = format.detail;
    row.chosen = format.chosen;
    if (ui::listRow(ui::key("format", format.key), row)) {
      frame.intents.push(model::ReadFormat{format.key});
    }
  }
}

void drawFormatList(const model::FormatsModel& model, const Frame& frame) {
  ui::text(tr::kFormatsShipped, {.type = ui::Type::BodyStrong, .role = "heading"});
  drawFormatRows("shipped", model.shipped, frame);
  ui::space(4);
  ui::text(tr::kFormatsOwn, {.type = ui::Type::BodyStrong, .role = "heading"});
  if (model.own.empty())
    ui::small(tr::kNoOwnFormats);
  else
    drawFormatRows("own", model.own, frame);
  {
    const ui::Row row(8, 0);
    if (ui::button("make", tr::kMakeFormat, {.icon = ui::Icon::Plus})) {
      frame.intents.push(model::MakeFormat{});
      ui::focusPath("groups/making/about/name");
    }
    if (ui::button("take", tr::kTakeInFormat,
                   {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Import})) {
      frame.intents.push(model::BeginTakingIn{});
      ui::focusPath("groups/formats/taking/path");
    }
  }
  if (model.aside.empty()) return;
  ui::space(4);
  ui::text(tr::kFormatsAside, {.type = ui::Type::BodyStrong, .role = "heading"});
  drawFormatRows("aside", model.aside, frame);
}

// One to read
// ----------------------------------------------------------------------------------

void drawAgendaRound(std::size_t index, const model::AgendaRow& round) {
  const ui::Scope scope(ui::key("round", index));
  ui::hairline(6, 6);
  ui::Columns columns({ui::fixed(44), ui::share(), ui::fixed(64)}, 8);
  columns.next();
  ui::text(round.at, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
  columns.next();
  ui::bodyStrong(round.name);
  if (!round.how.empty()) ui::small(round.how);
  for (const std::string& prompt : round.prompts) {
    ui::text(prompt, {.type = ui::Type::Prompt, .colour = ui::Token::HeatherInk});
  }
  ui::tiny(round.kept);
  columns.next();
  ui::text(round.minutes, {.type = ui::Type::SmallStrong, .oneLine = true});
}

void drawAgenda(const model::FormatReading& format) {
  ui::space(4);
  ui::Row row(6, 32);
  ui::text(tr::kAgenda, {.type = ui::Type::BodyStrong, .role = "heading"});
  row.pushRight(ui::textWidth(ui::Type::Small, format.total) + 4);
  ui::text(format.total, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
}

void drawWhose(const model::FormatReading& format) {
  ui::small(std::string(tr::kFormatAuthor) + ": " +
            (format.author.empty() ? std::string(tr::kNoAuthor) : format.author));
  ui::small(std::string(tr::kFormatLicence) + ": " +
            (format.licence.empty() ? std::string(tr::kNoLicence) : format.licence));
}

/// Label and words beside each other, where both have room.
void drawFact(const model::FormatFact& fact) {
  constexpr float kLabel = 136;
  const bool beside = ui::availWidth() > 3 * kLabel;
  ui::Columns columns(
      beside ? std::vector{ui::fixed(kLabel), ui::share()} : std::vector{ui::share()}, 12);
  columns.next();
  ui::smallStrong(fact.label);
  if (beside) columns.next();
  ui::small(fact.words, ui::Token::Ink);
}

void drawFormat(const model::FormatReading& format) {
  if (!format.notReady.empty()) {
    ui::banner("not-ready", format.notReady, {.strong = tr::kFormatNotReady});
  }
  for (const model::FormatFact& fact : format.facts) drawFact(fact);
  drawAgenda(format);
  ui::shareBar("bar", format.shares, 0, format.total);
  for (std::size_t i = 0; i < format.agenda.size(); ++i) drawAgendaRound(i, format.agenda[i]);
}

void drawReadingButtons(const model::FormatReading& format, const Frame& frame) {
  const ui::Row row(8, 0);
  if (format.aside) {
    if (ui::button("back", tr::kBringFormatBack, {.icon = ui::Icon::BackupRestore})) {
      frame.intents.push(model::BringFormatBack{format.key});
    }
    return;
  }
  const ui::ButtonStyle plan{.kind = ui::ButtonKind::Primary, .notYet = format.notReady};
  if (ui::button("plan", tr::kUseFormat, plan)) frame.intents.push(model::PlanGroup{format.code});
  if (format.own && ui::button("change", tr::kChangeFormat, {.icon = ui::Icon::Pencil})) {
    frame.intents.push(model::ChangeFormat{format.key});
    ui::focusPath("groups/making/about/name");
  }
  if (ui::button("copy", tr::kCopyFormat,
                 {.kind = format.own ? ui::ButtonKind::Quiet : ui::ButtonKind::Secondary,
                  .icon = ui::Icon::ContentCopy})) {
    frame.intents.push(model::CopyFormat{format.key});
    ui::focusPath("groups/making/about/name");
  }
  if (ui::button("pass-on", tr::kPassOnFormat,
                 {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Export})) {
    frame.intents.push(model::BeginPassingOn{});
    ui::focusPath("groups/formats/passing/author");
  }
  if (format.own && ui::button("aside", tr::kSetFormatAside,
                               {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Archive})) {
    frame.intents.push(model::SetFormatAside{format.key});
  }
}

// Out and in
// -----------------------------------------------------------------------------------

void drawPassing(const model::PassingOnModel& model, model::FormatsUi& state, const Frame& frame) {
  const ui::Card card("passing", {.gap = 10});
  ui::text(tr::kPassOnFormat, {.type = ui::Type::Read, .role = "heading"});
  ui::small(tr::kPassOnBody);
  ui::FieldStyle author;
  author.label = tr::kFormatAuthor;
  author.maxBytes = 400;
  ui::textField("author", state.author, author);
  ui::FieldStyle licence;
  licence.label = tr::kFormatLicence;
  licence.placeholder = tr::kLicenceLike;
  licence.maxBytes = 400;
  ui::textField("licence", state.licence, licence);
  bool submitted = false;
  ui::FieldStyle path;
  path.label = tr::kPassOnPath;
  path.hint = tr::kPassOnHint;
  path.submitted = &submitted;
  ui::textField("path", state.to, path);
  {
    const ui::Row row(8, 0);
    const bool pressed = ui::primaryButton("write", tr::kWriteFormat, model.notYet);
    if (pressed || (submitted && model.notYet.empty())) frame.intents.push(model::WriteFormat{});
    if (ui::quietButton("leave", tr::kClose)) frame.intents.push(model::LeavePassingOn{});
  }
  if (model.said.empty()) return;
  const ui::Icon icon = model.problem ? ui::Icon::AlertCircleOutline : ui::Icon::InformationOutline;
  ui::banner("said", model.said, {.attention = model.problem, .icon = icon});
}

void drawFoundFormat(const model::TakingInModel& model, const Frame& frame) {
  const model::FormatReading& found = *model.found;
  const ui::Card card("found", {.gap = 8});
  ui::text(found.name, {.type = ui::Type::Read, .role = "heading"});
  ui::small(found.detail);
  drawWhose(found);
  if (!model.beside.empty()) {
    ui::banner("beside", model.beside, {.attention = false, .icon = ui::Icon::InformationOutline});
  }
  {
    const ui::Row row(8, 0);
    const std::string_view notYet = model.same ? tr::kSameFormatHere : std::string_view();
    if (ui::primaryButton("take", tr::kTakeIn, notYet)) frame.intents.push(model::TakeFormatIn{});
    if (ui::quietButton("leave", tr::kLeaveIt)) frame.intents.push(model::LeaveTakingIn{});
  }
  ui::small(tr::kNothingTakenYet);
  drawFormat(found);
}

void drawTaking(const model::TakingInModel& model, model::FormatsUi& state, const Frame& frame) {
  {
    const ui::Card card("taking", {.gap = 10});
    ui::text(tr::kTakeInTitle, {.type = ui::Type::Read, .role = "heading"});
    ui::small(tr::kTakeInBody);
    bool submitted = false;
    ui::FieldStyle path;
    path.label = tr::kTakeInPath;
    path.hint = tr::kTakeInHint;
    path.problem = model.problem;
    path.submitted = &submitted;
    ui::textField("path", state.from, path);
    if (model.working) ui::progressUnknown("working", tr::kLookingAtFormat);
    const ui::Row row(8, 0);
    const ui::ButtonStyle look{
        .icon = ui::Icon::Eye, .notYet = model.lookNotYet, .working = model.working};
    const bool pressed = ui::button("look", tr::kLookAtFormat, look);
    if (pressed || (submitted && model.lookNotYet.empty() && !model.working)) {
      frame.intents.push(model::LookAtFormat{});
    }
    if (ui::quietButton("leave", tr::kClose)) frame.intents.push(model::LeaveTakingIn{});
  }
  if (model.found) drawFoundFormat(model, frame);
}

void drawChosenFormat(const model::FormatsModel& model, model::FormatsUi& state,
                      const Frame& frame) {
  if (model.taking) return drawTaking(*model.taking, state, frame);
  if (!model.reading) {
    ui::small(tr::kChooseAFormat);
    return;
  }
  if (model.passing) drawPassing(*model.passing, state, frame);
  const ui::Card card("reading", {.gap = 8});
  ui::text(model.reading->name, {.type = ui::Type::Heading, .role = "heading"});
  ui::small(model.reading->detail);
  if (model.reading->aside) ui::small(tr::kFormatIsAside);
  if (model.reading->own) drawWhose(*model.reading);
  drawReadingButtons(*model.reading, frame);
  ui::space(4);
  drawFormat(*model.reading);
}

}  // namespace

void drawCircleFormats(const model::FormatsModel& model, model::FormatsUi& state,
                       const Frame& frame) {
  const ui::Region region("formats", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  const ui::ButtonStyle back{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft};
  const bool wide = circleIsWide(frame);
  const bool one = !wide && (model.reading || model.taking);
  if (one) {
    if (ui::button("list", tr::kAllFormats, back)) {
      frame.intents.push(model::ReadFormat{});
    }
  } else if (ui::button("all", tr::kAllGroups, back)) {
    frame.intents.push(model::LeaveFormats{});
  }
  if (one) return drawChosenFormat(model, state, frame);
  ui::title(tr::kFormats);
  ui::small(tr::kFormatsLine);
  ui::space(4);
  if (!wide) return drawFormatList(model, frame);
  ui::Columns columns({ui::share(1), ui::share(1.6F)}, 28);
  columns.next();
  drawFormatList(model, frame);
  columns.next();
  drawChosenFormat(model, state, frame);
}

}  // namespace app::view

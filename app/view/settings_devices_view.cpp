#include <algorithm>
#include <string>

#include "app/model/devices_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Settings, Devices: the list, and the forms that make a journal one of several devices.

namespace app::view {
namespace {

using model::DevicesPage;

constexpr float kFieldWidth = 460;
constexpr float kRowGap = 10;  // of a card of Settings

void toPage(DevicesPage page, const Frame& frame) {
  frame.intents.push(model::ShowDevicesPage{page});
}

/// Asked once: what it is, what would be lost, and the two answers.
void drawRemoval(const model::DeviceLine& device, const model::DevicesModel& model,
                 const Frame& frame) {
  if (frame.view.removing != device.id.hex()) {
    frame.view.removing = device.id.hex();
    ui::focusPath("settings/page/devices/" + ui::key("device", device.id.hex()) + "/keep");
  }
  ui::small(device.removal, ui::Token::Ink);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("keep", tr::kKeepIt)) frame.intents.push(model::KeepDevice{});
  const ui::ButtonStyle danger{.kind = ui::ButtonKind::Danger, .working = model.working};
  if (ui::button("remove-it", tr::kRemoveIt, danger)) {
    frame.intents.push(model::RemoveDevice{device.id});
  }
}

void drawDevice(const model::DeviceLine& device, const model::DevicesModel& model,
                const Frame& frame) {
  ui::hairline(4, 4);
  const ui::Scope scope(ui::key("device", device.id.hex()));
  const bool asking = !device.removal.empty();
  const bool removable = device.canRemove && !asking;
  const float button =
      removable ? ui::buttonWidth(tr::kRemove, {.kind = ui::ButtonKind::Quiet}) : 0.0F;
  ui::Columns columns({ui::fixed(32), ui::share(), ui::fixed(std::max(1.0F, button))}, 12);
  columns.next();
  ui::icon(device.isPaper ? ui::Icon::KeyVariant : ui::Icon::Laptop,
           device.isThis ? ui::Token::Accent : ui::Token::Ink2, 24);
  columns.next();
  ui::setGap(2);
  ui::bodyStrong(device.name);
  ui::small(device.detail);
  ui::setGap(kRowGap);
  if (asking) drawRemoval(device, model, frame);
  columns.next();
  if (removable && ui::quietButton("remove", tr::kRemove)) {
    frame.intents.push(model::AskRemoval{device.id});
  }
}

void drawList(const SettingsParts& parts) {
  const model::DevicesModel& model = parts.model.devices;
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("devices", style);
  ui::subhead(tr::kDevicesPage);
  ui::small(tr::kDevicesLocked);
  ui::text(model.status, {.type = ui::Type::BodyStrong});
  if (model.fraction >= 0) ui::progress("progress", model.fraction, model.progress);
  if (!model.trouble.empty()) {
    ui::banner("trouble", model.trouble, {.attention = false, .icon = ui::Icon::WifiOff});
  }
  for (std::size_t i = 0; i < model.remarks.size(); ++i) {
    ui::banner(ui::key("remark", i), model.remarks[i]);
  }
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  for (const model::DeviceLine& device : model.devices) drawDevice(device, model, parts.frame);
  ui::hairline(4, 4);
  const ui::Row row(8, 40);
  const ui::ButtonStyle add{.icon = ui::Icon::Plus, .notYet = model.addNotYet};
  if (ui::button("add", tr::kAddDevice, add)) toPage(DevicesPage::Passphrase, parts.frame);
  const ui::ButtonStyle sync{
      .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Sync, .working = model.syncing};
  if (model.shared && ui::button("sync", tr::kSyncNow, sync)) {
    parts.frame.intents.push(model::SyncNow{});
  }
}

void drawPlaces(const SettingsParts& parts) {
  const model::DevicesModel& model = parts.model.devices;
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("places", style);
  ui::subhead("Where it is synchronised");
  if (model.places.empty()) ui::small(tr::kOneDevice);
  for (const model::PlaceLine& place : model.places) {
    ui::hairline(4, 4);
    ui::Columns columns({ui::fixed(32), ui::share()}, 12);
    columns.next();
    ui::icon(place.isFolder ? ui::Icon::FolderOutline : ui::Icon::LinkVariant, ui::Token::Ink2, 24);
    columns.next();
    ui::setGap(2);
    ui::bodyStrong(place.name);
    ui::small(place.detail);
    ui::setGap(kRowGap);
  }
  ui::hairline(4, 4);
  if (!model.hasHub && ui::secondaryButton("hub", tr::kJoinHub)) {
    toPage(DevicesPage::Hub, parts.frame);
  }
  if (!model.hasFolder && ui::secondaryButton("folder", tr::kChooseFolder)) {
    toPage(DevicesPage::Folder, parts.frame);
  }
  if (model.hasFolder && ui::quietButton("leave-folder", tr::kStopFolder)) {
    parts.frame.intents.push(model::LeaveFolder{});
  }
  if (!model.shared && ui::quietButton("join", tr::kJoinJournal)) {
    toPage(DevicesPage::Joining, parts.frame);
  }
}

/// Coming back by recovery key: whether it can be done, and what it takes.
void drawIfAllIsLost(const SettingsParts& parts) {
  const model::DevicesModel& model = parts.model.devices;
  if (!model.shared) return;
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("lost", style);
  ui::subhead(tr::kIfAllIsLost);
  ui::small(model.keyListed ? tr::kKeyIsListed : tr::kListKeyBody);
  if (!model.keyListed) {
    if (ui::secondaryButton("list-key", tr::kListKey)) toPage(DevicesPage::ListKey, parts.frame);
    return;
  }
  ui::small(model.journalAddress.empty() ? tr::kKeepFolder : tr::kKeepAddress);
  if (model.journalAddress.empty()) return;
  ui::small(model.journalAddress, ui::Token::Ink);
  if (ui::quietButton("copy", tr::kCopyAddress)) ui::putOnClipboard(model.journalAddress);
}

/// A form of one card: heading, words, fields, and what it does.
struct FormWords {
  std::string_view key;
  std::string_view title;
  std::string_view body;
  std::string_view go;
};
template <class Fields>
void drawForm(const SettingsParts& parts, const FormWords& words, const Fields& fields,
              const model::DevicesIntent& wanted) {
  const model::DevicesModel& model = parts.model.devices;
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card(words.key, style);
  ui::subhead(words.title);
  ui::small(words.body);
  const bool entered = fields();
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  const ui::Row row(8, 40);
  const ui::ButtonStyle go{
      .kind = ui::ButtonKind::Primary, .notYet = model.notYet, .working = model.working};
  const bool pressed = ui::button("go", words.go, go);
  if (pressed || (entered && model.notYet.empty() && !model.working)) {
    parts.frame.intents.push(wanted);
  }
  if (ui::quietButton("back", tr::kDevicesBack)) toPage(DevicesPage::List, parts.frame);
}

bool nameField(model::DevicesUi& state) {
  bool entered = false;
  ui::textField("name", state.deviceName,
                {.label = tr::kDeviceName,
                 .hint = tr::kDeviceNameHint,
                 .width = std::min(kFieldWidth, ui::availWidth()),
                 .maxBytes = 100,
                 .submitted = &entered});
  return entered;
}

bool wideField(std::string_view key, std::string_view label, std::string_view hint,
               std::string& value) {
  bool entered = false;
  ui::textField(key, value, {.label = label, .hint = hint, .submitted = &entered});
  return entered;
}

void drawHubForm(const SettingsParts& parts) {
  model::DevicesUi& state = parts.state.devices;
  drawForm(
      parts, {"hub", tr::kJoinHub, tr::kDevicesLocked, tr::kJoinHub},
      [&] {
        bool entered =
            wideField("invitation", tr::kInvitation, tr::kInvitationHint, state.invitation);
        if (!parts.model.devices.shared) entered = nameField(state) || entered;
        return entered;
      },
      model::JoinHub{});
}

void drawFolderForm(const SettingsParts& parts) {
  model::DevicesUi& state = parts.state.devices;
  drawForm(
      parts, {"folder", tr::kChooseFolder, tr::kFolderBody, tr::kChooseFolder},
      [&] {
        bool entered = wideField("path", tr::kFolder, tr::kFolderHint, state.folder);
        if (!parts.model.devices.shared) entered = nameField(state) || entered;
        return entered;
      },
      model::UseFolder{});
}

void drawPassphraseForm(const SettingsParts& parts) {
  model::DevicesUi& state = parts.state.devices;
  drawForm(
      parts, {"passphrase", tr::kAddDevice, tr::kAgainBody, tr::kShowCode},
      [&] {
        bool entered = false;
        ui::passphraseField("again", state.passphrase, state.shown,
                            {.label = tr::kAgainPassphrase,
                             .width = std::min(kFieldWidth, ui::availWidth()),
                             .submitted = &entered});
        return entered;
      },
      model::AddDevice{});
}

bool recoveryKeyField(model::DevicesUi& state) {
  bool entered = false;
  ui::passphraseField("key", state.recoveryKey, state.recoveryShown,
                      {.label = tr::kRecoveryKeyField,
                       .hint = tr::kRecoveryKeyHint,
                       .width = std::min(kFieldWidth, ui::availWidth()),
                       .submitted = &entered});
  return entered;
}

void drawListKeyForm(const SettingsParts& parts) {
  drawForm(
      parts, {"list-key", tr::kIfAllIsLost, tr::kListKeyForm, tr::kListKey},
      [&] { return recoveryKeyField(parts.state.devices); }, model::ListRecoveryKey{});
}

void drawComeBackForm(const SettingsParts& parts) {
  model::DevicesUi& state = parts.state.devices;
  drawForm(
      parts, {"come-back", tr::kComeBackTitle, tr::kComeBackBody, tr::kComeBackGo},
      [&] {
        bool entered = recoveryKeyField(state);
        entered = wideField("where", tr::kWhereLost, tr::kWhereLostHint, state.where) || entered;
        return nameField(state) || entered;
      },
      model::ComeBack{});
}

void drawJoinForm(const SettingsParts& parts) {
  model::DevicesUi& state = parts.state.devices;
  drawForm(
      parts, {"join", tr::kJoinTitle, tr::kJoinBody, tr::kJoinGo},
      [&] {
        bool entered = wideField("code", tr::kCode, tr::kCodeHint, state.code);
        entered = wideField("where", tr::kWhere, tr::kWhereHint, state.where) || entered;
        return nameField(state) || entered;
      },
      model::JoinJournal{});
  if (ui::quietButton("lost", tr::kEveryDeviceLost)) toPage(DevicesPage::ComeBack, parts.frame);
}

}  // namespace

void drawDevices(const SettingsParts& parts) {
  const model::DevicesModel& model = parts.model.devices;
  const bool asking = std::any_of(model.devices.begin(), model.devices.end(),
                                  [](const auto& device) { return !device.removal.empty(); });
  if (!asking) parts.frame.view.removing.clear();
  if (!model.pairing.steps.empty()) return drawPairing(parts);
  parts.frame.view.pairing = -1;
  switch (model.page) {
    case DevicesPage::Hub:
      return drawHubForm(parts);
    case DevicesPage::Folder:
      return drawFolderForm(parts);
    case DevicesPage::Passphrase:
      return drawPassphraseForm(parts);
    case DevicesPage::Joining:
      return drawJoinForm(parts);
    case DevicesPage::ListKey:
      return drawListKeyForm(parts);
    case DevicesPage::ComeBack:
      return drawComeBackForm(parts);
    case DevicesPage::List:
    case DevicesPage::Adding:
      break;
  }
  settingsColumns([&] { drawList(parts); },
                  [&] {
                    drawPlaces(parts);
                    drawIfAllIsLost(parts);
                  });
}

}  // namespace app::view

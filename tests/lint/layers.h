#pragma once

#include <array>
#include <string_view>

// Who may include whom (architecture, "The rooms"). README.md mirrors this table; change both in
// one commit. Lists are words separated by spaces; a word ending in "/" is a folder, any other a
// file.

namespace lint {

struct Layer {
  std::string_view folder;
  std::string_view mayInclude;          ///< besides itself
  std::string_view mayNotInclude = {};  ///< stronger than mayInclude
};

inline constexpr std::array kLayers{
    Layer{"journal/base/", ""},
    Layer{"journal/domain/session/", "journal/base/"},
    Layer{"journal/domain/", "journal/base/"},
    Layer{"journal/crypto/", "journal/base/"},
    Layer{"journal/vault/", "journal/base/ journal/crypto/"},
    Layer{"journal/store/", "journal/base/ journal/domain/ journal/crypto/ journal/vault/"},
    Layer{"journal/text/", "journal/base/ journal/domain/"},
    Layer{"journal/exchange/", "journal/base/ journal/domain/ journal/text/"},
    Layer{"journal/service/", "journal/"},
    Layer{"sync/wire/",
          "journal/base/ journal/domain/ids.h journal/domain/session/ journal/crypto/hash.h"},
    Layer{"sync/replica/",
          "journal/base/ journal/domain/ids.h journal/crypto/ journal/service/sync_port.h "
          "journal/service/op.h sync/wire/"},
    Layer{"sync/transport/",
          "journal/base/ journal/crypto/hash.h journal/crypto/signature.h sync/wire/"},
    Layer{"sync/room/",
          "journal/base/ journal/domain/session/ journal/crypto/ sync/wire/ sync/transport/ "
          "sync/replica/pairing_words.h"},
    Layer{"sync/hub/",
          "journal/base/ journal/domain/ids.h journal/domain/session/ journal/crypto/hash.h "
          "journal/crypto/signature.h journal/crypto/secret.h sync/wire/ "
          "sync/replica/device_list.h sync/storage/ "
          "sync/evidence/",
          "journal/domain/reflection.h journal/service/ journal/store/"},
    Layer{"sync/storage/", "journal/base/ journal/vault/ sync/wire/"},
    Layer{"sync/evidence/",
          "journal/base/ journal/domain/ journal/exchange/submission_json.h "
          "journal/exchange/theme_json.h sync/wire/ sync/storage/",
          "journal/domain/reflection.h"},
    Layer{"app/paint/", ""},
    Layer{"app/ui/", "journal/base/ app/paint/pixels.h"},
    Layer{"app/keeping/", "journal/"},
    Layer{"app/model/",
          "journal/base/ journal/domain/ journal/service/journal.h journal/service/op.h "
          "journal/service/publish.h journal/service/theme_list.h journal/service/due_today.h "
          "journal/service/erase_person.h "
          "journal/service/keep_learning.h journal/service/leavers_copy.h "
          "journal/service/subject_access.h journal/exchange/access_copy.h "
          "journal/exchange/group_record.h app/keeping/ "
          "app/paint/pixels.h "
          "sync/evidence/evidence_store.h sync/evidence/tables.h"},
    Layer{"app/view/", "journal/domain/ app/ui/ app/model/"},
    Layer{"app/devices/",
          "journal/base/ journal/domain/ids.h journal/crypto/ journal/service/ sync/wire/ "
          "sync/replica/ sync/transport/"},
    Layer{
        "app/circle/",
        "journal/base/ journal/crypto/ journal/domain/session/ sync/room/ sync/hub/ sync/storage/ "
        "sync/wire/ app/hub/ app/model/circle_ports.h"},
    Layer{"app/desktop/", "journal/ sync/ app/"},
    Layer{"app/cli/", "journal/ sync/ app/"},
    Layer{"app/hub/",
          "journal/base/ journal/crypto/system_random.h sync/hub/ sync/storage/ sync/wire/ "
          "app/cli/command_line.h app/cli/system_clock.h"},
};

/// `journal.h` and what it shows are values only: stricter than their folder.
inline constexpr std::array kStricterFiles{
    Layer{"journal/service/journal.h", "journal/base/ journal/domain/ journal/service/op.h"},
    Layer{"journal/service/op.h", "journal/base/ journal/domain/"},
    Layer{"journal/service/marker.h", "journal/base/ journal/domain/"},
    Layer{"journal/service/publish.h",
          "journal/base/ journal/domain/ journal/service/journal.h journal/service/marker.h"},
    Layer{"journal/service/theme_list.h",
          "journal/base/ journal/domain/ journal/service/journal.h journal/service/marker.h"},
};

struct ThirdParty {
  std::string_view header;  ///< what the name in the angle brackets begins with
  std::string_view only;    ///< where it may be included
};

/// Every header that is not of the C++ standard library, and where it may be included.
inline constexpr std::array kThirdParty{
    ThirdParty{"fmt/", "app/ journal/ sync/"},
    ThirdParty{"sodium.h", "journal/crypto/ journal/vault/"},
    ThirdParty{"sqlite3.h", "journal/vault/"},
    ThirdParty{"SQLiteCpp/", "journal/store/ sync/storage/sqlite_backend.cpp"},
    ThirdParty{"pqxx/", "sync/storage/postgres_backend.cpp"},
    ThirdParty{"boost/",
               "sync/hub/server/ sync/transport/https_channel.cpp sync/room/room_key.cpp"},
    ThirdParty{"openssl/",
               "sync/hub/server/ sync/transport/https_channel.cpp sync/room/room_key.cpp"},
    ThirdParty{
        "cereal/",
        "journal/store/bounded_archive.h journal/store/record_codec.cpp sync/wire/messages.cpp"},
    ThirdParty{"nlohmann/",
               "journal/exchange/ app/cli/ app/desktop/ sync/evidence/ "
               "sync/wire/room_json.h sync/room/room_words.cpp"},
    ThirdParty{"hunspell", "journal/text/ app/desktop/spelling.cpp"},
    ThirdParty{"systemd/",
               "app/desktop/looks_portal.cpp app/desktop/session_bus.h "
               "app/desktop/session_bus.cpp app/desktop/access/access_status.cpp"},
    ThirdParty{"atk/", "app/desktop/access/bridge/"},
    ThirdParty{"atk-bridge.h", "app/desktop/access/bridge/"},
    ThirdParty{"dbus/", "app/desktop/access/bridge/bridge.cpp"},
    ThirdParty{"speech-dispatcher/", "app/desktop/system_speaker.cpp"},
    ThirdParty{"poll.h", "app/desktop/"},
    ThirdParty{"archive.h", "journal/exchange/formats/archive_reader.cpp"},
    ThirdParty{"archive_entry.h", "journal/exchange/formats/archive_reader.cpp"},
    ThirdParty{"libical/", "journal/exchange/formats/calendar_reader.cpp"},
    ThirdParty{"cairo-pdf.h", "journal/exchange/formats/pdf_writer.cpp"},
    ThirdParty{"pango/", "journal/exchange/formats/pdf_writer.cpp"},
    ThirdParty{"dlfcn.h",
               "journal/exchange/formats.cpp app/desktop/access/access_loader.cpp "
               "app/desktop/processor_painter.cpp"},
    ThirdParty{"X11/", "app/desktop/x11_screen.cpp"},
    ThirdParty{"dtl/", "journal/text/text_merge.cpp"},
    ThirdParty{"utf8proc.h", "journal/text/ app/ui/"},
    ThirdParty{"imgui.h", "app/paint/ app/ui/ app/desktop/"},
    ThirdParty{"imgui_internal.h", "app/ui/"},
    ThirdParty{"imgui_impl_", "app/desktop/"},
    ThirdParty{"backends/imgui_impl_", "app/desktop/"},
    ThirdParty{"GLFW/", "app/desktop/"},
    ThirdParty{"GL/", "app/desktop/"},
    ThirdParty{"stb", "app/desktop/"},
    ThirdParty{"png.h", "app/desktop/png_reader.cpp"},
    ThirdParty{"jpeglib.h", "app/desktop/jpeg_reader.cpp"},
    ThirdParty{"CLI/", "app/cli/ app/desktop/ app/hub/"},
    ThirdParty{"ifaddrs.h", "app/circle/local_hub.cpp"},
    ThirdParty{"arpa/", "app/circle/local_hub.cpp"},
    ThirdParty{"net/", "app/circle/local_hub.cpp"},
    ThirdParty{"qrencode.h", "app/circle/qr_code.cpp"},
    ThirdParty{"sys/", "journal/base/platform.cpp app/desktop/ app/cli/ app/hub/control_door.cpp"},
    ThirdParty{"fcntl.h",
               "journal/base/platform.cpp app/desktop/ app/cli/ app/hub/control_door.cpp"},
    ThirdParty{"unistd.h",
               "journal/base/platform.cpp app/desktop/ app/cli/ app/hub/control_door.cpp"},
    ThirdParty{"termios.h", "app/cli/"},
    ThirdParty{"signal.h", "app/desktop/ app/cli/ app/hub/serve.cpp"},
    ThirdParty{"spawn.h", "app/desktop/"},
};

/// Standard headers that some folder must do without, because they are how it would reach round its
/// rule.
struct Forbidden {
  std::string_view header;
  std::string_view in;
};
inline constexpr std::array kForbiddenStandard{
    Forbidden{"fstream", "app/ui/ app/view/ app/model/ journal/domain/ journal/text/"},
    Forbidden{"filesystem", "app/view/ journal/domain/ journal/text/"},
    Forbidden{"iostream", "app/ui/ app/view/ app/model/ journal/ sync/"},
    Forbidden{"thread", "app/view/ app/ui/ journal/domain/ journal/text/"},
};

/// An include the table does not allow, with the reason it stands for now. The test also fails when
/// one of these is no longer there: then delete its line.
struct Exception {
  std::string_view file;
  std::string_view include;
  std::string_view why;
};
inline constexpr std::array kExceptions{
    Exception{"app/ui/fonts.cpp", "app_ui_font_files.h", "written by CMake: where the fonts are"},
    Exception{"app/desktop/spelling.cpp", "app_desktop_dictionary.h",
              "written by CMake: where the dictionary is"},
    Exception{
        "journal/store/database.cpp", "sqlite3.h",
        "the write-ahead log's hook, checkpoints and result codes, which SQLiteCpp does not show"},
    Exception{"sync/storage/database.h", "journal/crypto/kdf.h",
              "the vault's file takes its key as these types"},
    Exception{"sync/storage/database.h", "journal/crypto/secret.h",
              "the vault's file takes its key as these types"},
};

/// The whole top level of the repository.
inline constexpr std::string_view kTopLevel =
    ".ci .clang-format .clang-tidy .gitignore CMakeLists.txt README.md app assets journal sync "
    "tests";

inline constexpr std::size_t kMostLines = 600;

}  // namespace lint

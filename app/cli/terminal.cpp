#include "app/cli/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::SecretString;

constexpr std::size_t kMaxSecret = 4096;

/// Wiped however the function that uses it ends.
struct Buffer {
  std::array<char, kMaxSecret> bytes{};
  std::size_t size = 0;
  ~Buffer() {
    journal::crypto::wipe({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  }
};

/// Byte by byte, so that nothing after the line end is taken from the descriptor.
Result<SecretString> readLine(int descriptor) {
  Buffer buffer;
  while (true) {
    char byte = 0;
    const ssize_t got = ::read(descriptor, &byte, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return Error{ErrorCode::Io, "read passphrase", "The passphrase could not be read."};
    }
    if (got == 0 || byte == '\n') break;
    if (buffer.size == kMaxSecret) {
      return Error{ErrorCode::InvalidInput, "passphrase too long",
                   "A passphrase can have up to 4,096 bytes."};
    }
    buffer.bytes[buffer.size++] = byte;
  }
  if (buffer.size > 0 && buffer.bytes[buffer.size - 1] == '\r') --buffer.size;
  return SecretString(std::string_view(buffer.bytes.data(), buffer.size));
}

/// A descriptor that closes itself.
struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

/// Echo off while it lives.
class Quiet {
 public:
  explicit Quiet(int terminal) : terminal_(terminal) {
    if (::tcgetattr(terminal_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    quiet.c_lflag |= ECHONL;
    on_ = ::tcsetattr(terminal_, TCSAFLUSH, &quiet) == 0;
  }
  ~Quiet() {
    if (on_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  bool on() const { return on_; }

 private:
  int terminal_;
  termios before_{};
  bool on_ = false;
};

}  // namespace

Result<SecretString> askOnTerminal(const std::string& prompt) {
  const Descriptor terminal{::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)};
  const Quiet quiet(terminal.value);
  if (terminal.value < 0 || !quiet.on()) {
    return Error{ErrorCode::InvalidInput, "no terminal",
                 "There is no terminal to ask on (" + prompt +
                     "). Give it with one of the options that end "
                     "in -file and -fd; see --help."};
  }
  const std::string text = prompt + ": ";
  if (::write(terminal.value, text.data(), text.size()) < 0) {
    return Error{ErrorCode::Io, "write prompt"};
  }
  return readLine(terminal.value);
}

Result<SecretString> secretFromFile(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.value < 0) {
    return Error{ErrorCode::NotFound, "passphrase file",
                 "The passphrase file is not there, or may not be read."};
  }
  return readLine(file.value);
}

Result<SecretString> secretFromDescriptor(int descriptor) {
  return readLine(descriptor);
}

}  // namespace app::cli

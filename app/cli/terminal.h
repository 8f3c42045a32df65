#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <string>

#include "journal/base/result.h"
#include "journal/crypto/secret.h"

namespace app::cli {

/// Everything a command reads from and writes to, so that tests can hold both ends.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool colour = false;        ///< `out` is a terminal that understands ANSI
  bool inIsTerminal = false;  ///< nobody should be left waiting for text that is not piped in
  /// Asks a person without showing what they type. Io with advice when there is nobody to ask.
  std::function<journal::Result<journal::crypto::SecretString>(const std::string& prompt)>
      askSecret;
};

/// Asks on the controlling terminal, echo off. Restores the terminal whatever happens.
journal::Result<journal::crypto::SecretString> askOnTerminal(const std::string& prompt);

/// The first line of a file, without its line end; at most 4,096 bytes.
journal::Result<journal::crypto::SecretString> secretFromFile(const std::string& path);
/// The next line of an open descriptor, so that several secrets can come one a line.
journal::Result<journal::crypto::SecretString> secretFromDescriptor(int descriptor);

}  // namespace app::cli

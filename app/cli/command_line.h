#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace app {

/// One option of a command; a handle, valid as long as its CommandLine.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option& required();
  Option& within(std::int64_t least, std::int64_t most);
  Option& within(double least, double most);
  Option& oneOf(const std::vector<std::string>& words);
  Option& typeName(const std::string& name);  ///< in --help, like "FILE"
  Option& hidden();                           ///< not in --help

 private:
  CLI::Option* option_;
};

/// A command and its options; a handle, valid as long as its CommandLine. CLI11 stays behind it:
/// parsing that header and making its templates takes ten seconds of compiling in every file that
/// sees it.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}

  Command command(const std::string& name, const std::string& what) const;
  /// `names` is like "--file", or "id" for one by its place. `value` must outlive the parsing.
  Option option(const std::string& names, std::string& value, const std::string& what) const;
  Option option(const std::string& names, std::filesystem::path& value,
                const std::string& what) const;
  Option option(const std::string& names, std::vector<std::string>& value,
                const std::string& what) const;  ///< may be repeated
  Option option(const std::string& names, int& value, const std::string& what) const;
  Option option(const std::string& names, std::uint64_t& value, const std::string& what) const;
  Option option(const std::string& names, float& value, const std::string& what) const;
  Option flag(const std::string& names, bool& value, const std::string& what) const;
  /// One of its commands must be given, and the options of what it belongs to may follow them.
  void requireCommand() const;
  void whenChosen(std::function<void()> run) const;

  bool operator==(const Command& other) const = default;

 private:
  CLI::App* app_;
};

/// What came of the words of a command line.
struct Parsed {
  enum class Kind { Understood, Help, NoCommand, NotUnderstood };
  Kind kind = Kind::Understood;
  std::string problem;  ///< of NotUnderstood, in English
};

/// A whole command line: its options, its commands, and the reading of one.
class CommandLine {
 public:
  CommandLine(const std::string& what, const std::string& name);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Command root() const;
  void footer(const std::string& text);
  /// Fills the values and runs what was chosen. --help is written to `out`.
  Parsed parse(const std::vector<std::string>& arguments, std::ostream& out);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace app

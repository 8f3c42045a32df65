#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>

namespace app {

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::within(std::int64_t least, std::int64_t most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option& Option::within(double least, double most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option& Option::oneOf(const std::vector<std::string>& words) {
  option_->check(CLI::IsMember(words));
  return *this;
}

Option& Option::typeName(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::hidden() {
  option_->group("");
  return *this;
}

Command Command::command(const std::string& name, const std::string& what) const {
  return Command(*app_->add_subcommand(name, what));
}

Option Command::option(const std::string& names, std::string& value,
                       const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::option(const std::string& names, std::filesystem::path& value,
                       const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::option(const std::string& names, std::vector<std::string>& value,
                       const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::option(const std::string& names, int& value, const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::option(const std::string& names, std::uint64_t& value,
                       const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::option(const std::string& names, float& value, const std::string& what) const {
  return Option(*app_->add_option(names, value, what));
}

Option Command::flag(const std::string& names, bool& value, const std::string& what) const {
  return Option(*app_->add_flag(names, value, what));
}

void Command::requireCommand() const {
  app_->require_subcommand(1);
  app_->fallthrough();
}

void Command::whenChosen(std::function<void()> run) const {
  app_->callback(std::move(run));
}

CommandLine::CommandLine(const std::string& what, const std::string& name)
    : app_(std::make_unique<CLI::App>(what, name)) {}

CommandLine::~CommandLine() = default;

Command CommandLine::root() const {
  return Command(*app_);
}

void CommandLine::footer(const std::string& text) {
  app_->footer(text);
}

Parsed CommandLine::parse(const std::vector<std::string>& arguments, std::ostream& out) {
  const bool needsCommand = app_->get_require_subcommand_min() > 0;
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app_->parse(reversed);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) {
      app_->exit(problem, out);
      return {Parsed::Kind::Help, {}};
    }
    if (needsCommand && app_->get_subcommands().empty()) return {Parsed::Kind::NoCommand, {}};
    return {Parsed::Kind::NotUnderstood, problem.what()};
  }
  return {};
}

}  // namespace app

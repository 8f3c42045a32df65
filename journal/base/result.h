#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace journal {

/// Why an operation failed, as far as any caller acts differently on it. Closed on purpose: add a
/// code only when some caller needs to tell it apart.
enum class ErrorCode : std::uint8_t {
  NotFound,         ///< the thing the caller named does not exist
  InvalidInput,     ///< what a person or a file gave us cannot be used
  Locked,           ///< the vault is open in another program, or closed
  WrongPassphrase,  ///< neither the passphrase nor the recovery key opens a slot
  Corrupt,          ///< bytes on disk are not what was written
  TooNew,           ///< written by a newer Afternote
  Conflict,         ///< somebody else changed it first, or the step is not allowed from here
  Io,               ///< disk, permissions, space
  Network,
  Cancelled,
  Internal,
};

/// Stable lower-case name, for logs and JSON ("wrong-passphrase").
const char* name(ErrorCode code);

/// Why an operation failed. `detail` may reach a log: ids, counts, sizes, library codes, file:line
/// of an import; never journal text, names of people, keys, passphrases or another library's
/// message verbatim. The sentence a person reads is chosen from `code` by the program
/// (app/model/wording.h), or is `advice` when the failing code knows better what to do next;
/// `advice` obeys the same privacy rule.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string detail;
  std::string advice = {};
  const char* file = __builtin_FILE();
  int line = __builtin_LINE();
};

/// A value or an Error. `[[nodiscard]]`: nobody can ignore a failure.
template <class T>
class [[nodiscard]] Result {
 public:
  using Value = T;
  // Implicit on purpose: `return value;` and `return Error{...};` are the two exits of a function.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Precondition: ok(). Aborts otherwise (a bug, not an input error).
  T& value() & { return checked(), *std::get_if<0>(&state_); }
  const T& value() const& { return checked(), *std::get_if<0>(&state_); }
  T&& value() && { return checked(), std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Precondition: !ok().
  const Error& error() const {
    if (ok()) std::abort();
    return *std::get_if<1>(&state_);
  }

 private:
  void checked() const {
    if (!ok()) std::abort();
  }
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using Value = void;
  Result() : ok_(true) {}
  Result(Error error) : ok_(false), error_(std::move(error)) {}  // NOLINT

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  void value() const {
    if (!ok_) std::abort();
  }
  const Error& error() const {
    if (ok_) std::abort();
    return error_;
  }

 private:
  bool ok_;
  Error error_;
};

/// Prints file:line (never values) and ends the program: a broken invariant of ours, never bad
/// input.
[[noreturn]] void assertionFailed(const char* expression, const char* file, int line);

}  // namespace journal

#define J_CONCAT_INNER(a, b) a##b
#define J_CONCAT(a, b) J_CONCAT_INNER(a, b)

/// J_TRY(auto row, readRow(id));  declares or assigns `lhs`, or returns the error to our caller.
#define J_TRY(lhs, expression) J_TRY_NAMED(J_CONCAT(jTry, __LINE__), lhs, expression)
#define J_TRY_NAMED(temporary, lhs, expression)  \
  auto temporary = (expression);                 \
  if (!temporary.ok()) return temporary.error(); \
  lhs = std::move(temporary).value()

/// J_CHECK(writeRow(row));  returns the error of a Result whose value is not wanted.
#define J_CHECK(expression)                                              \
  do {                                                                   \
    if (auto jCheck = (expression); !jCheck.ok()) return jCheck.error(); \
  } while (false)

/// Always on. For our own invariants only.
#define J_ASSERT(expression) \
  ((expression) ? void(0) : ::journal::assertionFailed(#expression, __FILE__, __LINE__))

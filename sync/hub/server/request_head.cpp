// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "sync/hub/server/request_head.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>

namespace syncing::hub {

namespace http = boost::beast::http;

RequestHead parseHead(std::string_view text, const HeadLimits& limits) {
  RequestHead head;
  head.problem = headProblem(text, limits);
  if (head.problem != 0) return head;
  http::request_parser<http::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(limits.bytes));
  parser.skip(true);  // bodies are read below, at a rate
  boost::system::error_code code;
  parser.put(boost::asio::buffer(text.data(), text.size()), code);
  if (code || !parser.is_header_done()) {
    head.problem = 400;
    return head;
  }
  const auto& message = parser.get();
  const auto textOf = [](const auto& view) { return std::string(view.data(), view.size()); };
  head.request.method = textOf(message.method_string());
  head.request.target = textOf(message.target());
  head.request.authorization = textOf(message[http::field::authorization]);
  head.keepAlive = message.keep_alive();
  const auto [first, last] = message.equal_range("X-Forwarded-For");
  for (auto field = first; field != last; ++field)
    head.forwardedFor += (head.forwardedFor.empty() ? "" : ", ") + textOf(field->value());
  const auto length = message[http::field::content_length];
  if (!length.empty()) {
    const auto [end, error] =
        std::from_chars(length.data(), length.data() + length.size(), head.bodyBytes);
    if (error != std::errc{} || end != length.data() + length.size()) head.problem = 400;
  }
  return head;
}

}  // namespace syncing::hub

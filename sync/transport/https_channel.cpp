// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "sync/transport/https_channel.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <charconv>
#include <optional>

namespace syncing::transport {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

using Stream = beast::ssl_stream<beast::tcp_stream>;

/// SHA-256 of the certificate's public key, in DER; zeros when there is none.
wire::Digest keyDigest(X509* certificate) {
  wire::Digest digest{};
  unsigned char* der = nullptr;
  const int length =
      certificate == nullptr ? 0 : i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  if (length <= 0) return digest;
  unsigned written = 0;
  EVP_Digest(der, static_cast<std::size_t>(length), digest.data(), &written, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  return digest;
}

/// `first`: what answers first is written over the pin.
asio::ssl::context pinnedContext(std::shared_ptr<wire::Digest> pin, std::shared_ptr<bool> first) {
  asio::ssl::context context(asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_3_VERSION);
  context.set_verify_mode(asio::ssl::verify_peer);
  // The pin is the whole of the trust: whose name is on the certificate and who signed it say
  // nothing more about a key that the enrolment names.
  context.set_verify_callback([pin, first](bool, asio::ssl::verify_context& verify) {
    X509_STORE_CTX* chain = verify.native_handle();
    if (X509_STORE_CTX_get_error_depth(chain) != 0) return true;
    const wire::Digest digest = keyDigest(X509_STORE_CTX_get0_cert(chain));
    if (std::exchange(*first, false)) *pin = digest;
    return digest == *pin;
  });
  return context;
}

/// For co_await: the error goes into `code`, so nothing throws.
auto into(error_code& code) {
  return asio::redirect_error(asio::use_awaitable, code);
}

std::string bareHost(const std::string& host) {
  if (host.size() > 2 && host.front() == '[') return host.substr(1, host.size() - 2);
  return host;
}

Error network(const char* step, const error_code& code) {
  return {ErrorCode::Network, std::string(step) + ": " + std::to_string(code.value())};
}

std::int64_t timeOf(const http::response<http::string_body>& response) {
  const auto text = response["Afternote-Time"];
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool isAnothersKey(const error_code& code) {
  return code.category() == asio::error::get_ssl_category() &&
         ERR_GET_REASON(static_cast<unsigned long>(code.value())) ==
             SSL_R_CERTIFICATE_VERIFY_FAILED;
}

Error anotherHub() {
  return {ErrorCode::Network, "another key than the pinned one",
          "Something else than your hub answers there: its key is not the one you were given. "
          "Nothing was sent. Please tell whoever runs the hub."};
}

class HttpsChannel final : public Channel {
 public:
  explicit HttpsChannel(const HttpsOptions& options)
      : options_(options),
        tls_(pinnedContext(std::make_shared<wire::Digest>(options.pin),
                           std::make_shared<bool>(options.pinTheFirst))) {}
  ~HttpsChannel() override {
    stream_.reset();
    context_.poll();
  }

  Result<ChannelResponse> exchange(const ChannelRequest& request) override {
    const bool kept = stream_ != nullptr;
    Attempt attempt = tryOnce(request);
    // The hub closes connections that rest; one that was closed before it took a byte of an answer
    // has not taken the request either, or takes it again without harm.
    if (attempt.answer.ok() || !kept || attempt.answerBegan) return std::move(attempt.answer);
    attempt = tryOnce(request);
    if (attempt.answer.ok()) attempt.answer->repeated = true;
    return std::move(attempt.answer);
  }

 private:
  struct Attempt {
    Result<ChannelResponse> answer = Error{ErrorCode::Network, "not tried"};
    bool answerBegan = false;
  };

  Attempt tryOnce(const ChannelRequest& request) {
    Attempt attempt;
    if (options_.stop.stop_requested()) {
      attempt.answer = Error{ErrorCode::Network, "asked to stop"};
      return attempt;
    }
    context_.restart();
    asio::co_spawn(
        context_,
        [&]() -> asio::awaitable<void> { attempt.answer = co_await ask(request, attempt); },
        asio::detached);
    const std::stop_callback onStop(options_.stop,
                                    [this] { asio::post(context_, [this] { breakOff(); }); });
    context_.run();
    if (!attempt.answer.ok()) stream_.reset();
    return attempt;
  }

  /// Whatever is waited for ends with an error, and so does what would be waited for next: a step
  /// that was done in the same moment cannot be cancelled any more. On the context's thread.
  void breakOff() {
    broken_ = true;
    resolver_.cancel();
    if (connecting_) beast::get_lowest_layer(*connecting_).close();
    if (stream_) beast::get_lowest_layer(*stream_).close();
  }

  asio::awaitable<Result<void>> connect() {
    auto connected = co_await connectAnew();
    if (connected.ok()) stream_ = std::move(connecting_);
    connecting_.reset();
    co_return connected;
  }

  asio::awaitable<Result<void>> connectAnew() {
    error_code code;
    const auto places = co_await resolver_.async_resolve(bareHost(options_.host),
                                                         std::to_string(options_.port), into(code));
    if (code || broken_) co_return network("resolve", code);
    connecting_ = std::make_unique<Stream>(context_, tls_);
    Stream& stream = *connecting_;
    auto& lowest = beast::get_lowest_layer(stream);
    lowest.expires_after(options_.connectTimeout);
    co_await lowest.async_connect(places, into(code));
    if (code) co_return network("connect", code);
    lowest.socket().set_option(asio::ip::tcp::no_delay(true), code);
    co_await stream.async_handshake(asio::ssl::stream_base::client, into(code));
    if (isAnothersKey(code)) co_return anotherHub();
    if (code) co_return network("handshake", code);
    buffer_.clear();
    co_return Result<void>();
  }

  asio::awaitable<Result<ChannelResponse>> ask(const ChannelRequest& request, Attempt& attempt) {
    if (!stream_) {
      auto connected = co_await connect();
      if (!connected.ok()) co_return connected.error();
    }
    http::request<http::string_body> out(http::string_to_verb(request.method), request.target, 11);
    out.set(http::field::host, options_.host);
    if (!request.authorization.empty()) out.set(http::field::authorization, request.authorization);
    out.body() = request.body;
    out.prepare_payload();
    error_code code;
    beast::get_lowest_layer(*stream_).expires_after(options_.exchangeTimeout);
    co_await http::async_write(*stream_, out, into(code));
    // A hub may refuse, and close, before it has read all: its answer is there all the same.
    const error_code writing = code;
    http::response_parser<http::string_body> parser;
    parser.body_limit(options_.mostAnswer);
    co_await http::async_read(*stream_, buffer_, parser, into(code));
    attempt.answerBegan = parser.got_some();
    if (code) co_return network("exchange", writing ? writing : code);
    const auto& answer = parser.get();
    const bool keep = answer.keep_alive() && !writing;
    ChannelResponse response{static_cast<int>(answer.result_int()), answer.body(), timeOf(answer)};
    if (!keep) stream_.reset();
    co_return response;
  }

  HttpsOptions options_;
  asio::ssl::context tls_;
  asio::io_context context_;
  asio::ip::tcp::resolver resolver_{context_};
  bool broken_ = false;  // for good: asked to stop
  std::unique_ptr<Stream> connecting_;
  std::unique_ptr<Stream> stream_;  // null: to be connected
  beast::flat_buffer buffer_;
};

}  // namespace

std::unique_ptr<Channel> httpsChannel(const HttpsOptions& options) {
  return std::make_unique<HttpsChannel>(options);
}

}  // namespace syncing::transport

// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "sync/hub/server/server.h"

#include <openssl/ssl.h>

#include <array>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "sync/hub/address.h"
#include "sync/hub/server/request_head.h"

namespace syncing::hub {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using std::chrono::milliseconds;

namespace {

using Stream = beast::ssl_stream<beast::tcp_stream>;
using SteadyClock = std::chrono::steady_clock;

/// For co_await: the error goes into `code`, so nothing throws.
auto into(error_code& code) {
  return asio::redirect_error(asio::use_awaitable, code);
}

milliseconds timeFor(std::size_t bytes, std::size_t rate) {
  return milliseconds(1000 * bytes / std::max<std::size_t>(rate, 1));
}

}  // namespace

struct HubServer::Impl {
  Impl(const ServerOptions& theOptions, Writer& theWriter, Figures& theFigures,
       std::function<Response(const Request&)> theHandle, std::function<std::int64_t()> theNowMs)
      : options(theOptions),
        writer(theWriter),
        figures(theFigures),
        handle(std::move(theHandle)),
        nowMs(std::move(theNowMs)) {}

  ServerOptions options;
  Writer& writer;
  Figures& figures;
  std::function<Response(const Request&)> handle;
  std::function<std::int64_t()> nowMs;

  std::uint16_t port = 0;
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::map<std::string, std::size_t> perAddress;  // guarded by mutex
  std::size_t open = 0;                           // guarded by mutex
  std::set<beast::tcp_stream*> resting;           // guarded by mutex: wait for a request

  // Sessions live in the context and use everything above.
  asio::ssl::context tls{asio::ssl::context::tls_server};
  asio::io_context context;
  tcp::acceptor acceptor{context};
  std::vector<std::thread> threads;

  Result<void> prepareTls();
  Result<void> listen();
  asio::awaitable<void> accept();
  /// `from` "": one that is not limited by itself.
  bool admit(const std::string& from);
  void leave(const std::string& from);
  void stop();
  void waitForStore();
};

namespace {

/// Bytes held for a request, counted as long as this lives.
class Held {
 public:
  Held(std::atomic<std::int64_t>& total) : total_(total) {}  // NOLINT
  ~Held() { total_ -= bytes_; }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  void add(std::size_t bytes) {
    bytes_ += static_cast<std::int64_t>(bytes);
    total_ += static_cast<std::int64_t>(bytes);
  }

 private:
  std::atomic<std::int64_t>& total_;
  std::int64_t bytes_ = 0;
};

/// One connection, from its handshake to its end.
class Session {
 public:
  /// `peer`: the other end's address; `limitedAs`: what it was admitted as.
  Session(HubServer::Impl& server, tcp::socket socket, std::string peer, std::string limitedAs)
      : server_(server),
        stream_(std::move(socket), server.tls),
        peer_(std::move(peer)),
        limitedAs_(std::move(limitedAs)) {}
  ~Session() { server_.leave(limitedAs_); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  asio::awaitable<void> run() {
    if (!plain()) {
      error_code code;
      socket().expires_after(limits().handshakeTime);
      co_await stream_.async_handshake(asio::ssl::stream_base::server, into(code));
      if (code) {
        ++server_.figures.handshakesFailed;
        co_return;
      }
    }
    while (!server_.stopping && co_await serveOne()) {
    }
  }

 private:
  const ServerLimits& limits() const { return server_.options.limits; }
  beast::tcp_stream& socket() { return beast::get_lowest_layer(stream_); }
  /// Then the socket below the TLS is used, and the TLS never begun.
  bool plain() const { return server_.options.plainHttp; }
  bool full() const {
    return server_.figures.bufferedBytes > static_cast<std::int64_t>(limits().bufferedBytes);
  }

  /// Reads some more behind `pending_`; false at the end, a failure or the deadline.
  asio::awaitable<bool> readSome() {
    error_code code;
    std::size_t got = 0;
    if (plain()) {
      got = co_await socket().async_read_some(asio::buffer(chunk_), into(code));
    } else {
      got = co_await stream_.async_read_some(asio::buffer(chunk_), into(code));
    }
    if (code) co_return false;
    server_.figures.bytesIn += static_cast<std::int64_t>(got);
    pending_.append(chunk_.data(), got);
    co_return true;
  }

  /// The first byte of a request may take as long as a connection may rest.
  asio::awaitable<bool> rest() {
    if (!pending_.empty()) co_return true;
    {
      const std::lock_guard lock(server_.mutex);
      server_.resting.insert(&socket());
    }
    socket().expires_after(limits().idleTime);
    const bool more = !server_.stopping && co_await readSome();
    const std::lock_guard lock(server_.mutex);
    server_.resting.erase(&socket());
    co_return more;
  }

  /// Moves a head from `pending_` into `head_`; false when there will be none.
  asio::awaitable<bool> readHead(int& problem) {
    socket().expires_after(limits().headTime);
    std::size_t searched = 0;
    while (true) {
      const std::size_t end = pending_.find("\r\n\r\n", searched);
      if (end != std::string::npos) {
        head_ = pending_.substr(0, end + 4);
        pending_.erase(0, end + 4);
        co_return true;
      }
      if (pending_.size() > limits().head.bytes) {
        problem = 431;
        co_return true;
      }
      searched = pending_.size() < 3 ? 0 : pending_.size() - 3;
      if (!co_await readSome()) co_return false;
    }
  }

  /// Counts what has come, not what was announced: announcing costs a stranger nothing.
  asio::awaitable<bool> readBody(std::size_t bytes, std::string& body, Held& held) {
    const auto began = SteadyClock::now();
    std::size_t counted = 0;
    while (pending_.size() < bytes) {
      held.add(pending_.size() - counted);
      counted = pending_.size();
      if (full()) co_return false;
      socket().expires_at(began + limits().bodyGrace + timeFor(pending_.size(), limits().bodyRate));
      if (!co_await readSome()) co_return false;
    }
    if (pending_.size() == bytes) {
      body = std::exchange(pending_, {});
    } else {
      body = pending_.substr(0, bytes);
      pending_.erase(0, bytes);
    }
    co_return true;
  }

  /// The store's answer, waited for without a thread.
  asio::awaitable<Response> askStore(std::shared_ptr<const Request> request) {
    asio::steady_timer answered(co_await asio::this_coro::executor, SteadyClock::time_point::max());
    auto response = std::make_shared<Response>(Response{503, {}});
    auto done = std::make_shared<std::atomic<bool>>(false);
    const auto executor = answered.get_executor();
    auto* timer = &answered;
    const bool taken = server_.writer.post([this, request, response, done, executor, timer] {
      // The session waits until it has been woken, so the server and the timer are still there.
      if (!full()) *response = server_.handle(*request);
      asio::post(executor, [done, timer] {
        *done = true;
        timer->cancel();
      });
    });
    error_code ignored;
    while (taken && !*done) co_await answered.async_wait(into(ignored));
    co_return std::move(*response);
  }

  asio::awaitable<bool> send(const Response& answer, bool keep) {
    http::response<http::span_body<const char>> out;
    out.version(11);
    out.result(static_cast<unsigned>(answer.status));
    out.set("Afternote-Time", std::to_string(server_.nowMs()));
    if (answer.status == 429 || answer.status == 503) out.set(http::field::retry_after, "10");
    out.body() = beast::span<const char>(answer.body.data(), answer.body.size());
    out.keep_alive(keep);
    out.content_length(answer.body.size());
    error_code code;
    socket().expires_after(limits().headTime + timeFor(answer.body.size(), limits().answerRate));
    std::size_t sent = 0;
    if (plain()) {
      sent = co_await http::async_write(socket(), out, into(code));
    } else {
      sent = co_await http::async_write(stream_, out, into(code));
    }
    server_.figures.bytesOut += static_cast<std::int64_t>(sent);
    co_return !code && keep;
  }

  Response refusedBecause(int status) const { return {status, {}, "refused"}; }

  /// Reads the body and answers; what is wrong with the head ends the connection, because nobody
  /// can say where the next request begins.
  asio::awaitable<bool> serveOne() {
    int problem = 0;
    if (!co_await rest() || !co_await readHead(problem)) co_return false;
    const auto began = SteadyClock::now();
    RequestHead head;
    if (problem == 0) head = parseHead(head_, limits().head);
    if (problem == 0) problem = head.problem;
    if (problem == 0 && head.bodyBytes > Desk::mostBody(head.request.method, head.request.target))
      problem = 413;
    if (problem == 0 && full()) problem = 503;
    Held held(server_.figures.bufferedBytes);
    Response response = refusedBecause(problem);
    bool keep = problem == 0 && head.keepAlive && !server_.stopping;
    if (problem == 0) {
      if (!co_await readBody(head.bodyBytes, head.request.body, held)) co_return false;
      socket().expires_never();
      head.request.address = server_.options.proxies.clientOf(peer_, head.forwardedFor);
      response = co_await answerTo(std::move(head.request));
      held.add(response.body.size());
    }
    const bool sent = co_await send(response, keep);
    server_.figures.answered(response.route, response.status,
                             std::chrono::duration<double>(SteadyClock::now() - began).count());
    co_return sent;
  }

  asio::awaitable<Response> answerTo(Request request) {
    if (request.method == "GET" && request.target == "/metrics") {
      const bool fromHere = request.address == "127.0.0.1" || request.address == "::1";
      if (!fromHere) co_return refusedBecause(404);
      co_return Response{200, server_.figures.text(server_.writer.waiting()), "metrics"};
    }
    co_return co_await askStore(std::make_shared<const Request>(std::move(request)));
  }

  HubServer::Impl& server_;
  Stream stream_;
  std::string peer_;
  std::string limitedAs_;
  std::array<char, 16 * 1024> chunk_;
  std::string pending_;  // read, not yet used
  std::string head_;
};

}  // namespace

Result<void> HubServer::Impl::prepareTls() {
  const Error unusable{ErrorCode::InvalidInput, "certificate or key cannot be used",
                       "The certificate or its key cannot be read, or they do not belong to each "
                       "other. Check the two files."};
  SSL_CTX* native = tls.native_handle();
  SSL_CTX_set_min_proto_version(native, options.tls12 ? TLS1_2_VERSION : TLS1_3_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_num_tickets(native, 1);
  error_code code;
  tls.use_certificate_chain_file(options.certificate.chain.string(), code);
  if (!code)
    tls.use_private_key_file(options.certificate.key.string(), asio::ssl::context::pem, code);
  if (code || SSL_CTX_check_private_key(native) != 1) return unusable;
  return {};
}

Result<void> HubServer::Impl::listen() {
  error_code code;
  const auto address = asio::ip::make_address(options.address, code);
  if (code)
    return Error{ErrorCode::InvalidInput, "address to listen on",
                 "The address to listen on is not an IP address."};
  if (options.plainHttp && !address.is_loopback())
    return Error{ErrorCode::InvalidInput, "plain HTTP beyond this machine",
                 "Without TLS the hub listens on this machine only, for a proxy that has TLS."};
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), code);
  if (!code) acceptor.set_option(asio::socket_base::reuse_address(true), code);
  if (!code) acceptor.bind(endpoint, code);
  if (!code) acceptor.listen(asio::socket_base::max_listen_connections, code);
  if (code)
    return Error{
        ErrorCode::Io, "listen: " + std::to_string(code.value()),
        "The hub cannot listen on its port. Another program may have it, or the port needs "
        "more rights."};
  port = acceptor.local_endpoint(code).port();
  return {};
}

bool HubServer::Impl::admit(const std::string& from) {
  const std::lock_guard lock(mutex);
  if (open >= options.limits.connections || stopping) return false;
  auto [count, fresh] = perAddress.try_emplace(from, 0);
  if (!from.empty() && count->second >= options.limits.connectionsPerAddress) return false;
  ++count->second;
  ++open;
  figures.connections = static_cast<std::int64_t>(open);
  return true;
}

void HubServer::Impl::leave(const std::string& from) {
  const std::lock_guard lock(mutex);
  const auto count = perAddress.find(from);
  if (count != perAddress.end() && --count->second == 0) perAddress.erase(count);
  --open;
  figures.connections = static_cast<std::int64_t>(open);
}

asio::awaitable<void> HubServer::Impl::accept() {
  while (!stopping) {
    error_code code;
    auto strand = asio::make_strand(context);
    tcp::socket socket(strand);
    co_await acceptor.async_accept(socket, into(code));
    if (code == asio::error::operation_aborted) co_return;
    if (code) {
      // Out of descriptors, most likely: the next try may find some.
      asio::steady_timer pause(context, milliseconds(50));
      co_await pause.async_wait(into(code));
      continue;
    }
    const auto peer = socket.remote_endpoint(code);
    std::string address = code ? std::string() : peer.address().to_string();
    // A proxy brings everybody's connections; only how many there are in all counts then.
    std::string limitedAs = options.proxies.trusts(address) ? "" : limitAddress(address);
    if (code || !admit(limitedAs)) {
      ++figures.connectionsRefused;
      continue;  // closed as it goes
    }
    socket.set_option(tcp::no_delay(true), code);
    auto session = std::make_shared<Session>(*this, std::move(socket), std::move(address),
                                             std::move(limitedAs));
    asio::co_spawn(
        strand, [session]() -> asio::awaitable<void> { co_await session->run(); }, asio::detached);
  }
}

void HubServer::Impl::stop() {
  stopping = true;
  asio::post(context, [this] {
    error_code ignored;
    acceptor.close(ignored);
  });
  {
    const std::lock_guard lock(mutex);
    // Each on its own strand; one that has gone meanwhile was taken out of the set before.
    for (beast::tcp_stream* stream : resting)
      asio::post(stream->get_executor(), [this, stream] {
        const std::lock_guard inner(mutex);
        if (resting.count(stream) != 0) stream->cancel();
      });
  }
  const auto until = SteadyClock::now() + options.limits.stopTime;
  while (SteadyClock::now() < until) {
    {
      const std::lock_guard lock(mutex);
      if (open == 0) break;
    }
    std::this_thread::sleep_for(milliseconds(5));
  }
  context.stop();
  for (std::thread& thread : threads) thread.join();
  waitForStore();
}

/// Jobs of sessions that were cut off may still wait there; they go before what they use does.
void HubServer::Impl::waitForStore() {
  std::promise<void> through;
  while (!writer.post([&through] { through.set_value(); }))
    std::this_thread::sleep_for(milliseconds(1));
  through.get_future().wait();
}

HubServer::HubServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

HubServer::~HubServer() {
  impl_->stop();
}

std::uint16_t HubServer::port() const {
  return impl_->port;
}

Result<std::unique_ptr<HubServer>> HubServer::start(const ServerOptions& options, Writer& writer,
                                                    Figures& figures,
                                                    std::function<Response(const Request&)> handle,
                                                    std::function<std::int64_t()> nowMs) {
  auto impl = std::make_unique<Impl>(options, writer, figures, std::move(handle), std::move(nowMs));
  if (!options.plainHttp) J_CHECK(impl->prepareTls());
  J_CHECK(impl->listen());
  asio::co_spawn(
      impl->context,
      [server = impl.get()]() -> asio::awaitable<void> { co_await server->accept(); },
      asio::detached);
  for (int i = 0; i < std::max(options.threads, 1); ++i)
    impl->threads.emplace_back([server = impl.get()] { server->context.run(); });
  return std::unique_ptr<HubServer>(new HubServer(std::move(impl)));
}

}  // namespace syncing::hub

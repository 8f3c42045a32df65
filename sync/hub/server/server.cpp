// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "sync/hub/server/server.h"

#include <openssl/ssl.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <future>

#include "sync/hub/address.h"
#include "sync/hub/server/server_impl.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using std::chrono::milliseconds;

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
    asio::co_spawn(
        strand, serveConnection(*this, std::move(socket), std::move(address), std::move(limitedAs)),
        asio::detached);
  }
}

/// One beat at a time: a busy store is not asked for more of them than it can answer.
asio::awaitable<void> HubServer::Impl::keepBeating() {
  asio::steady_timer timer(context);
  error_code ignored;
  while (!stopping) {
    timer.expires_after(options.beat);
    co_await timer.async_wait(into(ignored));
    if (stopping || beating.exchange(true)) continue;
    const bool taken = writer.post([this] {
      wake(behind.beat());
      beating = false;
    });
    if (!taken) beating = false;
  }
}

void HubServer::Impl::stop() {
  stopping = true;
  waits.wakeAll();
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
                                                    Figures& figures, Behind behind,
                                                    std::function<std::int64_t()> nowMs) {
  auto impl = std::make_unique<Impl>(options, writer, figures, std::move(behind), std::move(nowMs));
  if (!options.plainHttp) J_CHECK(impl->prepareTls());
  J_TRY(impl->page, PageFiles::read(options.page));
  J_CHECK(impl->listen());
  const auto run = [&](asio::awaitable<void> (Impl::*work)()) {
    asio::co_spawn(
        impl->context,
        [server = impl.get(), work]() -> asio::awaitable<void> { co_await (server->*work)(); },
        asio::detached);
  };
  run(&Impl::accept);
  if (impl->behind.beat) run(&Impl::keepBeating);
  for (int i = 0; i < std::max(options.threads, 1); ++i)
    impl->threads.emplace_back([server = impl.get()] { server->context.run(); });
  return std::unique_ptr<HubServer>(new HubServer(std::move(impl)));
}

}  // namespace syncing::hub

// One connection: requests in, answers out, and waits between.
// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>

#include "sync/hub/server/request_head.h"
#include "sync/hub/server/server_impl.h"

namespace syncing::hub {

namespace http = beast::http;
using std::chrono::milliseconds;

namespace {

using Stream = beast::ssl_stream<beast::tcp_stream>;

milliseconds timeFor(std::size_t bytes, std::size_t rate) {
  return milliseconds(1000 * bytes / std::max<std::size_t>(rate, 1));
}

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

/// What a session that waits for news is woken by, on its own strand.
struct Alarm {
  explicit Alarm(const asio::any_io_executor& executor) : timer(executor) {}
  asio::steady_timer timer;
  bool rung = false;   ///< there may be news
  bool heard = false;  ///< the other end says something, or has gone
  Waits::Ticket ticket = 0;
};

void ring(const std::shared_ptr<Alarm>& alarm, bool Alarm::*why) {
  asio::post(alarm->timer.get_executor(), [alarm, why] {
    (*alarm).*why = true;
    alarm->timer.cancel();
  });
}

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

  /// The store's answer, waited for without a thread. If it is that the request is to wait, then
  /// `alarm` rings for it from the same moment on.
  asio::awaitable<Response> askStore(std::shared_ptr<const Request> request,
                                     std::shared_ptr<Alarm> alarm) {
    asio::steady_timer answered(co_await asio::this_coro::executor, SteadyClock::time_point::max());
    auto response = std::make_shared<Response>(Response{503, {}});
    auto done = std::make_shared<std::atomic<bool>>(false);
    const auto executor = answered.get_executor();
    auto* timer = &answered;
    const std::string_view lane = Desk::laneOf(request->method, request->target);
    const bool taken =
        server_.writer.postTo(lane, [this, request, response, done, executor, timer, alarm] {
          // The session waits until it has been woken, so the server and the timer are still there.
          if (!full()) *response = server_.behind.handle(*request);
          server_.wake(response->woken);
          if (response->wait)
            alarm->ticket =
                server_.waits.add(response->wait->name, [alarm] { ring(alarm, &Alarm::rung); });
          asio::post(executor, [done, timer] {
            *done = true;
            timer->cancel();
          });
        });
    error_code ignored;
    while (taken && !*done) co_await answered.async_wait(into(ignored));
    co_return std::move(*response);
  }

  /// Until there may be news, the time is over, or the other end has gone.
  asio::awaitable<Moment> waitForNews(std::shared_ptr<Alarm> alarm, SteadyClock::time_point until) {
    error_code ignored;
    // What comes meanwhile is the next request, or the end; read once, so that nobody fills memory.
    bool watching = pending_.empty();
    if (watching)
      socket().socket().async_wait(tcp::socket::wait_read, [alarm](const error_code& failed) {
        if (!failed) ring(alarm, &Alarm::heard);
      });
    Moment moment = Moment::Woken;
    while (!alarm->rung && !server_.stopping) {
      if (SteadyClock::now() >= until) {
        moment = Moment::Over;
        break;
      }
      alarm->timer.expires_at(until);
      if (!alarm->heard) co_await alarm->timer.async_wait(into(ignored));
      if (!alarm->heard) continue;
      alarm->heard = watching = false;
      socket().expires_after(limits().headTime);
      if (!co_await readSome()) co_return Moment::Gone;
      socket().expires_never();
    }
    if (watching) socket().socket().cancel(ignored);
    co_return server_.stopping ? Moment::Gone : moment;
  }

  /// Asks, and asks again after each wait. Nothing when nobody listens any more.
  asio::awaitable<std::optional<Response>> askUntilAnswered(Request first) {
    auto request = std::make_shared<const Request>(std::move(first));
    auto alarm = std::make_shared<Alarm>(co_await asio::this_coro::executor);
    std::optional<SteadyClock::time_point> until;
    while (true) {
      alarm->rung = false;
      Response response = co_await askStore(request, alarm);
      if (!response.wait) co_return response;
      const auto began = SteadyClock::now();
      if (!until) until = began + response.wait->time;
      ++server_.figures.newsAwaited;
      const Moment moment = co_await waitForNews(alarm, *until);
      waited_ += SteadyClock::now() - began;
      server_.waits.remove(response.wait->name, alarm->ticket);
      Request again = *request;
      again.moment = moment;
      request = std::make_shared<const Request>(std::move(again));
      // Nobody answers that; whoever waited is no longer here.
      if (moment == Moment::Gone)
        server_.writer.post(
            [&server = server_, request] { server.wake(server.behind.handle(*request).woken); });
      // Not before that: whoever reads that nobody waits may ask the store next.
      --server_.figures.newsAwaited;
      if (moment != Moment::Gone) continue;
      if (!server_.stopping) co_return std::nullopt;
      co_return Response{503, {}, response.route};
    }
  }

  static void setForBrowsers(http::fields& out, std::string_view type) {
    out.set(http::field::content_type, beast::string_view(type.data(), type.size()));
    out.set(http::field::cache_control, "no-store");
    out.set("X-Content-Type-Options", "nosniff");
    out.set("Referrer-Policy", "no-referrer");
    out.set("Content-Security-Policy", beast::string_view(kPagePolicy.data(), kPagePolicy.size()));
  }

  asio::awaitable<bool> send(const Response& answer, bool keep) {
    http::response<http::span_body<const char>> out;
    out.version(11);
    out.result(static_cast<unsigned>(answer.status));
    out.set("Afternote-Time", std::to_string(server_.nowMs()));
    if (answer.status == 429 || answer.status == 503) out.set(http::field::retry_after, "10");
    if (!answer.type.empty()) setForBrowsers(out, answer.type);
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
    waited_ = {};
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
      auto answer = co_await answerTo(std::move(head.request));
      if (!answer) co_return false;
      response = std::move(*answer);
      held.add(response.body.size());
    }
    const bool sent = co_await send(response, keep && !server_.stopping);
    const auto took = SteadyClock::now() - began - waited_;
    server_.figures.answered(response.route, response.status,
                             std::chrono::duration<double>(took).count());
    co_return sent;
  }

  asio::awaitable<std::optional<Response>> answerTo(Request request) {
    if (request.method == "GET" && request.target == "/metrics") {
      const bool fromHere = request.address == "127.0.0.1" || request.address == "::1";
      if (!fromHere) co_return refusedBecause(404);
      co_return Response{200, server_.figures.text(server_.writer.waiting()), "metrics"};
    }
    if (request.method == "GET") {
      if (const PageFiles::File* file = server_.page.find(request.target))
        co_return Response{200, file->bytes, "circle", file->type};
    }
    co_return co_await askUntilAnswered(std::move(request));
  }

  HubServer::Impl& server_;
  Stream stream_;
  std::string peer_;
  std::string limitedAs_;
  std::array<char, 16 * 1024> chunk_;
  std::string pending_;  // read, not yet used
  std::string head_;
  SteadyClock::duration waited_{0};  // of this request, for news
};

}  // namespace

asio::awaitable<void> serveConnection(HubServer::Impl& server, tcp::socket socket, std::string peer,
                                      std::string limitedAs) {
  Session session(server, std::move(socket), std::move(peer), std::move(limitedAs));
  co_await session.run();
}

}  // namespace syncing::hub

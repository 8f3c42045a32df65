// The page that a browser takes part in a session with, as the hub serves it.
#include <fstream>

#include "sync/hub/server/page_files.h"
#include "tests/sync/hub/server/server_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;

class Page : public testing::Test {
 protected:
  Page() : folder(std::filesystem::temp_directory_path() / "afternote-page-test") {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "deeper");
    write("index.html", "<!doctype html><p>In the circle");
    write("circle.js", "export {};");
    write("secret.conf", "not for anybody");
    write("deeper/more.js", "not served");
  }
  ~Page() override { std::filesystem::remove_all(folder); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name) << text;
  }
  static std::string get(const TestServer& hub, const std::string& target) {
    return hub.raw("GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }
  std::filesystem::path folder;
};

TEST_F(Page, IsServedWithNothingThatABrowserCouldTakeForMore) {
  ServerOptions options;
  options.page = folder;
  TestServer hub(std::move(options));
  const std::string page = get(hub, "/circle");
  EXPECT_EQ(page.substr(0, 15), "HTTP/1.1 200 OK");
  for (const char* field :
       {"Content-Type: text/html; charset=utf-8\r\n", "X-Content-Type-Options: nosniff\r\n",
        "Referrer-Policy: no-referrer\r\n", "Cache-Control: no-store\r\n",
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
        "connect-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri "
        "'none'; frame-ancestors 'none'\r\n"})
    EXPECT_NE(page.find(field), std::string::npos) << field;
  EXPECT_NE(page.find("In the circle"), std::string::npos);
  const std::string script = get(hub, "/circle/circle.js?v=1");
  EXPECT_NE(script.find("Content-Type: text/javascript; charset=utf-8\r\n"), std::string::npos);
}

TEST_F(Page, NamesNothingThatIsNotOneOfItsFiles) {
  ServerOptions options;
  options.page = folder;
  TestServer hub(std::move(options));
  write("later.js", "put there while the hub runs");
  for (const char* target : {"/circle/secret.conf", "/circle/deeper/more.js", "/circle/later.js",
                             "/circle/../page-test/secret.conf", "/circle/%2e%2e/secret.conf",
                             "/circles", "/circle//index.html", "/circle/INDEX.HTML"})
    EXPECT_EQ(get(hub, target).substr(0, 12), "HTTP/1.1 404") << target;
}

TEST_F(Page, WithoutAFolderThereIsNoneAndAFolderWithoutOneIsSaidSo) {
  TestServer hub;
  EXPECT_EQ(get(hub, "/circle").substr(0, 12), "HTTP/1.1 404");
  EXPECT_OK(PageFiles::read(folder));
  EXPECT_EQ(PageFiles::read(folder / "deeper").error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace syncing::hub::test

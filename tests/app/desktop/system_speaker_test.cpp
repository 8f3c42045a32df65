#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>

#include "app/desktop/speaker.h"

namespace {

using app::desktop::systemSpeaker;

/// speech-dispatcher itself, on a socket of the test's own; what it is to say goes through its
/// generic module into a pipe instead of a loudspeaker.
class PrivateSpeech {
 public:
  PrivateSpeech() {
    std::string name = (std::filesystem::temp_directory_path() / "afternote-speech-XXXXXX");
    folder_ = mkdtemp(name.data());
    std::filesystem::create_directories(folder_ / "conf" / "modules");
    std::filesystem::create_directories(folder_ / "log");
    std::ofstream(folder_ / "conf" / "speechd.conf")
        << "LogLevel 1\nAddModule \"test\" \"sd_generic\" \"test.conf\"\nDefaultModule test\n"
           "AudioOutputMethod \"alsa\"\nAudioALSADevice \"null\"\n";
    std::ofstream(folder_ / "conf" / "modules" / "test.conf")
        << "GenericExecuteSynth \"printf '%s\\\\n' '$DATA' >> " << (folder_ / "said").string()
        << "\"\nAddVoice \"en\" \"male1\" \"one\"\n";
    said_ = openPipe("said");
    log_ = openPipe("log/speech-dispatcher.log");
    start();
  }
  ~PrivateSpeech() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
    close(said_);
    close(log_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  PrivateSpeech(const PrivateSpeech&) = delete;
  PrivateSpeech& operator=(const PrivateSpeech&) = delete;

  std::string address() const { return "unix_socket:" + (folder_ / "socket").string(); }
  std::string nextSaid() { return readLine(said_); }

 private:
  int openPipe(const char* name) {
    const std::string path = folder_ / name;
    if (mkfifo(path.c_str(), 0600) != 0) return -1;
    return open(path.c_str(), O_RDWR | O_CLOEXEC);
  }
  static std::string readLine(int from) {
    std::string line;
    for (char c = 0; read(from, &c, 1) == 1 && c != '\n';) line += c;
    return line;
  }
  void start() {
    const std::string socket = folder_ / "socket";
    const std::string conf = folder_ / "conf";
    const std::string log = folder_ / "log";
    const std::string pid = folder_ / "pid";
    pid_ = fork();
    if (pid_ == 0) {
      const int quiet = open("/dev/null", O_WRONLY);
      dup2(quiet, 1);
      dup2(quiet, 2);
      execlp("speech-dispatcher", "speech-dispatcher", "-s", "-c", "unix_socket", "-S",
             socket.c_str(), "-P", pid.c_str(), "-C", conf.c_str(), "-L", log.c_str(), nullptr);
      _exit(127);
    }
    while (readLine(log_).find("waiting for clients") == std::string::npos) {
    }
  }

  std::filesystem::path folder_;
  int said_ = -1;
  int log_ = -1;
  pid_t pid_ = 0;
};

TEST(SystemSpeaker, TheSpeechServiceIsToldWhatToSay) {
  PrivateSpeech service;
  setenv("SPEECHD_ADDRESS", service.address().c_str(), 1);
  const auto speaker = systemSpeaker({});
  speaker->say("Finish, button, not yet", true);
  EXPECT_EQ(service.nextSaid(), "Finish, button, not yet");
}

TEST(SystemSpeaker, WithoutASpeechServiceThatIsToldOnceAndNothingElseChanges) {
  setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all", 1);
  std::promise<void> told;
  const auto speaker = systemSpeaker([&told] { told.set_value(); });
  told.get_future().wait();
  speaker->say("Nobody hears this", true);
  speaker->silence();
}

}  // namespace

// Loaded before the C library (LD_PRELOAD): a disk that cannot be synced as long as the file named
// by AFTERNOTE_TESTING_SYNC_FAILS is there.
#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace {

bool fails() {
  const char* file = std::getenv("AFTERNOTE_TESTING_SYNC_FAILS");
  if (file == nullptr || access(file, F_OK) != 0) return false;
  errno = EIO;
  return true;
}

int call(const char* name, int descriptor) {
  using Sync = int (*)(int);
  const auto real = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name));
  return real(descriptor);
}

}  // namespace

extern "C" int fsync(int descriptor) {
  return fails() ? -1 : call("fsync", descriptor);
}

extern "C" int fdatasync(int descriptor) {
  return fails() ? -1 : call("fdatasync", descriptor);
}

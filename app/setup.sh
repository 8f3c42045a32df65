# Shared by app/run and tests/run (sourced, not run): says each step, installs what is missing, configures and builds.
# Needs Debian 12 with root or sudo. A second run finds everything in place and does nothing twice.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
step_number=0

say() { printf '%s\n' "$*"; }

step() {
  step_number=$((step_number + 1))
  printf '\n[%d/%d] %s\n' "$step_number" "${steps_total:?}" "$*"
}

stop() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

# What builds and runs the application; each with its reason in README.md.
packages_app=(
  g++ cmake ninja-build pkg-config ccache mold
  libsqlite3-dev libsqlitecpp-dev libpqxx-dev libboost-dev libssl-dev libsodium-dev libcereal-dev libfmt-dev nlohmann-json3-dev libutf8proc-dev libcli11-dev
  libarchive-dev libical-dev libpango1.0-dev
  libimgui-dev libglfw3-dev libgl-dev libgl1-mesa-dri libx11-dev libxext-dev libstb-dev libjpeg62-turbo-dev libpng-dev libhunspell-dev hunspell-en-gb libdtl-dev libsystemd-dev libspeechd-dev
  libqrencode-dev libatk1.0-dev libatk-bridge2.0-dev libdbus-1-dev
  fonts-sil-gentiumplus fonts-lato fonts-sil-andika fonts-materialdesignicons-webfont
)
# What else the tests and the demonstration need.
packages_test=(
  libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev
  xvfb xauth xdotool procps poppler-utils libxtst-dev postgresql util-linux dbus-daemon dbus-bin at-spi2-core libatspi2.0-dev speech-dispatcher
  nodejs chromium curl
)
# What `tests/run --long` adds: fuzzers, clang-tidy, clang-format.
packages_long=(clang clang-tidy clang-format libclang-rt-14-dev)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    stop "some Debian packages are missing and neither root nor sudo is at hand. Install: ${missing[*]}"
  fi
}

# install_missing PACKAGE...
install_missing() {
  missing=()
  local package
  for package in "$@"; do
    # "install ok installed" also holds for packages that provide the name under another version.
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  if [ "${#missing[@]}" -eq 0 ]; then
    say "      all $# packages are here"
    return
  fi
  say "      installing ${#missing[@]}: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
      --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    stop "apt-get could not install what is missing (its last lines are above)."
  fi
  rm -f "$log"
}

# configure FOLDER CMAKE-OPTION...   (quiet when nothing changed)
configure() {
  local build=$1 log
  shift
  mkdir -p "$build"
  log=$build/configure.log
  if ! cmake -G Ninja -S "$root" -B "$build" "$@" >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    stop "cmake could not configure (its last lines are above; all of them in $log)."
  fi
}

# build FOLDER [TARGET...]   progress lines from ninja, at most one a percent when nobody watches
build() {
  local folder=$1 started=$SECONDS
  shift
  if [ -t 1 ]; then
    NINJA_STATUS='      %p %f/%t ' ninja -C "$folder" "$@" || stop "the build did not finish; the first error is above."
  else
    NINJA_STATUS='%p %f/%t ' ninja -C "$folder" "$@" >"$folder/build.log" 2>&1 || {
      grep -m 1 -A 30 'FAILED:' "$folder/build.log" >&2 || tail -n 30 "$folder/build.log" >&2
      stop "the build did not finish; the first error is above, all of it in $folder/build.log."
    }
  fi
  say "      built in $((SECONDS - started)) s"
}

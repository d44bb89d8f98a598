#!/bin/sh
# Makes .venv with everything the program and its tests need, and sees to a Rust toolchain and a C linker.
# Run by make; running it again does nothing when nothing has changed. Exit status: 0 ready, 3 something is missing.
#
# What it may do without asking: write .venv in this folder; run rustup, or fetch it from rust-lang.org, when there is
# no rustc; install distribution packages when it runs as root. NO_INSTALL=1 forbids the last two.
set -eu
cd "$(dirname "$0")/.."

OLDEST_RUST=85 # rustc 1.85 is the first that knows edition 2024
PYTHONS="${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14"

say() { echo "setup: $*"; }
fail() {
    echo "setup: $*" >&2
    exit 3
}
works() { "$@" >/dev/null 2>&1; }
may_install() { [ "${NO_INSTALL:-0}" != 1 ]; }

# install_packages DEBIAN FEDORA ALPINE: distribution packages, as root and without questions; fails where that cannot be
install_packages() {
    may_install && [ "$(id -u)" = 0 ] || return 1
    say "installing distribution packages: $1"
    if works command -v apt-get; then
        # shellcheck disable=SC2086 # several packages in one argument
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1
    elif works command -v dnf; then
        # shellcheck disable=SC2086
        dnf install -y -q $2
    elif works command -v apk; then
        # shellcheck disable=SC2086
        apk add --quiet $3
    else
        return 1
    fi
}

# ---- a C linker, which rustc calls ----

links() { works command -v cc || works command -v gcc || works command -v clang; }

need_linker() {
    links || install_packages "gcc libc6-dev" gcc "gcc musl-dev" || true
    links || fail "there is no C linker, which rustc needs. Debian and Ubuntu: apt install gcc;" \
        "Fedora: dnf install gcc; macOS: xcode-select --install. Then run make again."
}

# ---- a Rust toolchain ----

rustc_path() {
    for candidate in "${SLEEPY_CODER_RUSTC:-}" rustc "${CARGO_HOME:-$HOME/.cargo}/bin/rustc" "$HOME/.cargo/bin/rustc"; do
        if [ -n "$candidate" ] && works "$candidate" --version; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

fetch_rustup() {
    may_install || return 1
    script=$(mktemp)
    say "fetching rustup, the Rust project's installer, from rust-lang.org into ${CARGO_HOME:-$HOME/.cargo}"
    if works command -v curl; then
        curl --proto '=https' --tlsv1.2 -sSf --connect-timeout 20 https://sh.rustup.rs -o "$script" || return 1
    elif works command -v wget; then
        wget -q --https-only --timeout=20 --tries=1 https://sh.rustup.rs -O "$script" || return 1
    else
        return 1
    fi
    sh "$script" -y --quiet --profile minimal --component clippy --no-modify-path
}

rustup_path() {
    command -v rustup || { [ -x "$HOME/.cargo/bin/rustup" ] && echo "$HOME/.cargo/bin/rustup"; }
}

install_rust() {
    if rustup=$(rustup_path); then
        say "rustup is here but has no toolchain: installing stable"
        may_install &&
            "$rustup" toolchain install stable --profile minimal --component clippy --no-self-update &&
            "$rustup" default stable
        return
    fi
    fetch_rustup || install_packages "rustc cargo" "rust cargo" "rust cargo"
}

need_rust() {
    rustc_path >/dev/null || install_rust || true
    rustc=$(rustc_path) || fail "there is no Rust toolchain and none could be installed." \
        "See https://rustup.rs (or your distribution's rustc and cargo packages), then run make again."
    version=$("$rustc" --version)
    minor=$(echo "$version" | sed -n 's/^rustc 1\.\([0-9]*\).*/\1/p')
    [ "${minor:-$OLDEST_RUST}" -ge "$OLDEST_RUST" ] || fail "$version is too old: 1.$OLDEST_RUST or newer is needed." \
        "Run: rustup update stable (see https://rustup.rs), then run make again."
}

# ---- the private Python environment ----

wanted() { # what .venv must have been made from and for: this folder, the project's dependencies, their versions
    pwd
    { sed '/^\[tool\./,$d' pyproject.toml && cat constraints.txt; } | cksum
}

make_venv() {
    found=""
    for candidate in $PYTHONS; do
        works "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
        found=$candidate
        if "$candidate" -m venv .venv >/dev/null 2>&1; then
            say "$("$candidate" --version) in .venv"
            return
        fi
        rm -rf .venv
    done
    [ -n "$found" ] || fail "Python 3.11 or newer is needed and none was found as python3 or python3.11 to python3.14." \
        "Install one, or name it: make PYTHON=/path/to/python3"
    # Debian and Ubuntu keep the part of Python that makes environments in a package of its own
    if install_packages python3-venv python3 python3 && "$found" -m venv .venv; then
        return
    fi
    rm -rf .venv
    fail "$found cannot make a virtual environment. Debian and Ubuntu: apt install python3-venv. Then run make again."
}

need_environment() {
    if [ -f .venv/made-from ] && [ "$(cat .venv/made-from)" = "$(wanted)" ] && works .venv/bin/python -c ''; then
        say "nothing to do: .venv is up to date; $version"
        return
    fi
    # an environment holds its own path: one that we made elsewhere, or that lost its Python, is made again
    if [ -f .venv/made-from ] && { ! works .venv/bin/python -c '' || [ "$(head -n 1 .venv/made-from)" != "$(pwd)" ]; }; then
        rm -rf .venv
    fi
    [ -d .venv ] || make_venv
    pwd >.venv/made-from
    say "installing the packages of constraints.txt (torch is by far the largest)"
    # pip would compile what it installs, but in one process
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --no-compile --progress-bar off \
        --constraint constraints.txt --editable '.[dev]' ||
        fail "pip could not install the packages; its message stands above. Running make again goes on from here."
    # under PYTHONDONTWRITEBYTECODE what is not compiled now is compiled at every start, which takes seconds; torch
    # ships a file that only a newer Python compiles, and that is no failure
    say "compiling them"
    .venv/bin/python -m compileall -qq -j 0 .venv/lib src || true
    wanted >.venv/made-from
    say "ready: .venv/bin/sleepy-coder; $version"
}

need_linker
need_rust
need_environment

#!/bin/sh
# The whole journey by one command: a day and a night, then a crate broken on purpose and repaired. All state lies in
# build/demo, so that nothing of the owner's is touched. Run by `make demo`.
set -eu
cd "$(dirname "$0")/.."
PATH="$(pwd)/.venv/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
export PATH

rm -rf build/demo build/till
echo "demo: a day, a night, and the same day again"
sleepy-coder demo --home build/demo

SLEEPY_CODER_HOME="$(pwd)/build/demo"
export SLEEPY_CODER_HOME
echo
echo "demo: a crate with errors of different kinds in different files: build/till"
sleepy-coder demo --break examples/till --seed 7 build/till
echo
echo "demo: repairing it with the library that is served now"
repaired=0
sleepy-coder fix build/till --apply || repaired=$?
[ "$repaired" -le 1 ] || exit "$repaired" # 1 says that errors are left; more, that something is wrong
if [ "$repaired" = 0 ]; then
    echo
    echo "demo: the crate's own tests"
    (cd build/till && cargo test --quiet --offline)
    echo "demo: done. \`SLEEPY_CODER_HOME=$SLEEPY_CODER_HOME sleepy-coder undo build/till\` takes the repair back."
else
    echo "demo: done. The crate was not repaired completely, so nothing was written."
fi

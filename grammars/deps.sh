#!/bin/sh
# Makes sure that what the build takes from outside is there, and installs with apt-get what is not.
#
#   deps.sh GROUP...           groups: build, grammars, npm, fuzz, format
#   deps.sh --flags            prints, as make variables, how to compile and link with the libraries
#
# DEPS=system: install nothing; say what is missing and stop.
set -eu
cd "$(dirname "$0")/.."

missing= # one line for each missing thing
packages= # the Debian packages that have them

lack() { # WHAT PACKAGES
    missing="$missing  $1 (Debian: $2)
"
    packages="$packages $2"
}

need_command() { command -v "$1" >/dev/null 2>&1 || lack "the command $1" "$2"; }

need_library() { # PKG-CONFIG-NAME PACKAGE
    command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1" || lack "the library $1" "$2"
}

# The compiler may be named by CC; it must find the C library's headers.
need_compiler() {
    set -- ${CC:-cc}
    command -v "$1" >/dev/null 2>&1 || { lack "the compiler $1" "$(compiler_package "$1") libc6-dev"; return 0; }
    echo '#include <stdlib.h>' | "$1" -E -x c - >/dev/null 2>&1 || lack "the headers of the C library" libc6-dev
}

compiler_package() {
    case $1 in cc) echo gcc ;; *) basename "$1" ;; esac
}

need_fuzzer() {
    command -v clang >/dev/null 2>&1 || { lack "the command clang" "clang libclang-rt-dev"; return 0; }
    fuzzer_links || lack "clang's fuzzer runtime" "$(runtime_package)"
}

fuzzer_links() {
    program=$(mktemp)
    printf 'int LLVMFuzzerTestOneInput(const char *data, long size) { return data == 0 && size; }\n' |
        clang -fsanitize=fuzzer,address -x c - -o "$program" >/dev/null 2>&1 && linked=0 || linked=1
    rm -f "$program"
    return $linked
}

runtime_package() { echo "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"; }

need_group() {
    case $1 in
    build)
        need_compiler
        need_command ar binutils
        need_command pkg-config pkg-config
        need_library libpcre2-8 libpcre2-dev
        need_library lmdb liblmdb-dev
        need_library libxxhash libxxhash-dev
        need_library jansson libjansson-dev
        need_library cmocka libcmocka-dev
        need_command git git
        ;;
    grammars) # npm is needed as long as it has not brought them
        if [ -e grammars/node_modules/.package-lock.json ]; then return 0; fi
        if [ "${DEPS-}" = system ]; then
            missing="$missing  the grammars in grammars/node_modules (in grammars/, run: npm ci --ignore-scripts)
"
        else
            need_group npm
        fi
        ;;
    npm)
        need_command node "nodejs ca-certificates"
        need_command npm "npm ca-certificates"
        ;;
    fuzz) need_fuzzer ;;
    format) need_command clang-format clang-format ;;
    *) echo "deps.sh: no group named $1" >&2; exit 2 ;;
    esac
}

collect() {
    missing= packages=
    for group in "$@"; do need_group "$group"; done
}

give_up() { # REASON
    printf 'loadpath: missing:\n%sloadpath: %s\n' "$missing" "$1" >&2
    exit 1
}

install_packages() {
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    wanted=$(echo $packages | tr ' ' '\n' | sort -u | tr '\n' ' ')
    command -v apt-get >/dev/null 2>&1 || give_up "no apt-get here: install the above, then run make again"
    [ -z "$root" ] || command -v sudo >/dev/null 2>&1 || give_up "as root, run: apt-get install ${wanted% }"
    echo "loadpath: installing with apt-get: $wanted(DEPS=system would not)"
    $root apt-get update -qq </dev/null
    # A package named libclang-rt-dev does not exist on every release: there it comes with the version of clang.
    case " $wanted" in *" libclang-rt-dev "*) wanted=$(echo " $wanted" | sed 's/ libclang-rt-dev / /') ;; esac
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted </dev/null >/dev/null
}

print_flags() {
    libraries="libpcre2-8 lmdb libxxhash jansson"
    echo "# Written by grammars/deps.sh."
    echo "PKG_CFLAGS := $(pkg-config --cflags $libraries)"
    echo "PKG_LIBS := $(pkg-config --libs $libraries)"
    echo "PKG_STATIC_LIBS := $(pkg-config --static --libs $libraries)"
    echo "CMOCKA_CFLAGS := $(pkg-config --cflags cmocka)"
    echo "CMOCKA_LIBS := $(pkg-config --libs cmocka)"
    for library in $libraries cmocka; do
        echo "deps_files += $(pkg-config --variable=pcfiledir "$library")/$library.pc"
    done
}

if [ "${1-}" = --flags ]; then
    print_flags
    exit
fi

collect "$@"
[ -n "$missing" ] || exit 0
[ "${DEPS-}" != system ] || give_up "DEPS=system: install the above, or run make without DEPS=system"
install_packages
# A second round: what only the first one could tell (the fuzzer runtime's version), and whether all is there now.
collect "$@"
[ -z "$missing" ] || install_packages
collect "$@"
[ -z "$missing" ] || give_up "apt-get did not bring the above"

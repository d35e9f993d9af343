#!/usr/bin/env bash
# Sees to what the project needs from the system, and says nothing when all of it is there.
#
#     Scripts/packages.sh run     what building and running the program needs
#     Scripts/packages.sh test    that, and what the checks in a browser need
#     Scripts/packages.sh attack  what building and attacking suppressed tables needs
#     Scripts/packages.sh bench   what building and measuring needs
#
# Exit 0 all there, 1 the answer was no, 2 wrong usage, 3 cannot.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

have_java() { java -version >/dev/null 2>&1; }
# The first python3 on the path may be a hand-built one that cannot make environments.
pythons=(python3 /usr/bin/python3)
have_venv() {
    local python
    for python in "${pythons[@]}"; do
        "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    done
    return 1
}
have_weasyprint() { /usr/bin/python3 -I -c 'import weasyprint' >/dev/null 2>&1; }
have_command() { command -v "$1" >/dev/null 2>&1; }
have_package() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
# want PACKAGE TEST…: names the package as missing where the test fails. What is tested is the thing
# needed, not the package, so that one which came by another way is good too.
want() {
    local package=$1
    shift
    "$@" || missing+=("$package")
}

want_for_run() {
    want libsqlite3-dev test -e /usr/include/sqlite3.h
    want libqrencode-dev test -e /usr/include/qrencode.h
    # The C++ library and linker that some of the Swift packages are built with.
    want g++ have_command g++
    want git have_command git
    # PDFs are made with Debian's own Python, whichever comes first on the path.
    want weasyprint have_weasyprint
    want fonts-liberation have_package fonts-liberation
    want tzdata test -e /usr/share/zoneinfo/Europe/London
}

want_for_test() {
    want chromium have_command "${CHROMIUM:-chromium}"
    want chromium-driver have_command "${CHROMEDRIVER:-chromedriver}"
    want default-jre-headless have_java
    want python3 have_command python3
    want python3-venv have_venv
    # It tells what a PDF holds: tags, language, reading order.
    want poppler-utils have_command pdfinfo
}

install_missing() {
    [ "${#missing[@]}" -gt 0 ] || return 0
    if ! have_command apt-get; then
        say "This system has no apt-get. Wanted, by the names Debian gives them: ${missing[*]}"
        say "If a later step fails, install these first."
        return 0
    fi

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! have_command sudo; then
            say "Missing: ${missing[*]}"
            say "Ask an administrator for: apt-get install ${missing[*]}"
            exit 3
        fi
        as_root=(sudo)
    fi

    say "About to install these Debian packages: ${missing[*]}"
    if [ -t 0 ] && [ -z "${CI:-}" ]; then
        local answer
        printf 'Install them? [y/n] ' >&2
        read -r answer
        case $answer in
            [yY]*) ;;
            *)
                say "Nothing was installed."
                exit 1
                ;;
        esac
    fi

    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
    local install=("${as_root[@]}" install --yes --no-install-recommends "${missing[@]}")
    # A machine without package lists, or with old ones that name versions no longer kept, is brought up to
    # date first; on any other the install is tried as it is, which is quicker.
    if ! find /var/lib/apt/lists -name '*Packages*' -mtime -1 2>/dev/null | grep -q .; then
        "${as_root[@]}" update </dev/null >&2
    fi
    if ! "${install[@]}" </dev/null >&2; then
        "${as_root[@]}" update </dev/null >&2
        "${install[@]}" </dev/null >&2 || {
            say "Could not install: ${missing[*]}"
            exit 3
        }
    fi
}

want_swift() {
    have_command swift && return 0
    say "There is no swift command here. Install Swift 6.2 or later (https://www.swift.org/install/)"
    say "and see that 'swift --version' answers; everything else this project needs it can find by itself."
    exit 3
}

# Makes .venv anew, with the first python3 that can.
make_venv() {
    local python
    for python in "${pythons[@]}"; do
        rm -rf .venv
        if "$python" -m venv .venv >&2 && .venv/bin/python -m pip --version >/dev/null 2>&1; then
            return 0
        fi
    done
    say "No python3 here can make a virtual environment."
    exit 3
}

# Installs into .venv.
pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" \
        </dev/null >&2 || {
        say "Could not install the Python tools."
        exit 3
    }
}

# The Python tools of the tests live in .venv, at exactly the versions of requirements.txt. A copy of that
# file inside says which versions they are; it is written last, so half an install is done again.
python_tools() {
    local wanted=Tests/Browser/requirements.txt
    if cmp -s "$wanted" .venv/requirements.txt && .venv/bin/python -c '' 2>/dev/null; then
        return 0
    fi
    say "Installing the Python tools of $wanted into .venv"
    make_venv
    # Without dependencies: what is asked for is all that is used.
    pip_install --no-deps --requirement "$wanted"
    cp "$wanted" .venv/requirements.txt
}

# The solver that attacks suppressed tables, beside whatever else is in .venv.
attack_tools() {
    .venv/bin/python -c 'import ortools' 2>/dev/null && return 0
    say "Installing ortools into .venv"
    .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
    pip_install 'ortools>=9.10,<10'
}

# What the benchmarks compare with, beside whatever else is in .venv.
bench_tools() {
    .venv/bin/python -c 'import numpy, ortools, pandas' 2>/dev/null && return 0
    say "Installing numpy, pandas and ortools into .venv"
    .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
    pip_install 'numpy>=1.26,<3' 'pandas>=2,<4' 'ortools>=9.10,<10'
}

case "${1:-}" in
    run)
        want_swift
        want_for_run
        install_missing
        ;;
    attack)
        want_swift
        want_for_run
        want python3 have_command python3
        want python3-venv have_venv
        install_missing
        attack_tools
        ;;
    bench)
        want_swift
        want_for_run
        want wrk have_command wrk
        want python3 have_command python3
        want python3-venv have_venv
        install_missing
        bench_tools
        ;;
    test)
        want_swift
        want_for_run
        want_for_test
        install_missing
        python_tools
        ;;
    *)
        say "usage: Scripts/packages.sh run|test|attack|bench"
        exit 2
        ;;
esac

# Shared by the scripts of this folder: where the repository is, and how to install Debian packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Says what begins now, and how long the script has been running.
begin() { printf '[%d:%02d] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*" >&2; }

# Builds the program (.build/release/exemplar). SwiftPM would take the description of the package from its cache, and with it
# the commit of an earlier build for --version.
build_program() { swift build -c release --product exemplar --manifest-cache none; }

# Installs those of the named Debian packages that are missing. Elsewhere it says what is needed.
install_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian: please see to it that these are installed: $*" >&2
        return 0
    fi
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    echo "Installing ${missing[*]}" >&2
    $sudo apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# Installs what the checks of a built site use, and the named packages, as far as this can be done here without asking
# anybody. What is missing afterwards, the checks skip and say.
install_checkers() {
    local wanted=() package
    for package in "$@"; do
        # A browser need not come as a package.
        command -v "$package" >/dev/null || [ -e "/usr/share/doc/$package" ] || wanted+=("$package")
    done
    command -v java >/dev/null || wanted+=(default-jre-headless)
    python3 -c 'import ensurepip' 2>/dev/null || wanted+=(python3 python3-venv)
    [ ${#wanted[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null || ! { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
        echo "Not installed, and cannot be installed here: ${wanted[*]}" >&2
        return 0
    fi
    (install_packages "${wanted[@]}") && return 0
    for package in "${wanted[@]}"; do
        (install_packages "$package") || echo "Cannot be installed here: $package" >&2
    done
}

# The same, with browsers and the characters that they draw.
install_browsers() { install_checkers chromium firefox-esr fonts-noto-cjk webkit2gtk-driver xvfb; }

# Prints the path of a Python with the packages of Tests/BrowserTests/requirements.txt, and those of chromium-*.txt where
# they can be had; of the bare one where they cannot; nothing where there is no Python.
checks_python() {
    local wanted=Tests/BrowserTests/requirements.txt folder=.build/browser-tests/python
    local engine name
    command -v python3 >/dev/null || return 0
    if ! cmp -s "$wanted" "$folder/requirements.txt"; then
        rm -rf "$folder"
        if ! { python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --retries 1 --timeout 10 \
            --requirement "$wanted" && cp "$wanted" "$folder/"; } >&2; then
            echo "Cannot be installed here: the Python packages of $wanted" >&2
            command -v python3
            return 0
        fi
    fi
    for engine in Tests/BrowserTests/chromium-*.txt; do
        name=$(basename "$engine")
        ! cmp -s "$engine" "$folder/$name" || continue
        # Tried once: what cannot be had here will not be had the next time.
        "$folder/bin/pip" install --quiet --retries 1 --timeout 10 --requirement "$engine" >&2 ||
            echo "Cannot be installed here: the engine of $engine" >&2
        cp "$engine" "$folder/"
    done
    echo "$folder/bin/python"
}

# Builds the site with the debug program, which is there, and checks it: with browsers, unless the arguments name passes
# that need none.
check_pages() {
    case " $* " in
    *" --without-browsers "* | " --only data ") install_checkers ;;
    *) install_browsers ;;
    esac
    local python offline=()
    python=$(checks_python)
    if [ -z "$python" ]; then
        echo "skipped all pages: there is no Python 3" >&2
        return 0
    fi
    .build/debug/exemplar build --output .build/browser-tests/site
    .build/debug/exemplar check --output .build/browser-tests/site
    .build/debug/exemplar pack --single-file .build/browser-tests/library.html
    # Whoever asks for single passes has no time for the seeded faults.
    [ $# -gt 0 ] || set -- --self-test
    unshare -n ip link set lo up 2>/dev/null && offline=(unshare -n sh -c 'ip link set lo up && exec "$@"' offline)
    ${offline[@]+"${offline[@]}"} "$python" -B Tests/BrowserTests/check.py .build/browser-tests/site "$@"
}

# Holds the library against the schemas that the program gives editors, where jsonschema can be had.
check_schemas() {
    local python
    python=$(checks_python)
    if [ -z "$python" ] || ! "$python" -c 'import jsonschema, yaml' 2>/dev/null; then
        echo "skipped the schemas: the Python package jsonschema is not installed" >&2
        return 0
    fi
    "$python" -B Tests/Schemas/validate.py .build/debug/exemplar .
}

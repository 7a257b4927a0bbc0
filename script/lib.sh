# Shared by the scripts of this folder: where the repository is, and how to install Debian packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

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

# Installs what the checks of pages use, as far as this can be done here without asking anybody. What is missing
# afterwards, the checks skip and say.
install_browsers() {
    local wanted=() package
    command -v chromium >/dev/null || wanted+=(chromium)
    command -v firefox-esr >/dev/null || wanted+=(firefox-esr)
    command -v java >/dev/null || wanted+=(default-jre-headless)
    python3 -c 'import ensurepip' 2>/dev/null || wanted+=(python3 python3-venv)
    [ -d /usr/share/fonts/opentype/noto ] || wanted+=(fonts-noto-cjk)
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

# Prints the path of a Python with the packages of Tests/BrowserTests/requirements.txt; of the bare one where they
# cannot be had; nothing where there is no Python.
browser_python() {
    local wanted=Tests/BrowserTests/requirements.txt folder=.build/browser-tests/python
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
    echo "$folder/bin/python"
}

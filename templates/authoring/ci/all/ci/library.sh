#!/bin/sh
# {about}
#
#   sh ci/library.sh check FORMAT FILE   check every record; the problems go into FILE too
#   sh ci/library.sh build               the site, in public/
#   sh ci/library.sh changes BASE        what changed since BASE, in changes.md
#   sh ci/library.sh publishable OLD     “publish=true” if a site from OLD is no longer up to date, else “publish=false”
#   sh ci/library.sh publish FOLDER      the site into FOLDER, if it is no longer up to date
#
# EXEMPLAR: {where}
set -eu
cd "$(dirname "$0")/.."
tools=${CI_TOOLS:-.ci-tools}

# Everything that a site is made of. The files of CI name the program, so they are part of it.
inputs="exemplar.yaml content seeds templates ci .github .gitea .gitlab-ci.yml Jenkinsfile"

# Prints the program, after fetching and unpacking it if that is asked for.
program() {
    place=${EXEMPLAR:-$(command -v exemplar || true)}
    if [ -z "$place" ]; then
        echo "{no-program}" >&2
        exit 2
    fi
    case $place in
    http://* | https://*)
        mkdir -p "$tools"
        file=$tools/${place##*/}
        if [ ! -f "$file" ]; then
            curl -fsSL -o "$file.part" "$place"
            mv "$file.part" "$file"
        fi
        ;;
    *) file=$place ;;
    esac
    case $file in
    *.tar.xz | *.whl)
        folder=$tools/$(basename "$file").d
        if [ ! -d "$folder" ]; then
            mkdir -p "$folder.part"
            case $file in
            *.whl) python3 -m zipfile -e "$file" "$folder.part" ;;
            *) tar -xJf "$file" -C "$folder.part" ;;
            esac
            chmod +x $(find "$folder.part" -name exemplar -type f)
            mv "$folder.part" "$folder"
        fi
        find "$folder" -name exemplar -type f
        ;;
    *)
        chmod +x "$file" 2>/dev/null || true
        echo "$file"
        ;;
    esac
}

# Whether a site that was made from a commit is no longer up to date. An unknown commit says nothing, so it is not.
is_stale() {
    git rev-parse --quiet --verify "$1^{commit}" >/dev/null 2>&1 || return 0
    ! git diff --quiet "$1" HEAD -- $inputs
}

case ${1:-} in
check)
    exemplar=$(program)
    status=0
    "$exemplar" check --strict --format "$2" >"$3" || status=$?
    case $2 in
    text | github) cat "$3" ;;
    *) "$exemplar" check --strict 2>/dev/null || true ;;
    esac
    exit $status
    ;;
build)
    exemplar=$(program)
    "$exemplar" build --strict --output public
    "$exemplar" check --output public
    ;;
changes)
    exemplar=$(program)
    base=$(git merge-base "$2" HEAD)
    "$exemplar" changes --rev "$base..HEAD" --format markdown >changes.md
    cat changes.md
    ;;
publishable)
    if is_stale "${2:-}"; then echo publish=true; else echo publish=false; fi
    ;;
publish)
    folder=${2:?"{no-folder}"}
    # The commit of the site stands beside the folder, so a run that failed is made good by the next.
    if [ -d "$folder" ] && ! is_stale "$(cat "$folder.commit" 2>/dev/null || true)"; then
        echo "{nothing-new}"
        exit 0
    fi
    exemplar=$(program)
    "$exemplar" build --strict --output "$folder"
    git rev-parse HEAD >"$folder.commit"
    ;;
*)
    sed -n '2,/^set/p' "$0" | sed -n 's/^# \{0,1\}//p' >&2
    exit 2
    ;;
esac

# Keeps what a script has found, with how it was found.
# shellcheck shell=bash disable=SC2154

load_at_start=$(cut -d ' ' -f 1 /proc/loadavg)

machine() {
  # shellcheck source=/dev/null
  echo "$(nproc) cores, $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo) of memory;" \
    "$(. /etc/os-release && echo "$PRETTY_NAME"), $(uname -m);" \
    "JDK $("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.runtime.version = //p')"
}

# What is measured, and whether it has been changed since; that the results have been is no change.
commit() {
  local name
  name=$(git -C "$bench" rev-parse --short HEAD)
  git -C "$bench/.." diff --quiet HEAD -- . ':!bench/RESULTS.md' ':!bench/results' || name+=", changed"
  echo "$name"
}

# Prints what it reads, and writes it to the file results/NAME.md as well: record NAME TITLE.
record() {
  mkdir -p "$bench/results"
  {
    printf '# %s\n\nMeasured by `%s` on %s at commit %s; the load was %s when it started.\n%s.\n\n' \
      "$2" "$asked" "$(date -u +%Y-%m-%d)" "$(commit)" "$load_at_start" "$(machine)"
    cat
  } | tee "$bench/results/$1.md"
}

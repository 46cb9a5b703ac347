# Takes and reads measurements: files with a line "seconds kilobytes" a run.
# shellcheck shell=bash disable=SC2154

say() { echo "bench: $*" >&2; }

fail() {
  [ ! -s "$work/out" ] || tail -n 20 "$work/out" >&2
  say "$*"
  exit 1
}

# What takes longer than this, in seconds, is stopped: nothing measured here is worth more.
limit=600

# Runs a command, and adds its line to the file named first. What it prints is kept in $work/out.
measure() {
  local into=$1 status=0
  shift
  sync # what an earlier run has left to be written must not slow this one
  /usr/bin/time -f '%e %M' -o "$work/time" timeout --foreground "$limit" "$@" >"$work/out" 2>&1 </dev/null || status=$?
  [ $status -ne 0 ] || cat "$work/time" >>"$into"
  return $status
}

# The median of a column of a file of measurements; the last word says which column.
median() {
  sort -n -k "$2,$2" "$1" |
    awk -v c="$2" '{ v[NR] = $c } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

seconds() { printf '%.2f s' "$(median "$1" 1)"; }
megabytes() { awk -v k="$(median "$1" 2)" 'BEGIN { printf "%.0f MB", k / 1024 }'; }
range() { sort -n "$1" | awk 'NR == 1 { low = $1 } END { printf "%.2f–%.2f", low, $1 }'; }
quotient() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# Says whether a number is at least, or at most, as large as the bar: verdict 2.1 '≥' 2.
verdict() {
  awk -v value="$1" -v sign="$2" -v bar="$3" \
    'BEGIN { print (sign == "≥" ? value >= bar : value <= bar) ? "met" : "**missed**" }'
}

# A number with its thousands apart.
count() { sed ':a;s/\B[0-9]\{3\}\>/ &/;ta' <<<"$1"; }

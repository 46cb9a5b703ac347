# Writes RESULTS.md from the measurements that are there.
# shellcheck shell=bash disable=SC2154

report() {
  cat <<EOF
# Measurements

Written by \`bench/run\`. [README.md](README.md) says what is measured, and how to read it.
What the other scripts have found is in [results](results).

Machine: $(machine).
$([ "$size" -eq 1000000 ] || printf '\n**Quick: smaller than what the bars are for.**\n')

EOF
  report_circumstances
  for part in "${all_parts[@]}"; do
    [ ! -f "$timings/$part.about" ] || "report_$part"
  done
}

report_circumstances() {
  local part asked day commit load
  echo "| part | measured by | on | at commit | load when it started |"
  echo "|---|---|---|---|---|"
  for part in "${all_parts[@]}"; do
    if [ -f "$timings/$part.about" ]; then
      # shellcheck source=/dev/null
      . "$timings/$part.about"
      echo "| $part | \`$asked\` | $day | $commit | $load |"
    fi
  done
}

# The heading of a part, with a table of its engines.
heading() {
  printf '\n## %s\n\n' "$1"
  echo "| engine | runs | median | range, s | peak memory | time, × ours | bar | |"
  echo "|---|---|---|---|---|---|---|---|"
}

# A row of that table. The bar is at least so many times our time, or, of ours, at most so many seconds.
engine_row() {
  local part=$1 engine=$2 bar=${3-} file=$timings/$1.$2 ours=$timings/$1.scokg times="" judged="|"
  if [ -f "$file.failed" ]; then
    echo "| $(name_of "$engine") | | $(cat "$file.failed") | | | | | |"
  elif [ -f "$file" ]; then
    if [ -f "$ours" ]; then
      times=$(quotient "$(median "$file" 1)" "$(median "$ours" 1)")
    fi
    if [ -n "$bar" ] && [ "$engine" = scokg ]; then
      judged="≤ $bar s | $(verdict "$(median "$file" 1)" '≤' "$bar")"
    elif [ -n "$bar" ] && [ -n "$times" ]; then
      judged="≥ $bar | $(verdict "$times" '≥' "$bar")"
    elif [ -n "$bar" ]; then
      judged="≥ $bar |"
    fi
    echo "| $(name_of "$engine") | $(wc -l <"$file") | $(seconds "$file") | $(range "$file") | $(megabytes "$file") |" \
      "$times | $judged |"
  fi
}

report_csv() {
  heading "$(count "$size") rows of a CSV table, $(count $((8 * size))) statements"
  engine_row csv scokg
  engine_row csv bound 0.6
  engine_row csv carml 20
  engine_row csv carml-same
  engine_row csv rmlmapper 15
}

report_json() { report_tree json JSON; }
report_xml() { report_tree xml XML; }

report_tree() {
  heading "The same as $2"
  engine_row "$1" scokg
  engine_row "$1" carml 10
  engine_row "$1" rmlmapper 10
}

report_join() {
  heading "A join: $(count $((size / 10))) rows with $(count $((size / 100))), $(count $((size * 21 / 100))) statements"
  engine_row join scokg
  engine_row join carml 12
  engine_row join carml-same
}

report_start() {
  heading "1 000 rows of a CSV table"
  engine_row start scokg 0.6
  engine_row start bound
  engine_row start carml
  engine_row start carml-same
  engine_row start rmlmapper
}

report_memory() {
  local first=$timings/memory.$size file rows each
  cat <<EOF

## In a heap of 64 MB

\`java -Xmx64m -XX:+UseSerialGC -jar scokg.jar map\`, CSV, into a pipe.

| rows | runs | median | range, s | peak memory | time a row, × that of the first | bar | |
|---|---|---|---|---|---|---|---|
EOF
  for rows in "${memory_sizes[@]}"; do
    file=$timings/memory.$rows
    if [ -f "$file" ]; then
      each=$(median "$file" 1 | awk -v first="$(median "$first" 1)" -v more=$((100 * rows / size)) \
        '{ printf "%.2f", $1 / first * 100 / more }')
      echo "| $(count "$rows") | $(wc -l <"$file") | $(seconds "$file") | $(range "$file") | $(megabytes "$file") |" \
        "$each | ≤ 1.1 | $(verdict "$each" '≤' 1.1) |"
    fi
  done
}

report_reconcile() {
  local file=$timings/reconcile.batches
  cat <<EOF

## Reconciliation, $(count $((size / 10))) named entities

| what | runs | median | range | found first | bar | |
|---|---|---|---|---|---|---|
| a batch of 50 misspelt names, over HTTP | $(wc -l <"$file") | $(milliseconds "$(median "$file" 1)") | $(milliseconds "$(sort -n "$file" | sed -n '1s/ .*//p')")–$(milliseconds "$(sort -n "$file" | sed -n '$s/ .*//p')") | $(awk '{ n += $2 } END { printf "%.1f %%", 2 * n / NR }' "$file") | ≤ 300 ms | $(verdict "$(median "$file" 1)" '≤' 0.3) |
EOF
}

milliseconds() { awk -v s="$1" 'BEGIN { printf "%.0f ms", 1000 * s }'; }

report_program() {
  local build=$timings/program.build serve=$timings/program.serve
  cat <<EOF

## The program

| what | runs | median | range, s | peak memory | bar | |
|---|---|---|---|---|---|---|
| \`scokg build --anew\`, whole process | $(wc -l <"$build") | $(seconds "$build") | $(range "$build") | $(megabytes "$build") | ≤ 3 s | $(verdict "$(median "$build" 1)" '≤' 3) |
| the same, its memory | | | | | ≤ 400 MB | $(verdict "$(median "$build" 2)" '≤' 409600) |
| \`scokg serve\`, start to first correct answer | $(wc -l <"$serve") | $(seconds "$serve") | $(range "$serve") | $(megabytes "$serve") | ≤ 2.5 s | $(verdict "$(median "$serve" 1)" '≤' 2.5) |
EOF
  heading "The project's own tables, $(count "$(cat "$timings/program.statements")") statements"
  engine_row program scokg
  engine_row program carml
  engine_row program carml-same
}

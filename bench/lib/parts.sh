# What is measured: the data of each part, its engines and their turns.
# shellcheck shell=bash disable=SC2154

prepare() {
  say "building what is measured"
  mvn --quiet --batch-mode -Dstyle.color=never --file "$bench/pom.xml" package >&2
  mkdir -p "$timings"
  "$scokg" --version >/dev/null
  make_rows csv 1000
  make_archive "$work/csv-1000"
}

# Rows in a format, with the mapping in both vocabularies.
make_rows() {
  local folder=$work/$1-$2
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$bench/mappings/rows.rml.ttl" "$bench/mappings/source.$1.ttl" "$folder"
  tool Rows "$folder/rows.$1" "$2"
  tool Translate "$folder" "$folder/rows.rml.ttl" "$folder/source.$1.ttl"
}

make_join() {
  local folder=$work/join-$1
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$bench/mappings/join.rml.ttl" "$folder"
  tool Join "$folder" "$1" $(($1 / 10))
  tool Translate "$folder" "$folder/join.rml.ttl"
}

measure_part() {
  rm -f "$timings/$1".*
  note_circumstances >"$timings/$1.about"
  case $1 in
    csv) measure_rows csv scokg bound carml carml-same rmlmapper ;;
    json | xml) measure_rows "$1" scokg carml rmlmapper ;;
    *) "measure_$1" ;;
  esac
}

# Everything of a part that the report tells beside its figures.
note_circumstances() {
  printf '%s=%q\n' asked "$asked" day "$(date -u +%Y-%m-%d)" \
    commit "$(commit)" load "$(cut -d ' ' -f 1 /proc/loadavg)"
}

measure_rows() {
  local format=$1
  shift
  say "$format: comparing what the engines make"
  make_rows csv 20000
  [ "$format" = csv ] || make_rows "$format" 20000
  run_engine bound "$work/csv-20000" /dev/null || fail "the lower bound failed"
  compare "$work/$format-20000" "$work/csv-20000/bound.nq" "$@"
  make_rows "$format" "$size"
  take_turns "$format" "$work/$format-$size" $((8 * size)) "$@"
}

measure_join() {
  local children=$((size / 10))
  say "join: comparing what the engines make"
  make_join 2000
  compare "$work/join-2000" "" scokg carml
  make_join "$children"
  take_turns join "$work/join-$children" $((2 * children + children / 10)) scokg carml carml-same
}

measure_start() {
  compare "$work/csv-1000" "" scokg bound carml rmlmapper
  peer_runs=$runs take_turns start "$work/csv-1000" 8000 scokg bound carml carml-same rmlmapper
}

# Tables of growing size, in a heap that stays as it is.
measure_memory() {
  local i rows
  for rows in "${memory_sizes[@]}"; do
    make_rows csv "$rows"
  done
  for ((i = 1; i <= runs; i++)); do
    for rows in "${memory_sizes[@]}"; do
      say "memory: run $i of $runs, $rows rows"
      # Ten gigabytes are written faster than a disk takes them; a pipe does not hold them up.
      (cd "$work/csv-$rows" && measure "$timings/memory.$rows" bash -c \
        "set -o pipefail; '$java' -Xmx64m $serial -jar '$bench/../loader/target/scokg.jar' map --mapping mapping.rml.ttl --output - | wc -l >made") ||
        fail "failed on $rows rows"
      [ "$(cat "$work/csv-$rows/made")" -eq $((8 * rows)) ] || fail "not all statements of $rows rows were made"
    done
  done
  for rows in "${memory_sizes[@]:1}"; do
    rm -r "$work/csv-$rows"
  done
}

# The program on the project: it builds, serves, and maps its own tables beside CARML.
measure_program() {
  local i project=$work/project
  rm -rf "$project"
  mkdir -p "$project"
  (cd "$bench/.." && cp -R facts mappings ontology queries fuseki-config "$project")
  "$scokg" build --quiet --project "$project" >/dev/null
  tool Translate "$project" "$project"/mappings/*.rml.ttl
  say "program: comparing what the engines make"
  compare "$project" "" scokg carml
  wc -l <"$project/scokg.nq" >"$timings/program.statements"
  for ((i = 1; i <= runs; i++)); do
    say "program: run $i of $runs"
    measure "$timings/program.build" "$scokg" build --anew --project "$project" || fail "the build failed"
    tool FirstAnswer "$bench/../queries/members-on-date.rq" "$bench/../queries/expected/members-on-date.csv" \
      "$scokg" serve --project "$project" >>"$timings/program.serve"
    for engine in scokg carml carml-same; do
      run_engine "$engine" "$project" "$timings/program.$engine" || fail "$engine failed on the project's tables"
    done
  done
}

# The reconciliation service, on a project of so many named things.
measure_reconcile() {
  local project=$work/places entities=$((size / 10))
  rm -rf "$project"
  cp -R "$bench/../loader/src/test/resources/projects/rivers" "$project"
  tool Places "$project/facts/places.csv" "$entities"
  say "reconcile: building a graph of $entities entities"
  "$scokg" build --quiet --project "$project" >/dev/null
  say "reconcile: asking it"
  tool Batches "$entities" $((runs * 20)) "$scokg" serve --port 0 --project "$project" >"$timings/reconcile.batches"
}

# The engines take turns, so that what disturbs the machine disturbs all. A peer that fails is not run again.
take_turns() {
  local part=$1 folder=$2 expected=$3 i engine into status
  shift 3
  for ((i = 1; i <= runs; i++)); do
    for engine; do
      into=$timings/$part.$engine
      if ! is_asked "$engine" || [ -f "$into.failed" ] || { is_peer "$engine" && [ "$i" -gt "$peer_runs" ]; }; then
        continue
      fi
      say "$part: run $i of $runs, $engine"
      status=0
      run_engine "$engine" "$folder" "$into" "$expected" || status=$?
      rm -f "$folder/$engine.nq"
      if [ $status -ne 0 ]; then
        is_peer "$engine" || fail "$engine failed on $folder"
        failure $status >"$into.failed"
      fi
    done
  done
}

failure() {
  if [ "$1" -eq 124 ]; then
    echo "stopped after $limit s"
  elif grep -q OutOfMemoryError "$work/out"; then
    echo "out of memory"
  elif [ "$1" -eq "$miscounted" ]; then
    echo "not all statements"
  else
    echo "failed, exit code $1"
  fi
}

# How each engine is run. Every command is run in the folder of its mapping and writes ENGINE.nq there.
# shellcheck shell=bash disable=SC2154

package=org.w3id.scokg.bench
# What the program gives itself: the simplest collector, and an archive of the classes that are loaded.
serial=-XX:+UseSerialGC
# The peers read tables in the encoding of the machine unless they are told.
utf8=-Dfile.encoding=UTF-8

tool() { "$java" -cp "$bench/tools/target/tools.jar" "$package.$1" "${@:2}"; }

# Sets "command" to what runs an engine.
command_of() {
  local archive=-XX:SharedArchiveFile=$work/$1.jsa
  local carml=("$utf8" -cp "$bench/carml/target/carml.jar" "$package.Carml" mapping.legacy.ttl "$1.nq")
  case $1 in
    scokg) command=("$scokg" map --mapping mapping.rml.ttl --output "$1.nq") ;;
    # An archive of its classes, which has our JVM options otherwise, makes its one long loop four times slower.
    bound) command=("$java" "$serial" -cp "$bench/bound/target/bound.jar" "$package.Bound" rows.csv "$1.nq") ;;
    carml) command=("$java" "${carml[@]}") ;;
    carml-same) command=("$java" "$serial" "$archive" "${carml[@]}") ;;
    # The functions that it would load without -f are not on Maven Central.
    rmlmapper) command=("$java" "$utf8" -cp "$bench/rmlmapper/target/lib/*" be.ugent.rml.cli.Main
      -m mapping.legacy.ttl -o "$1.nq" -s nquads -f fno/functions_idlab_classes_java_mapping.ttl) ;;
  esac
}

name_of() {
  case $1 in
    scokg) echo "\`scokg map\`" ;;
    bound) echo "lower bound" ;;
    carml) echo "CARML $(version carml)" ;;
    carml-same) echo "CARML $(version carml), our JVM options" ;;
    rmlmapper) echo "RMLMapper $(version rmlmapper)" ;;
  esac
}

version() { sed -n "s/.*<$1.version>\(.*\)<.*/\1/p" "$bench/pom.xml"; }

is_peer() { [[ $1 == carml* || $1 == rmlmapper ]]; }
is_asked() { [[ ,$engines, == *,$1,* ]]; }

# Makes the archive of the classes that CARML loads in a run over the mapping of a folder, as our launcher makes ours.
make_archive() {
  local archive=$work/carml-same.jsa
  rm -f "$archive"
  command_of carml-same
  (
    cd "$1"
    "${command[@]/-XX:SharedArchiveFile=$archive/-XX:DumpLoadedClassList=$archive.classes}"
    "$java" -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$archive.classes" -XX:SharedArchiveFile="$archive" \
      -cp "$bench/carml/target/carml.jar"
  ) >"$work/out" 2>&1 || fail "no archive could be made for CARML"
}

# What run_engine returns where the statements are too few or too many. RMLMapper ends with 0 whatever went wrong.
miscounted=99

# Runs an engine in a folder and adds to a file of measurements; sees that it made so many statements, if that is given.
run_engine() {
  local engine=$1 folder=$2 into=$3 expected=${4-} made=0
  command_of "$engine"
  rm -f "$folder/$engine.nq"
  (cd "$folder" && measure "$into" "${command[@]}") || return
  [ ! -f "$folder/$engine.nq" ] || made=$(wc -l <"$folder/$engine.nq")
  if [ "$made" -ne "${expected:-$made}" ]; then
    say "$engine made $made statements of $folder, not $expected"
    return $miscounted
  fi
}

# All engines must have made the same statements, or their times say nothing. RMLMapper puts no blank before the stop.
compare() {
  local folder=$1 reference=$2 engine
  shift 2
  for engine; do
    is_asked "$engine" || continue
    run_engine "$engine" "$folder" /dev/null || fail "$engine failed on $folder"
    [ -f "$reference" ] || reference=$folder/$engine.nq
    cmp -s <(sorted "$reference") <(sorted "$folder/$engine.nq") ||
      fail "$engine made other statements of $folder than stand in $reference"
  done
}

sorted() { sed 's/>\.$/> ./' "$1" | LC_ALL=C sort; }

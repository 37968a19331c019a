#!/bin/sh
# Tests of ./zeroone, on a copy in a temporary directory, with fake JDKs and a fake Maven. Needs nothing but a shell.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# A JDK (or, with a third argument, a JRE) of version $2 in directory $1, which tells how it was called.
fake_jdk() {
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s.0.1"\n' "$2" >"$1/release"
  cat >"$1/bin/java" <<'JAVA'
#!/bin/sh
echo "java of $(cd "$(dirname "$0")/.." && pwd -P) in $(pwd -P) threads ${OMP_NUM_THREADS:-none}"
for word in "$@"; do echo "argument $word"; done
JAVA
  chmod +x "$1/bin/java"
  [ $# -gt 2 ] || { cp "$1/bin/java" "$1/bin/javac"; }
}

# A Maven of version $1 whose build makes the jar, or runs $2 instead; every build adds a line to $work/builds.
fake_maven() {
  cat >"$work/tools/mvn" <<MAVEN
#!/bin/sh
if [ "\$1" = -v ]; then echo "Apache Maven $1"; exit 0; fi
echo "\$JAVA_HOME \$*" >>"$work/builds"
${2:-mkdir -p cli/target && : >cli/target/zeroone.jar}
MAVEN
  chmod +x "$work/tools/mvn"
}

# A fresh copy of a small repository, a JDK 25 in the usual place, Java 17 on PATH.
fresh() {
  chmod -R u+w "$work" 2>/dev/null
  rm -rf "${work:?}"/*
  mkdir -p "$work/repo/cli/src/main/java" "$work/repo/text/src/main/java" "$work/repo/.mvn" "$work/tools" "$work/jvm" \
    "$work/home" "$work/elsewhere"
  cp "$here/zeroone" "$work/repo/zeroone"
  : >"$work/repo/pom.xml"
  : >"$work/repo/cli/pom.xml"
  : >"$work/repo/text/src/main/java/A.java"
  fake_jdk "$work/jvm/temurin-25-jdk" 25
  fake_jdk "$work/old" 17
  ln -s "$work/old/bin/java" "$work/tools/java"
  fake_maven 3.8.7
}

# Runs the launcher; sets status, and puts the output in $work/out and $work/err.
launch() {
  (cd "$work/elsewhere" && env -i PATH="$work/tools:/usr/bin:/bin" HOME="$work/home" \
    ZEROONE_JVM_DIRS="$work/jvm" ${settings:-} "${launcher:-$work/repo/zeroone}" "$@") >"$work/out" 2>"$work/err"
  status=$?
}

builds() { if [ -f "$work/builds" ]; then wc -l <"$work/builds" | tr -d ' '; else echo 0; fi; }

# Makes a file newer than the last build, however coarse the clock of the file system is.
change() {
  : >"$1"
  while [ -z "$(find "$1" -newer "$work/repo/target/launcher/built")" ]; do touch "$1"; done
}

check() {
  name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  exit code %s\n' "$name" "$status"
    sed 's/^/  out: /' "$work/out"
    sed 's/^/  err: /' "$work/err"
  fi
}
says() { grep -q -- "$1" "$work/out"; }
warns() { grep -q -- "$1" "$work/err"; }
exits() { [ "$status" -eq "$1" ]; }
built() { [ "$(builds)" = "$1" ]; }

fresh
launch runs 'two words' ''
check 'a JDK 25 is found although java on PATH is 17' says "^java of $work/jvm/temurin-25-jdk in"
check 'the working directory stays the caller'\''s' says "in $work/elsewhere "
check 'arguments arrive as they were given' says '^argument two words$'
check 'empty arguments arrive' says '^argument $'
check 'Maven runs on the JDK that was found' grep -q "^$work/jvm/temurin-25-jdk .*package" "$work/builds"
check 'the number of threads is set' says 'threads [1-9]'
check 'the flags that native code needs are given' says '^argument -Dorg.bytedeco.javacpp.maxPhysicalBytes=0$'
check 'the program learns where it lies' says "^argument -Dzeroone.home=$work/repo$"
check 'the build is announced' warns '^Building ZeroOne (once)…$'
launch runs
check 'nothing is built when nothing changed' built 1
check 'a second start says nothing of building' [ ! -s "$work/err" ]
change "$work/repo/text/src/main/java/A.java"
launch runs
check 'a changed source is built' built 2
change "$work/repo/cli/pom.xml"
launch runs
check 'a changed pom is built' built 3
rm "$work/repo/text/src/main/java/A.java"
while [ -z "$(find "$work/repo/text/src/main/java" -newer "$work/repo/target/launcher/built")" ]; do
  touch "$work/repo/text/src/main/java"
done
launch runs
check 'a deleted source is built' built 4
rm "$work/repo/cli/target/zeroone.jar"
launch runs
check 'a missing jar is built' built 5

fresh
ln -s "$work/repo/zeroone" "$work/elsewhere/link"
ln -s ../elsewhere/link "$work/home/link-to-link"
launcher=$work/home/link-to-link
launch runs
check 'it works through symbolic links' says "^argument -Dzeroone.home=$work/repo$"
launcher=

fresh
fake_jdk "$work/mine" 25
settings=JAVA_HOME=$work/mine
launch runs
check 'JAVA_HOME comes first' says "^java of $work/mine in"
fake_jdk "$work/mine" 21
launch runs
check 'a JAVA_HOME that does not fit is passed over' says "^java of $work/jvm/temurin-25-jdk in"
settings='OMP_NUM_THREADS=7 ZEROONE_JAVA_OPTS=-Xmx1g'
launch runs
check 'a number of threads that is set stays' says 'threads 7'
check 'a number of threads that is set holds for Java too' says '^argument -XX:ActiveProcessorCount=7$'
check 'further options for java are passed on' says '^argument -Xmx1g$'
settings=

fresh
mv "$work/jvm" "$work/javas"
mkdir -p "$work/home/.sdkman/candidates/java"
mv "$work/javas/temurin-25-jdk" "$work/home/.sdkman/candidates/java/25.0.1-tem"
(cd "$work/elsewhere" && env -i PATH="$work/tools:/usr/bin:/bin" HOME="$work/home" "$work/repo/zeroone" runs) \
  >"$work/out" 2>"$work/err"
status=$?
check 'the usual places are searched, the user'\''s own first' says '^java of .*/.sdkman/candidates/java/25.0.1-tem in'

fresh
rm -r "$work/jvm"
fake_jdk "$work/jvm/openjdk-25-jre" 25 jre
launch runs
check 'without a JDK 25 the exit code is 3' exits 3
check 'it says what is needed' warns 'needs a JDK 25'
check 'it says which Java was found' warns "$work/old: Java 17"
check 'a JRE is not enough' warns 'openjdk-25-jre: Java 25 without a compiler'
check 'it says how to get one' warns 'apt-get install openjdk-25-jdk'
check 'nothing is built then' built 0

fresh
fake_maven 3.6.3
launch runs
check 'an old Maven is refused with exit code 3' exits 3
check 'the version found is told' warns 'is version 3.6.3'
fake_maven 3.10.0
launch runs
check 'versions are compared as numbers' exits 0
rm "$work/repo/cli/target/zeroone.jar" "$work/tools/mvn"
mkdir "$work/bin"
for tool in sh env sed grep find mkdir readlink dirname cat sort tail wc nproc ln rm rmdir mv sleep; do
  ln -s "$(command -v $tool)" "$work/bin/$tool" 2>/dev/null
done
(cd "$work/elsewhere" && env -i PATH="$work/bin" HOME="$work/home" ZEROONE_JVM_DIRS="$work/jvm" "$work/repo/zeroone" runs) \
  >"$work/out" 2>"$work/err"
status=$?
check 'without Maven the exit code is 3' exits 3
check 'it says how to get Maven' warns 'apt-get install maven'

fresh
fake_maven 3.8.7 'echo "[ERROR] A.java:[1,1] class expected"; exit 1'
launch runs
check 'a failed build is a failure' exits 1
check 'a failed build shows the error' warns 'class expected'
check 'a failed build says where its log is' warns "$work/repo/target/build.log"
check 'a failed build does not start the program' [ ! -s "$work/out" ]
fake_maven 3.8.7
launch runs
check 'after a failed build the next start builds again' says '^java of'

fresh
fake_maven 3.8.7 'sleep 1; mkdir -p cli/target; : >cli/target/zeroone.jar'
launch first &
other=$!
(launch second)
wait $other
check 'two starts at once build once' built 1
check 'the lock is given back' [ ! -h "$work/repo/target/launcher/lock" ]

fresh
mkdir -p "$work/repo/target/launcher"
sh -c 'exit 0' &
dead=$!
wait $dead
ln -s $dead "$work/repo/target/launcher/lock"
launch runs
check 'a lock whose owner was killed does not hold' says '^java of'

printf 'Launcher: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

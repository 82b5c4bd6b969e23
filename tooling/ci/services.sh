# Sourced by .ci/run. A package that can be tested against a real server, or tooling that needs a program of the
# distribution, brings one or two executables:
#
#   packages/<name>/ci/start  installs and starts it, safe to run twice, and prints on its standard output, as
#                             KEY=VALUE lines, the environment in which the package's tests find it. Messages for the
#                             reader go to the standard error.
#   packages/<name>/ci/stop   ends what start started. Run also when start failed.
#
# A server that cannot be started is reported and left out: its tests then say why they were skipped.

start_timeout=600
stop_timeout=120

start_services() {
  local script output line
  for script in tooling/*/ci/start packages/*/ci/start; do
    [ -x "$script" ] || continue
    echo "== $script" >&2
    output=$(mktemp)
    # Into a file: a daemon that inherits a pipe would keep it open.
    if timeout "$start_timeout" "$script" >"$output"; then
      while IFS= read -r line; do
        if [[ $line =~ ^[A-Z][A-Z0-9_]*=.*$ ]]; then
          export "${line?}"
          echo "   ${line%%=*} is set" >&2
        else
          echo "   ignored, not KEY=VALUE: $line" >&2
        fi
      done <"$output"
    else
      printf '%s\n' \
        '****************************************************************' \
        "** $script FAILED: the tests that need it are SKIPPED" \
        '****************************************************************' >&2
      cat "$output" >&2
    fi
    rm -f "$output"
  done
}

stop_services() {
  local script
  for script in tooling/*/ci/stop packages/*/ci/stop; do
    [ -x "$script" ] || continue
    echo "== $script" >&2
    timeout "$stop_timeout" "$script" >&2 || echo "** $script FAILED" >&2
  done
}

# shellcheck shell=bash
# Completion of "spec" (specwright) for bash 3.2 and later. It asks "spec" itself, so it stays right when spec is updated.

_spec_complete() {
  local line=${COMP_LINE:0:COMP_POINT} index word rest piece typed answer how text
  local -a words
  words=()

  # Bash takes words apart at "=" and ":" too: what stands without a space between belongs together.
  for ((index = 0; index <= COMP_CWORD; index++)); do
    rest=${line#"${line%%[![:space:]]*}"}
    piece=${COMP_WORDS[index]}
    [[ $index -eq $COMP_CWORD ]] && piece=$rest
    if [[ $index -gt 0 && ${#rest} -eq ${#line} ]]; then
      words[${#words[@]}-1]+=$piece
    else
      words[${#words[@]}]=$piece
    fi
    line=${rest:${#piece}}
  done
  for ((index = 0; index < ${#words[@]}; index++)); do
    word=${words[index]}
    words[index]=${word//[\"\'\\]/}
  done
  index=$((${#words[@]} - 1))
  typed=${words[index]}
  unset "words[index]"

  COMPREPLY=()
  answer=$(command spec __complete "=$typed" "${words[@]:1}" 2>/dev/null </dev/null) || return 0
  how=${answer%%$'\n'*}
  case $how in
  files) type compopt >/dev/null 2>&1 && compopt -o default -o bashdefault ;;
  folders) type compopt >/dev/null 2>&1 && compopt -o dirnames ;;
  open) type compopt >/dev/null 2>&1 && compopt -o nospace ;;
  esac

  # Bash replaces only what stands behind the last sign at which it took the word apart.
  case $piece in
  [=:]) piece= ;;
  *) piece=${piece//[\"\'\\]/} ;;
  esac
  while IFS=$'\t' read -r text rest; do
    [[ -n $text ]] && COMPREPLY[${#COMPREPLY[@]}]=${text#"${typed%"$piece"}"}
  done <<<"${answer#"$how"}"
}

# Before bash 4 a function cannot say that files are wanted: there they are offered wherever there is nothing else.
if type compopt >/dev/null 2>&1; then
  complete -F _spec_complete spec
else
  complete -o default -F _spec_complete spec
fi

#compdef fata
# Completion of fata's command lines in zsh. In ~/.zshrc, after compinit:  eval "$(fata completion zsh)"

@COMMANDS@
# Offers what may stand for a value of kind $1; the other words are the candidates themselves.
_fata_list() {
    local kind=$1
    shift
    local -a candidates
    case $kind in
        words) compadd -- "$@" ;;
        files) _files ;;
        folders) _files -/ ;;
        revisions | backups)
            # Of a range, or a revision on a line, the last part.
            compset -P '*[:@]'
            candidates=("${(@f)$("$program" $config __complete $kind 2>/dev/null)}")
            _describe -V $kind candidates
            ;;
    esac
}

_fata() {
    local program=$words[1] path_= option= kind word
    local -a config candidates
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $option ]]; then
            [[ $option == (-c|--config) ]] && config=(--config "$word")
            option=
        elif [[ $word == -*=* ]]; then
            [[ $word == --config=* ]] && config=("$word")
        elif [[ $word == -* ]]; then
            [[ -n $(_fata_values "$path_" "$word") ]] && option=$word
        elif _fata_subcommands "$path_" | grep -q -e "^$word:"; then
            path_=${path_:+$path_ }$word
        fi
    done

    if [[ -z $option && $words[CURRENT] == --*=* ]]; then
        option=${words[CURRENT]%%=*}
        compset -P '*='
    fi
    kind=$(_fata_values "$path_" "$option")
    if [[ -n $option ]]; then
        _fata_list ${=kind}
    elif [[ $words[CURRENT] == -* ]]; then
        candidates=("${(@f)$(_fata_options "$path_")}")
        _describe -o options candidates
    else
        candidates=("${(@f)$(_fata_subcommands "$path_")}")
        [[ -z $candidates ]] || _describe -V commands candidates
        [[ -z $kind ]] || _fata_list ${=kind}
    fi
}

# Read by compinit from a file named _fata, this is the function itself; else it is made known here.
if [[ $funcstack[1] == _fata ]]; then _fata "$@"; else compdef _fata fata; fi

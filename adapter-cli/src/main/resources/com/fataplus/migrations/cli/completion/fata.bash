# Completion of fata's command lines in bash. In ~/.bashrc:  eval "$(fata completion bash)"

@COMMANDS@
# What may stand for a value of kind $1; the other words are the candidates themselves.
_fata_list() {
    local kind=$1
    shift
    case $kind in
        words) printf '%s\n' "$@" ;;
        files) compgen -f -- "$whole" ;;
        folders) compgen -d -- "$whole" ;;
        revisions | backups) "$program" "${config[@]}" __complete "$kind" 2>/dev/null ;;
    esac
}

_fata_candidates() {
    if [[ -z $option && $whole == -* ]]; then
        _fata_options "$path"
    elif [[ -z $option && -n $(_fata_subcommands "$path") ]]; then
        _fata_subcommands "$path"
    else
        _fata_list "${kind[@]}"
    fi
}

_fata() {
    local program=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} whole='' path='' option='' before='' word
    local -a words kind config=()
    COMPREPLY=()
    # Words end at blanks only: bash ends them at = : and @ too, and wants only what comes after the last of these.
    read -ra words <<<"$line"
    if [[ $line != *[[:blank:]] ]]; then
        whole=${words[-1]}
        unset 'words[-1]'
    fi
    local piece=${COMP_WORDS[COMP_CWORD]}
    [[ $piece != [=:@] ]] || piece=
    local cut=${whole%"$piece"}

    for word in "${words[@]:1}"; do
        case $option in
            '') ;;
            -c | --config) config=(--config "$word") option='' && continue ;;
            *) option='' && continue ;;
        esac
        case $word in
            --config=*) config=("$word") ;;
            -*=*) ;;
            -*) [[ -z $(_fata_values "$path" "$word") ]] || option=$word ;;
            *) ! _fata_subcommands "$path" | grep -q -e "^$word:" || path=${path:+$path }$word ;;
        esac
    done

    if [[ -z $option && $whole == --*=* ]]; then
        option=${whole%%=*}
        before=$option=
        whole=${whole#*=}
    fi
    read -ra kind <<<"$(_fata_values "$path" "$option")"
    if [[ ${kind[0]-} == revisions && $whole == *[:@]* ]]; then
        before+=${whole%"${whole##*[:@]}"}
        whole=${whole##*[:@]}
    fi
    while IFS= read -r word; do
        word=${word%%:*}
        if [[ $word == "$whole"* ]]; then
            word=$before$word
            COMPREPLY+=("${word#"$cut"}")
        fi
    done < <(_fata_candidates)
    [[ ${kind[0]-} != f* ]] || compopt -o filenames 2>/dev/null || true
}

complete -F _fata fata

# Completion of fata's command lines in fish. In ~/.config/fish/config.fish:  fata completion fish | source

# Prints the command typed so far, and in a second line the configuration it names.
function __fata_typed
    set -l path
    set -l config
    set -l option
    for word in (commandline -opc)[2..-1]
        if test -n "$option"
            contains -- "$option" -c --config; and set config $word
            set option
        else if string match -q -- '--config=*' $word
            set config (string replace -- '--config=' '' $word)
        else if contains -- $word $__fata_takes_value
            set option $word
        else if contains -- (string trim "$path $word") $__fata_commands
            set path (string trim "$path $word")
        end
    end
    printf '%s\n' "$path" "$config"
end

# Whether the command typed so far is this one.
function __fata_at
    set -l typed (__fata_typed)
    test "$typed[1]" = "$argv[1]"
end

# Candidates of a kind that only the moment knows.
function __fata_list
    set -l typed (__fata_typed)
    set -l word (commandline -ct)
    set -l before (string match -r -- '.*[:@]' (string replace -r -- '^--[a-z-]*=' '' $word))
    switch $argv[1]
        case files
            __fish_complete_path $word
        case folders
            __fish_complete_directories $word
        case '*'
            set -l config
            test -n "$typed[2]"; and set config --config $typed[2]
            command fata $config __complete $argv[1] 2>/dev/null | string replace ':' \t | string replace -r '^' -- "$before"
    end
end

complete -c fata -f
@COMMANDS@

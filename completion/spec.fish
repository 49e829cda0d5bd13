# Completion of "spec" (specwright) for fish. It asks "spec" itself, so it stays right when spec is updated.

function __spec_complete
    set -l before (commandline -opc)
    # Variables that are set for this one command: "CI=1 spec lint".
    while string match -qr -- '^\w+=' "$before[1]"
        set -e before[1]
    end
    set -l typed (commandline -ct | string unescape 2>/dev/null)
    set -l answer (command spec __complete "=$typed" $before[2..-1] 2>/dev/null </dev/null)
    # What stands before a path in the same word: "--schema=".
    set -l option (string match -r -- '^--[^=]+=' "$typed")
    set -l path (string replace -r -- '^--[^=]+=' '' "$typed")
    switch "$answer[1]"
        case files
            for found in (__fish_complete_path "$path")
                echo -- "$option$found"
            end
        case folders
            for found in (__fish_complete_directories "$path")
                echo -- "$option$found"
            end
        case '*'
            string join \n -- $answer[2..-1]
    end
end

complete -c spec -f -a '(__spec_complete)'

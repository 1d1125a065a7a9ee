"""`completion`: what a shell needs to complete what is typed after build.py.

click completes programs by their name. build.py has none, for it is run by some Python; so the shells are
told to complete for `python`, and to ask build.py itself where that is what Python runs.
"""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, site_option, told
from pressrum.edges.commands.words import argument, command, one_of
from pressrum.errors import BadValue, say

BASH = r"""_pressrum() {
    local IFS=' ' at=1 kind value
    [[ ${COMP_WORDS[0]##*/} == build.py ]] && at=0
    [[ ${COMP_WORDS[at]##*/} == build.py && $COMP_CWORD -gt $at ]] || return 0
    local words=("${COMP_WORDS[@]:at}") run=("${COMP_WORDS[@]:0:at+1}")
    run[0]=${run[0]/#\~/$HOME}
    while IFS=, read -r kind value; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
        esac
    done < <(env COMP_WORDS="${words[*]}" COMP_CWORD=$((COMP_CWORD - at)) \
        _BUILD_PY_COMPLETE=bash_complete "${run[@]}" 2>/dev/null)
}
complete -o bashdefault -o default -F _pressrum python python3 build.py
"""
ZSH = r"""_pressrum() {
    local -a plain described lines
    local at=2 kind value help
    [[ ${words[1]:t} == build.py ]] && at=1
    if [[ ${words[at]:t} != build.py ]] || (( CURRENT <= at )); then
        (( $+functions[_python] )) && _python || _default
        return
    fi
    lines=("${(@f)$(env COMP_WORDS="${words[at,-1]}" COMP_CWORD=$((CURRENT - at)) \
        _BUILD_PY_COMPLETE=zsh_complete ${~words[1,at]} 2>/dev/null)}")
    for kind value help in "${lines[@]}"; do
        case $kind in
            plain) [[ $help == _ ]] && plain+=("$value") || described+=("$value:$help") ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done
    (( $#described )) && _describe -V build.py described -U
    (( $#plain )) && compadd -U -V build.py -a plain
}
compdef _pressrum python python3 build.py
"""
FISH = r"""function __pressrum_complete
    set -l typed (commandline -opc)
    set -l run (string replace -r '^~' $HOME -- $typed[1]) $typed[2]
    env COMP_WORDS=(string join ' ' -- $typed[2..-1] (commandline -ct)) COMP_CWORD=(commandline -ct) \
        _BUILD_PY_COMPLETE=fish_complete $run 2>/dev/null | while read -l line
        set -l parts (string split -m 1 , -- $line)
        switch $parts[1]
            case plain
                echo $parts[2]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
        end
    end
end
function __pressrum_runs
    set -l typed (commandline -opc)
    string match -qr '(^|/)build\.py$' -- $typed[2]
end
for python in python python3
    complete -c $python -n __pressrum_runs -f -a '(__pressrum_complete)'
end
"""
SHELLS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


@command(
    "completion",
    say("Give what bash, zsh or fish needs to complete commands, meetings and addresses on the Tab key."),
    "source <(python build.py completion bash)",
    "source <(python build.py completion zsh)",
    "python build.py completion fish | source",
)
@argument("shell", say("SHELL"), required=False, shell_complete=one_of(SHELLS))
@site_option
@click.pass_obj
def this(desk: Desk, shell: str | None, site: Path | None) -> None:
    """Give the script for a shell."""
    with told(desk.request(site)):
        if shell not in SHELLS:
            raise BadValue(
                say('there is no help for the shell "{name}"', name=shell)
                if shell
                else say("the name of a shell is due"),
                say("write one of these: {names}", names=", ".join(SHELLS)),
            )
        click.echo(SHELLS[shell], nl=False)

#!/usr/bin/env bash
# Makes the screenshots: the real program, in tmux, in a real xterm, on an X server without a screen.
#
#     screenshots/make.sh [SHOT...]       all shots, or those named
#
# PROGRAM (.build/release/ses-browser) and LOG (Samples/inbound.ndjson) may be set from outside.
# Needs xvfb, xterm, x11-utils, imagemagick, tmux, and fonts that have the sample's scripts:
# fonts-dejavu-core, fonts-noto-cjk, fonts-tlwg-mono-ttf, fonts-symbola (`make screenshots` installs
# them). xterm finds the other fonts by itself, as long as no wide font is named.
set -euo pipefail
cd "$(dirname "$0")/.."

program=$(realpath "${PROGRAM:-.build/release/ses-browser}")
log=${LOG:-Samples/inbound.ndjson}
out=screenshots
font='DejaVu Sans Mono'

# Background, foreground, then red, green, yellow, blue, magenta, cyan.
dark='#16181d #d8dade #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2'
light='#fdfdfa #26282c #c9372c #3f8f3e #a06a00 #2f62d0 #98269b #017a9e'

# name        size     background  keys, as tmux names them; "..." waits a moment
shots='
list-80x24    80x24    dark        j j j j j
list-light    80x24    light       j j j j j
list-160x48   160x48   dark        j j j j j
filter-grid   80x24    dark        f Down Space Left Space j j j j Right Space
filter-wide   160x48   dark        f Down Space Left Space j j j j Right Space
query         80x24    dark        f f r o m : @ c o r p . e x a m p l e Space - s p a m : p a s s
statistics    80x24    dark        i ... j j
statistics-wide 160x48 dark        i ... Tab j j
guide         80x24    dark        f F1
columns       160x48   dark        : c o l u m n s Space t i m e Space v e r d i c t s Space f r o m Space r e c i p i e n t Space i p Space t o o k Space s u b j e c t Enter ... o v ... g ... C-g
headers       80x24    dark        j j j j j v Enter
headers-wide  160x48   dark        j j j j j v
raw-hostile   80x24    dark        / t e r m i n a l Enter v v v v Enter ... / t e r m i n a l Enter
regions       80x24    dark        : r e g i o n s Enter
broken        80x24    dark        : r e g i o n s Enter Enter Enter
deliveries    80x24    dark        / q u a r t e r l y Enter ... Enter
middle-60x18  60x18    dark        j j j j j
small-40x10   40x10    dark        j j
hostile       80x24    dark        / t e r m i n a l Enter
help          80x24    dark        ?
triage        80x24    dark        / l a s t Space a t t e m p t Enter ... t k + + + ...
triage-wide   160x48   dark        / l a s t Space a t t e m p t Enter ... t k ...
report        80x24    dark        : r e p o r t Enter ...
hand-over     100x26   dark        / l a s t Space a t t e m p t Enter ... > ...
content       100x30   dark        v v ... Enter ...
'

for command in Xvfb xterm xwininfo tmux import convert; do
    command -v "$command" > /dev/null || { echo "$command is missing; see the top of $0" >&2; exit 1; }
done
[ -x "$program" ] || { echo "$program is not there; make build" >&2; exit 1; }

folder=$(mktemp -d)
socket=$folder/tmux
server=
end() {
    tmux -S "$socket" kill-server 2> /dev/null || true
    if [ -n "$server" ]; then
        kill "$server" 2> /dev/null || true
        wait "$server" 2> /dev/null || true  # else the next server may get a display that is going
    fi
    rm -rf "$folder"
}
trap end EXIT

# The X server chooses a free display and tells its number. It must not start anew when the last
# window closes, or the next xterm may find it going.
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset 3> "$folder/display" 2> /dev/null &
server=$!

# until TRIES COMMAND: 50 tries are five seconds.
until_true() {
    local tries=$1
    shift
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

until_true 50 test -s "$folder/display" || { echo 'the X server did not start' >&2; exit 1; }
DISPLAY=:$(cat "$folder/display")
export DISPLAY
until_true 50 xwininfo -root > /dev/null 2>&1 || { echo "no X server at $DISPLAY" >&2; exit 1; }
export LANG=C.UTF-8 LC_ALL=C.UTF-8
unset TMUX NO_COLOR

cat > "$folder/tmux.conf" << 'END'
set -g status off
set -g default-terminal tmux-256color
set -g escape-time 0
END
tmux_() { tmux -S "$socket" -f "$folder/tmux.conf" "$@"; }
screen() { tmux_ capture-pane -p -t shot 2> /dev/null; }
shows_text() { screen | grep -q '[^[:space:]]'; }
is_attached() { [ -n "$(tmux_ list-clients -t shot 2> /dev/null)" ]; }

# Two looks a quarter of a second apart that agree.
is_quiet() {
    local before
    before=$(screen)
    sleep 0.25
    [ "$before" = "$(screen)" ]
}

window_of() { xwininfo -name "$1" 2> /dev/null | sed -n 's/.*Window id: \(0x[0-9a-f]*\).*/\1/p'; }
has_window() { [ -n "$(window_of "$1")" ]; }

# Makes a store in which some mails are decided, as if by hand.
decide() {
    local as query
    while read -r as query; do
        XDG_STATE_HOME=$folder/home "$program" decide --as "$as" --filter "$query" "$log" \
            > /dev/null 2>&1 || [ $? -eq 1 ]
    done << 'END'
spam spam:fail -"last attempt"
ham from:northwind.example | from:builds.example | from:monitor.example
spam from:@supplier.example | subject:"unusual activity"
ham spam:gray from:@garden.example
maybe spam:gray -from:@garden.example date:2026-11-16
END
}

shoot() {
    local name=$1 size=$2 background=$3
    shift 3
    local columns=${size%x*} rows=${size#*x} palette=$dark
    [ "$background" = dark ] || palette=$light
    local colours=() number=1 colour
    for colour in ${palette#* * }; do
        colours+=(-xrm "XTerm*color$number: $colour")
        number=$((number + 1))
    done
    colours+=(-bg "${palette%% *}" -fg "$(cut -d ' ' -f 2 <<< "$palette")")

    rm -rf "$folder/home"
    local shown=$log
    [ "$name" != content ] || shown=Tests/Fixtures/Mail/phish.eml
    case $name in triage* | report | hand-over) decide ;; esac
    tmux_ new-session -d -s shot -x "$columns" -y "$rows" \
        "exec env XDG_CONFIG_HOME='$folder/home' XDG_STATE_HOME='$folder/home' '$program' '$shown'"
    xterm -title "$name" -geometry "$size+20+20" -fa "$font" -fs 11 "${colours[@]}" -b 6 \
        -xrm 'XTerm*scrollBar: false' -xrm 'XTerm*boldColors: false' \
        -xrm 'XTerm*cursorBlink: false' -xrm 'XTerm*allowTitleOps: false' -xrm 'XTerm*utf8: 1' \
        -e tmux -S "$socket" attach -t shot &
    until_true 100 has_window "$name" || { echo "$name: xterm did not open" >&2; return 1; }
    until_true 100 is_attached || { echo "$name: tmux did not attach" >&2; return 1; }
    until_true 100 shows_text || { echo "$name: the program showed nothing" >&2; return 1; }
    until_true 20 is_quiet || true
    tmux_ send-keys -t shot C-g  # takes the message about what was read away, so that hints show
    for key in "$@"; do
        if [ "$key" = ... ]; then sleep 0.5; else tmux_ send-keys -t shot "$key"; fi
        sleep 0.05
    done
    sleep 0.3
    until_true 20 is_quiet || true
    # Drawn whole and at once, the same screen gives the same pixels.
    tmux_ refresh-client -t "$(tmux_ list-clients -t shot -F '#{client_name}')"
    sleep 0.3
    import -window "$(window_of "$name")" "$folder/$name.png"
    convert "$folder/$name.png" +repage -strip +dither -colors 32 \
        -define png:compression-level=9 PNG8:"$out/$name.png"
    tmux_ kill-session -t shot
    wait "$!" 2> /dev/null || true
    printf '%-14s %s\n' "$name" "$(identify -format '%wx%h, %b' "$out/$name.png")"
}

while read -r name size background keys; do
    [ -n "$name" ] || continue
    [ $# -eq 0 ] || [[ " $* " = *" $name "* ]] || continue
    set -f
    # shellcheck disable=SC2086
    shoot "$name" "$size" "$background" $keys < /dev/null
    set +f
done <<< "$shots"

# Compares what was reported with the marks of a case.
#
#   awk -v doc=NAME.md -v code=LP101 -f compare.awk part=1 map part=2 marks part=3 report.json
#
# Prints a line DOC:LINE: COMPLAINT for every difference; nothing when all is as marked. The report is JSON as the tool
# writes it: one field a line, those of a finding six blanks deep.

function value_of(line) {
    sub(/^[^:]*: /, "", line)
    sub(/,$/, "", line)
    if (line ~ /^"/) {
        line = substr(line, 2, length(line) - 2)
        gsub(/\\"/, "\"", line)
        gsub(/\\\\/, "\\", line)
    }
    return line
}

part == 1 { split($0, field, "\t"); base[field[1]] = field[2]; next }
part == 2 {
    split($0, field, "\t")
    marks++
    place[marks] = field[1]; line[marks] = field[2]; kind[marks] = field[3]
    mark_code[marks] = field[4]; text[marks] = field[5]
    next
}
/^    \{/ { findings++ }
/^      "path": / { path[findings] = value_of($0) }
/^      "line": / { at[findings] = value_of($0) }
/^      "code": / { found_code[findings] = value_of($0) }
/^      "severity": / { severity[findings] = value_of($0) }
/^      "message": / { message[findings] = value_of($0) }

function fits(f, m) {
    return path[f] ":" at[f] == place[m] && found_code[f] == mark_code[m] && severity[f] == kind[m] &&
           (text[m] == "" || index(message[f], text[m]))
}

function reported_at(place_of,   f, all) {
    for (f = 1; f <= findings; f++)
        if (path[f] ":" at[f] == place_of)
            all = all (all == "" ? "" : "; ") severity[f] " [" found_code[f] "] \"" message[f] "\""
    return all == "" ? "nothing" : all
}

END {
    for (m = 1; m <= marks; m++) {
        if (mark_code[m] != code) {
            print doc ":" line[m] ": the mark names " mark_code[m] ", the document is about " code
            continue
        }
        hit = 0
        for (f = 1; f <= findings; f++) {
            if (kind[m] == "miss" && path[f] ":" at[f] == place[m] && (text[m] == "" || index(message[f], text[m]))) {
                print doc ":" line[m] ": a miss is found now: \"" message[f] "\""
                known[f] = 1
            }
            if (fits(f, m))
                hit = known[f] = 1
        }
        if (!hit && kind[m] != "miss")
            print doc ":" line[m] ": expected " kind[m] " [" code "] \"" text[m] "\", reported: " reported_at(place[m])
    }
    for (f = 1; f <= findings; f++)
        if (!known[f])
            print doc ":" (path[f] in base ? base[path[f]] + at[f] : "?") ": not marked: " severity[f] " [" \
                  found_code[f] "] \"" message[f] "\" at " path[f] ":" at[f]
}

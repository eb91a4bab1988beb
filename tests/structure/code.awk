# C without its comments and literals: each line of code as FILE:LINE:TEXT, what stood in a comment, a string or a
# character constant blanked out. The name in an #include line stays.
FNR == 1 { in_comment = 0 }
{
    if (!in_comment && $0 ~ /^[ \t]*#[ \t]*include/) {
        sub(/\/\*.*|\/\/.*/, "")
        print FILENAME ":" FNR ":" $0
        next
    }
    code = ""
    rest = $0
    while (rest != "") {
        if (in_comment) {
            at = index(rest, "*/")
            if (!at)
                break
            in_comment = 0
            rest = substr(rest, at + 2)
        } else if (!match(rest, /\/\*|\/\/|"|'/)) {
            code = code rest
            break
        } else {
            token = substr(rest, RSTART, RLENGTH)
            code = code substr(rest, 1, RSTART - 1) " "
            rest = substr(rest, RSTART + RLENGTH)
            if (token == "//")
                break
            if (token == "/*")
                in_comment = 1
            else if (token == "'" && match(rest, /^([^'\\]|\\.)*'/))
                rest = substr(rest, RSTART + RLENGTH)
            else if (token == "\"" && match(rest, /^([^"\\]|\\.)*"/))
                rest = substr(rest, RSTART + RLENGTH)
            else
                break
        }
    }
    if (code ~ /[^ \t]/)
        print FILENAME ":" FNR ":" code
}

# Cuts the cases out of a check's document.
#
#   awk -v out=FOLDER -v doc=NAME.md -f split.awk NAME.md
#
# Writes the files of case N below out/N/files, and in out/N:
#   name   what the case is called: the heading above it and its line
#   marks  FILE:LINE, line of the document, kind (error warning note miss), code, text; between tabs
#   map    FILE and the line of the document before its first one; between tabs
#   wrong  complaints about the document itself
# Prints the number of cases.
#
# A case is one fenced block of Python, as main.py. Blocks of any language with title="PATH" are the files of one case as
# long as no heading, untitled block or file of the same name comes between them.

function start_case(line) {
    cases++
    delete files
    system("mkdir -p " out "/" cases "/files")
    print heading " (line " line ")" > (out "/" cases "/name")
    close(out "/" cases "/name")
    printf "" > (out "/" cases "/marks")
    printf "" > (out "/" cases "/map")
    printf "" > (out "/" cases "/wrong")
}

function complain(line, text) { print doc ":" line ": " text >> (out "/" cases "/wrong") }

function open_file(path, line) {
    if (path ~ /\//) {
        folder = path
        sub(/\/[^\/]*$/, "", folder)
        system("mkdir -p " out "/" cases "/files/" folder)
    }
    files[path] = 1
    file = path
    file_line = 0
    print path "\t" line >> (out "/" cases "/map")
    printf "" > (out "/" cases "/files/" path)
}

# The value of title="…" in the line that opens a fence; empty when there is none.
function title_of(fence) {
    if (!match(fence, /title="[^"]*"/))
        return ""
    return substr(fence, RSTART + 7, RLENGTH - 8)
}

function begin_block(fence, line,   title, language) {
    title = title_of(fence)
    language = substr(fence, 4)
    sub(/[ {].*/, "", language)
    in_block = 1
    file = ""
    if (title == "" && language != "python")
        return
    if (title != "" && (title !~ /^[A-Za-z0-9_.\/-]+$/ || title ~ /^\// || title ~ /(^|\/)\.\.?(\/|$)/)) {
        start_case(line)
        complain(line, "a title is the path of a file of the case")
        return
    }
    if (title == "" || !grouped || title in files)
        start_case(line)
    grouped = title != ""
    open_file(title == "" ? "main.py" : title, line)
}

# Every `# KIND: [CODE] "text"` of the line.
function read_marks(text,   kind, code, words) {
    while (match(text, /# (error|warning|note|miss): \[[^\]]*\]( "[^"]*")?/)) {
        mark = substr(text, RSTART + 2, RLENGTH - 2)
        text = substr(text, RSTART + RLENGTH)
        kind = mark
        sub(/:.*/, "", kind)
        code = mark
        sub(/^[^\[]*\[/, "", code)
        sub(/\].*/, "", code)
        words = ""
        if (match(mark, /"[^"]*"$/))
            words = substr(mark, RSTART + 1, RLENGTH - 2)
        print file ":" file_line "\t" NR "\t" kind "\t" code "\t" words >> (out "/" cases "/marks")
    }
}

BEGIN { heading = doc }

in_block && /^```[ \t]*$/ { in_block = 0; next }
in_block {
    if (file == "")
        next
    file_line++
    print >> (out "/" cases "/files/" file)
    if ($0 ~ /# *(error|warning|note|miss)[: ]/ && $0 !~ /# (error|warning|note|miss): \[LP[0-9]+\]/)
        complain(NR, "a mark reads like `# error: [LP101] \"text\"`")
    read_marks($0)
    next
}
/^```/ { begin_block($0, NR); next }
/^#/ { heading = $0; sub(/^#+ */, "", heading); grouped = 0 }

END { print cases + 0 }

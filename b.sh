cd /work/main
for i in 1 2 3 4 5 6; do
make -j4 BUILD=build/fixtures >/tmp/lp/log 2>&1 && { cp build/fixtures/loadpath /tmp/lp/loadpath; echo built; exit; }
if grep -q 'undefined reference to `toml_parse' /tmp/lp/log; then
 cc -D_GNU_SOURCE -Isrc -Iinclude -o /tmp/lp/loadpath build/fixtures/obj/src/cli/main.o /tmp/lp/stub.c build/fixtures/libloadpath.a -lpcre2-8 -llmdb -lxxhash -ljansson -pthread -lm && { echo built with stub; exit; }
fi
tail -3 /tmp/lp/log; sleep 15
done
exit 1

# Loadpath. `make help` lists what can be made and the switches.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# All cores; a -j on the command line goes before.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif

# ---- switches ------------------------------------------------------------------------------------------------------

PREFIX     ?= /usr/local
WERROR     ?=
SANITIZE   ?=
STATIC     ?=
LTO        ?=
FAIL_ALLOC ?=
DEPS       ?=
V          ?=
export DEPS CC

comma := ,
sanitizers := $(subst $(comma), ,$(SANITIZE))

# Builds that cannot share objects stand apart: build/san-address-undefined, build/fail-alloc, …
variant := $(if $(SANITIZE),/san-$(subst $(comma),-,$(SANITIZE)))$(if $(FAIL_ALLOC),/fail-alloc)
BUILD   := build$(variant)
gen     := $(BUILD)/gen

Q   := $(if $(V),,@)
say  = $(if $(V),,@printf '  %-5s %s\n' '$1' '$2')

# ---- flags ---------------------------------------------------------------------------------------------------------

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wundef -Wvla \
            $(if $(WERROR),-Werror)
CFLAGS   ?= $(if $(SANITIZE),-O1,-O2) -g

cppflags  = -D_GNU_SOURCE -Isrc -Iinclude -I$(gen) $(PKG_CFLAGS) $(if $(FAIL_ALLOC),-DLP_FAIL_ALLOC) $(CPPFLAGS)
cflags    = -std=c17 $(CFLAGS) -fvisibility=hidden $(WARNINGS) $(instrument) $(if $(LTO),-flto)
# What only some sources get. tree-sitter's header is seen by one folder, and by the bench that measures against a bare
# parse; cmocka hands every test a state that few use.
local_flags = $(if $(filter src/syntax/% tests/bench/%,$<),$(ts_include)) \
              $(if $(filter tests/%,$<),$(CMOCKA_CFLAGS) -Wno-unused-parameter)

ldflags   = $(instrument) $(if $(LTO),-flto $(CFLAGS)) $(LDFLAGS)
libraries = $(if $(STATIC),$(PKG_STATIC_LIBS),$(PKG_LIBS)) -pthread -lm

instrument := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
              $(if $(filter undefined,$(sanitizers)),-fno-sanitize-recover=undefined)

# The thread sanitizer of older compilers does not start where the kernel spreads addresses too far: run without that.
fixed_addresses = $(shell setarch -R true 2>/dev/null && echo setarch -R)

clang := $(findstring clang,$(CC))
AR    := $(if $(LTO),$(if $(clang),llvm-ar,gcc-ar),ar)

# ---- what is needed from outside -----------------------------------------------------------------------------------

# build/deps.mk is the proof that the libraries are there, and says how to use them. Make makes it before anything
# else, and again when one of the libraries' own pkg-config files changes or goes.
deps_mk := build/deps.mk
standalone := help clean distclean format new-check

ifneq ($(filter-out $(standalone),$(or $(MAKECMDGOALS),all)),)
include $(deps_mk)
endif

$(deps_mk): grammars/deps.sh $(deps_files)
	@sh grammars/deps.sh build grammars
	@mkdir -p $(@D)
	@sh grammars/deps.sh --flags >$@.new && mv $@.new $@

$(deps_files):

# ---- sources -------------------------------------------------------------------------------------------------------

programs    := src/cli/main.c src/cli/pack.c
lib_sources := $(filter-out $(programs),$(sort $(wildcard src/*/*.c)))

# A check is a folder checks/GROUP/NAME with something in it. Its NAME.c and NAME.md must be there, or make says so.
check_ids     := $(sort $(patsubst checks/%/,%,$(dir $(filter-out checks/models/%,$(wildcard checks/*/*/*)))))
check_sources := $(foreach id,$(check_ids),checks/$(id)/$(notdir $(id)).c)
check_docs    := $(check_sources:.c=.md)
models        := $(sort $(wildcard checks/models/*.pyi))

object = $(patsubst %.c,$(BUILD)/obj/%.o,$1)

# The tables made of the folders need the header that says what a check is.
gen_objects := $(if $(wildcard src/check/check.h),$(addprefix $(BUILD)/obj/gen/,check_registry.o check_docs.o \
                 check_texts.o)) $(BUILD)/obj/gen/models_pack.o
lib_objects := $(call object,$(lib_sources) $(check_sources)) $(gen_objects)

compile_flags_file := $(gen)/compile-flags
link_flags_file    := $(gen)/link-flags
objects_file       := $(gen)/objects

include grammars/grammars.mk

define compile
$(call say,CC,$<)
$(Q)mkdir -p $(@D)
$(Q)$(CC) $(cppflags) $(cflags) $(local_flags) -MMD -MP -c $< -o $@
endef

# ---- the program and the library -----------------------------------------------------------------------------------

binary  := $(BUILD)/loadpath
library := $(BUILD)/libloadpath.a

.PHONY: all
all: $(library) $(if $(wildcard src/cli/main.c),$(binary)) ## the program, build/loadpath (the default)

$(binary): $(call object,src/cli/main.c) $(library) $(link_flags_file)
	$(call say,LINK,$@)
	$(Q)$(CC) $(ldflags) $(if $(STATIC),-static) -o $@ $< $(library) $(libraries)

$(library): $(lib_objects) $(grammar_objects) $(objects_file)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) qcs $@ $(filter %.o,$^)

$(call object,$(programs) $(lib_sources) $(check_sources)): $(BUILD)/obj/%.o: %.c $(compile_flags_file) | $(modules_have)
	$(compile)

$(BUILD)/obj/gen/check_registry.o $(BUILD)/obj/gen/check_docs.o: $(BUILD)/obj/gen/%.o: $(gen)/%.c $(compile_flags_file)
	$(compile)

$(BUILD)/obj/gen/check_texts.o $(BUILD)/obj/gen/models_pack.o: $(BUILD)/obj/gen/%.o: $(gen)/%.S $(compile_flags_file)
	$(call say,AS,$<)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -c $< -o $@

# ---- generated files: rewritten only when their content changes ------------------------------------------------------

FORCE:
.PHONY: FORCE

# $(call replace,FILE) puts FILE.new in the place of FILE unless they are the same.
replace = if cmp -s $1.new $1; then rm $1.new; else mv $1.new $1; fi

# Objects are rebuilt when the compiler or its flags change, programs relinked when theirs do, the library when a source
# comes or goes. A compiler that is named for the first time may have to be installed.
$(compile_flags_file): FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(CC) $(cppflags) $(cflags)' >$@.new
	@cmp -s $@.new $@ || sh grammars/deps.sh build
	@$(call replace,$@)

$(link_flags_file): FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(CC) $(ldflags) $(if $(STATIC),-static) $(libraries)' >$@.new; $(call replace,$@)

$(objects_file): FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(lib_objects) >$@.new; $(call replace,$@)

identifier = $(subst -,_,$(subst /,_,$1))

$(gen)/check_registry.c: FORCE
	@mkdir -p $(@D)
	@{ echo '/* Generated by the Makefile from the folders of checks/. */'; \
	   echo '#include <stddef.h>'; \
	   echo '#include "check/check.h"'; \
	   for check in $(call identifier,$(check_ids)); do echo "extern const struct check check_$$check;"; done; \
	   echo 'const struct check *const check_registry[] = {'; \
	   for check in $(call identifier,$(check_ids)); do echo "    &check_$$check,"; done; \
	   echo '    NULL};'; \
	   echo 'const unsigned check_registry_count = $(words $(check_ids));'; } >$@.new; $(call replace,$@)

# The text of every NAME.md: the bytes in check_texts, the table over them in check_docs.
$(gen)/check_docs.c: $(check_docs) FORCE
	@mkdir -p $(@D)
	@{ echo '/* Generated by the Makefile from checks/GROUP/NAME/NAME.md. */'; \
	   echo '#include <stddef.h>'; \
	   echo '#include "check/check.h"'; \
	   $(foreach id,$(check_ids),echo 'extern const char check_text_$(call identifier,$(id))[];'; ) \
	   echo 'const struct check_doc check_docs[] = {'; \
	   $(foreach id,$(check_ids),echo "    {\"$(id)\", check_text_$(call identifier,$(id)), $$(wc -c <checks/$(id)/$(notdir $(id)).md)},"; ) \
	   echo '    {NULL, NULL, 0}};'; \
	   echo 'const unsigned check_docs_count = $(words $(check_ids));'; } >$@.new; $(call replace,$@)

$(gen)/check_texts.S: FORCE
	@mkdir -p $(@D)
	@{ echo '    .section .rodata'; \
	   $(foreach id,$(check_ids),$(call embed,check_text_$(call identifier,$(id)),checks/$(id)/$(notdir $(id)).md) ) \
	   $(end_of_assembly) } >$@.new; $(call replace,$@)

$(BUILD)/obj/gen/check_texts.o: $(check_docs)

# $(call embed,SYMBOL,FILE): the bytes of FILE at SYMBOL, hidden, followed by a zero.
embed = echo '    .balign 16'; echo '    .globl $1'; echo '    .hidden $1'; echo '$1:'; \
        echo '    .incbin "$2"'; echo '    .byte 0';
end_of_assembly = echo '    .section .note.GNU-stack,"",%progbits';

# ---- library models: lowered by a first-stage program, embedded in the second ------------------------------------------

pack_program := $(BUILD)/loadpath-pack
pack_objects := $(call object,src/cli/pack.c $(filter src/base/% src/finding/% src/facts/% src/syntax/%,$(lib_sources)))
models_bin   := $(gen)/models.bin

$(pack_program): $(pack_objects) $(grammar_objects) $(link_flags_file)
	$(call say,LINK,$@)
	$(Q)$(CC) $(ldflags) -o $@ $(filter %.o,$^) $(libraries)

# The list of models is a prerequisite too: a stub that goes must leave the pack.
$(gen)/models-list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(models) >$@.new; $(call replace,$@)

$(models_bin): $(gen)/models-list $(models) $(if $(wildcard src/cli/pack.c),$(pack_program))
	$(call say,PACK,checks/models)
	$(Q)$(if $(wildcard src/cli/pack.c),$(if $(filter thread,$(sanitizers)),$(fixed_addresses)) $(pack_program) $@ $(models),: >$@)

$(gen)/models_pack.S: FORCE
	@mkdir -p $(@D)
	@{ echo '    .section .rodata'; \
	   echo '    .balign 16'; \
	   echo '    .globl models_pack, models_pack_end'; \
	   echo '    .hidden models_pack, models_pack_end'; \
	   echo 'models_pack:'; \
	   echo '    .incbin "$(models_bin)"'; \
	   echo 'models_pack_end:'; \
	   echo '    .byte 0'; \
	   $(end_of_assembly) } >$@.new; $(call replace,$@)

$(BUILD)/obj/gen/models_pack.o: $(models_bin)

# ---- running it ----------------------------------------------------------------------------------------------------

REPO ?= $(or $(wildcard fixtures/fastapi_shop),$(firstword $(sort $(wildcard fixtures/*/))))

.PHONY: audit
audit: all ## analyse REPO=PATH (default: a fixture)
	@$(if $(REPO),,echo "loadpath: say what to analyse: make audit REPO=PATH" >&2; exit 1)
	@$(binary) check --exit-zero "$(REPO)"

# The installed library is one object in which only the public names are left, so that ours cannot clash with those of
# the program that links it. (With LTO the objects hold no code yet: the library goes as it is.)
installed := $(BUILD)/installed

.PHONY: install
install: all ## the program, the header and the library, under DESTDIR and PREFIX (/usr/local)
	$(Q)mkdir -p $(installed) && cp $(library) $(installed)/
ifeq ($(LTO),)
	$(Q)ld -r --whole-archive $(library) -o $(installed)/loadpath.o && objcopy --localize-hidden $(installed)/loadpath.o
	$(Q)rm $(installed)/libloadpath.a && ar qcs $(installed)/libloadpath.a $(installed)/loadpath.o
endif
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib
	install -m 755 $(binary) $(DESTDIR)$(PREFIX)/bin/loadpath
	install -m 644 include/loadpath.h $(DESTDIR)$(PREFIX)/include/loadpath.h
	install -m 644 $(installed)/libloadpath.a $(DESTDIR)$(PREFIX)/lib/libloadpath.a

# ---- tests ---------------------------------------------------------------------------------------------------------

# tests/unit/NAME_test.c is one cmocka program; other files beside it are linked into each.
unit_sources  := $(sort $(wildcard tests/unit/*_test.c))
unit_support  := $(filter-out $(unit_sources),$(sort $(wildcard tests/unit/*.c)))
unit_programs := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(unit_sources))
fuzz_sources  := $(sort $(wildcard tests/fuzz/*_fuzz.c))
fuzz_programs := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(fuzz_sources))
bench_program := $(if $(wildcard tests/bench/bench.c),$(BUILD)/bench)
test_sources  := $(unit_sources) $(unit_support) $(fuzz_sources) $(if $(bench_program),tests/bench/bench.c)

$(call object,$(test_sources)): $(BUILD)/obj/%.o: %.c $(compile_flags_file) | $(modules_have)
	$(compile)

$(unit_programs): $(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(call object,$(unit_support)) $(library) $(link_flags_file)
	$(call say,LINK,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ldflags) -o $@ $(filter %.o,$^) $(library) $(PKG_LIBS) $(CMOCKA_LIBS) -pthread -lm

.PHONY: tests
tests: all $(unit_programs) $(bench_program) ## build everything that `make test` runs, run nothing

# The faults driver wants the allocator that fails on demand.
.PHONY: test-builds
test-builds: tests
	$(if $(FAIL_ALLOC),,$(if $(wildcard tests/faults/run),$(Q)$(MAKE) --no-print-directory FAIL_ALLOC=1 all))

.PHONY: test
test: test-builds ## structure, units, and every tests/*/run; UPDATE=1 rewrites the expected output
	@tests/run-tests --structure $(TEST_FLAGS) $(BUILD)

SANITIZERS := address,undefined thread

.PHONY: test-sanitize
test-sanitize: ## units and drivers under the address, undefined and thread sanitizers
	$(Q)set -e; for s in $(SANITIZERS); do $(MAKE) --no-print-directory SANITIZE=$$s \
	   $(if $(filter --units,$(TEST_FLAGS)),tests,test-builds); done
	@$(fixed_addresses) tests/run-tests $(TEST_FLAGS) $(addprefix build/san-,$(subst $(comma),-,$(SANITIZERS)))

.PHONY: check-layers check-headers
check-layers: $(library) ## who may include, call and export what
	@BUILD=$(BUILD) tests/structure/check-layers
check-headers: $(deps_mk) ## every header compiles alone and opens with its contract
	@BUILD=$(BUILD) tests/structure/check-headers

FUZZ_SECONDS ?= 60

.PHONY: fuzz fuzz-programs
fuzz: ## build tests/fuzz/*_fuzz.c with clang and run each for FUZZ_SECONDS
	@sh grammars/deps.sh fuzz
	$(Q)$(MAKE) --no-print-directory CC=clang SANITIZE=fuzzer-no-link,address,undefined BUILD=build/fuzz fuzz-programs
	@FUZZ_SECONDS=$(FUZZ_SECONDS) BUILD=build/fuzz tests/structure/run-fuzz
fuzz-programs: $(fuzz_programs)

$(fuzz_programs): $(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(library) $(link_flags_file)
	$(call say,LINK,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ldflags) -fsanitize=fuzzer -o $@ $< $(library) $(PKG_LIBS) -pthread -lm

.PHONY: bench
bench: $(bench_program) ## our time on REPO=PATH against a bare parse of the same files
	@$(BUILD)/bench $(REPO)

$(BUILD)/bench: $(BUILD)/obj/tests/bench/bench.o $(library) $(link_flags_file)
	$(call say,LINK,$@)
	$(Q)$(CC) $(ldflags) -o $@ $< $(library) $(PKG_LIBS) -pthread -lm

# ---- for those who work on it ----------------------------------------------------------------------------------------

.PHONY: new-check
new-check: ## start a check: ID=group/name CODE=LPnnn
	@tests/structure/new-check '$(ID)' '$(CODE)'

database_sources := $(wildcard $(programs)) $(lib_sources) $(check_sources) $(test_sources)

.PHONY: compile_commands.json
compile_commands.json: $(modules_have) ## for clangd and friends
	@{ $(foreach f,$(database_sources),printf '{"directory": "%s", "file": "%s", "command": "%s"},\n' '$(CURDIR)' '$f' \
	   '$(strip $(CC) $(cppflags) $(ts_include) $(cflags)) -c $f';) } | sed '1s/^/[/; $$s/,$$/]/' >$@
	@echo "  GEN   $@"

.PHONY: format
format: ## clang-format over our C
	@sh grammars/deps.sh format
	$(Q)clang-format -i $(wildcard include/*.h src/*/*.[ch] checks/*/*/*.c tests/*/*.[ch])

.PHONY: deps
deps: $(deps_mk) $(modules_have) ## install what is missing, build nothing

.PHONY: clean distclean
clean: ## remove what was built; keep the grammars' sources, so that building again needs no network
	rm -rf build compile_commands.json
distclean: clean ## and remove the grammars' sources
	rm -rf $(modules)

.PHONY: help
help: ## this
	@echo "Targets:"
	@sed -n 's/^\([a-z_.-]*\):[^#]*## /\1\t/p' Makefile | while IFS='	' read -r name text; do \
	   printf '  %-22s %s\n' "$$name" "$$text"; done
	@printf '%s\n' "Switches:" \
	   "  REPO=PATH              what audit and bench read" \
	   "  DEPS=system            install nothing; say what is missing and stop" \
	   "  CC=clang               another compiler" \
	   "  WERROR=1               warnings are errors (developers and CI)" \
	   "  SANITIZE=LIST          address,undefined or thread; objects apart, in build/san-LIST" \
	   "  FAIL_ALLOC=1           an allocator that fails on demand; objects apart, in build/fail-alloc" \
	   "  STATIC=1               link the program statically" \
	   "  LTO=1                  optimise across files" \
	   "  CFLAGS= CPPFLAGS= LDFLAGS=   as everywhere" \
	   "  PREFIX= DESTDIR=       where install puts things" \
	   "  TEST_FLAGS=--units     test and test-sanitize leave out the drivers" \
	   "  UPDATE=1               test rewrites the expected output" \
	   "  FUZZ_SECONDS=60        how long each fuzz target runs" \
	   "  V=1                    show the commands"

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

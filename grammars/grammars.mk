# The tree-sitter runtime and the grammars: fetched by npm as package-lock.json pins them, compiled here, never committed.
# Included by the Makefile. To add a grammar: add the package to package.json, renew the lock file, add a line below.

modules      := grammars/node_modules
modules_have := $(modules)/.package-lock.json
ts_lib       := $(modules)/tree-sitter/vendor/tree-sitter/lib
ts_include   := -isystem $(ts_lib)/include

grammar_python := $(modules)/tree-sitter-python/src
grammar_toml   := $(modules)/@tree-sitter-grammars/tree-sitter-toml/src
grammar_names  := python toml

grammar_objects := $(BUILD)/grammars/runtime.o \
                   $(foreach g,$(grammar_names),$(BUILD)/grammars/$g-parser.o $(BUILD)/grammars/$g-scanner.o)

# Other people's code: optimised, without our warnings, its symbols hidden; of the sanitizers all but "undefined".
grammar_flags := -std=gnu11 -O3 -w -fPIC -fvisibility=hidden -DTREE_SITTER_HIDE_SYMBOLS -DTREE_SITTER_HIDDEN_SYMBOLS \
                 $(addprefix -fsanitize=,$(filter-out undefined,$(sanitizers)))

grammar_flags_file := $(gen)/grammar-flags

$(grammar_flags_file): $(compile_flags_file) FORCE
	@printf '%s\n' '$(CC) $(grammar_flags)' >$@.new; $(call replace,$@)

# npm writes this file last. The archives are checked against the hashes of the lock file; no script of theirs runs.
$(modules_have): grammars/package-lock.json grammars/package.json
ifeq ($(DEPS),system)
	@echo "loadpath: grammars/node_modules is missing or older than its lock file: run 'npm ci --ignore-scripts' in grammars/, or make without DEPS=system" >&2; exit 1
else
	@sh grammars/deps.sh npm
	@echo "loadpath: installing with npm: the tree-sitter runtime and grammars, into grammars/node_modules"
	$(Q)cd grammars && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error </dev/null
	$(Q)touch $@
endif

$(BUILD)/grammars/runtime.o: $(modules_have) $(grammar_flags_file)
	$(call say,CC,tree-sitter)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(grammar_flags) -I$(ts_lib)/include -I$(ts_lib)/src -c $(ts_lib)/src/lib.c -o $@

# One rule a source file: grammar name, "parser" or "scanner".
define grammar_rule
$(BUILD)/grammars/$1-$2.o: $(modules_have) $(grammar_flags_file)
	$$(call say,CC,tree-sitter-$1 $2)
	$$(Q)mkdir -p $$(@D)
	$$(Q)$$(CC) $$(grammar_flags) -I$(grammar_$1) -c $(grammar_$1)/$2.c -o $$@
endef
$(foreach g,$(grammar_names),$(foreach s,parser scanner,$(eval $(call grammar_rule,$g,$s))))

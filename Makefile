# Meson builds Ibid; these targets do the set-up around it. `make` alone lists them.

PREFIX ?= /usr/local
SANITIZE ?=
SUITE ?=
FILE ?=
ESSAYS ?= 200
FORMAT ?=
FUZZ ?=
FUZZ_SECONDS ?= 600
NEWEST ?= forky
DOCUMENTS ?=
FORCE ?=
DEVEL ?=
export DEVEL PREFIX SANITIZE SUITE FILE ESSAYS FORMAT FUZZ FUZZ_SECONDS DOCUMENTS

.PHONY: help run check check-debian13 check-newest release-check fidelity fuzz bench train flatpak screenshots format install clean
.NOTPARALLEL:

help: ## List the targets (this is the default)
	@echo 'Ibid: make TARGET, where TARGET is one of'
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

run: ## Build and open the window; FILE=path opens that file. Without a display: a picture of it
	@tests/tools/run.sh

check: ## Build and run every test; SANITIZE=1 with ASan and UBSan; SUITE=name one suite only
	@tests/tools/check.sh

check-debian13: ## The same on Debian 13, in _roots/, as root; FORCE=1 makes that root anew
	@tests/tools/check-in-root.sh trixie $(if $(FORCE),--force)

check-newest: ## The same with the newest GNOME, of the Debian that NEWEST=forky names
	@tests/tools/check-in-root.sh $(NEWEST) $(if $(FORCE),--force)

release-check: ## Is the tree fit for a release: catalogues, glossaries, metainfo
	@tests/tools/release-check.sh

fidelity: ## Import 200 random essays in every format and compare them; ESSAYS=n FORMAT=name
	@tests/tools/fidelity.sh

fuzz: ## Run each fuzz target for FUZZ_SECONDS=600 with libFuzzer; FUZZ=name one only
	@tests/tools/fuzz.sh

bench: ## Build for release and print the measurements
	@tests/tools/bench.sh

train: ## Learn the labeller of references again, from the gold of the corpus
	@tests/tools/train.sh

flatpak: ## Build the Flatpak, install it into _flatpak/ and test it in its sandbox; DEVEL=1 the one for development
	@tests/tools/flatpak.sh

screenshots: ## Take the pictures of the metainfo, in build/screenshots/
	@tests/tools/screenshots.sh

format: ## Format the C sources as the check wants them
	@tests/tools/setup.sh format
	@tests/checks/format.sh . --fix

install: ## Build for release and install; PREFIX=/usr/local, DESTDIR=
	@tests/tools/install.sh

clean: ## Remove the build folders, but not the roots and the Flatpak
	rm -rf build build-sanitize build-fuzz build-bench build-install build-train
	rm -rf _roots/*/build _roots/*/build-sanitize

# The common commands; without make, see "Without make" in README.md.
#   make            build the site into output/       make test    set up and run all tests
#   make NOW=2016-11-28T10:00 OUTPUT=then             the site as it stood then, into another folder
SITE ?= .
OUTPUT ?= $(SITE)/output
NOW ?=

# What people typed reaches the commands as it stands, with its $ and its quotation marks.
TYPED := TITLE DISTRICT DATE TIME PLACE FROM WHAT
$(foreach name,$(TYPED),$(eval override $(name) := $$(value $(name))))
export $(TYPED)

# What Python has compiled is kept, whatever a machine is set to: else each command compiles the whole program again.
unexport PYTHONDONTWRITEBYTECODE

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif

OFFICE := serve new-release new-meeting status next check-site check-links forget recover
.PHONY: build $(OFFICE) test torture audit bench lint format check catalogues fields screenshots lock accept clean

build: .venv/run.stamp
	@$(BIN)/python build.py build --site "$(SITE)" --output "$(OUTPUT)" $(if $(NOW),--now "$(NOW)")

# The site while you write: make serve   make serve NOW=2016-12-24T09:00
serve: .venv/run.stamp
	@$(BIN)/python build.py serve --site "$(SITE)" $(if $(NOW),--now "$(NOW)")

status next: .venv/run.stamp
	@$(BIN)/python build.py $@ --site "$(SITE)" $(if $(NOW),--now "$(NOW)")

# The beginning of a release: make new-release TITLE="Öppet möte i Farsta"
new-release: .venv/run.stamp
	@$(BIN)/python build.py new release --site "$(SITE)" -- "$$TITLE"

# A meeting in tour.yaml: make new-meeting DISTRICT=Farsta DATE="14 dec 2016" TIME=18.00 PLACE="Farsta gård"
new-meeting: .venv/run.stamp
	@$(BIN)/python build.py new meeting --site "$(SITE)" --time "$$TIME" --place "$$PLACE" -- "$$DISTRICT" "$$DATE"

# Take something out of the public record: make forget WHAT=/om/   make forget WHAT="meeting sodermalm"
forget: .venv/run.stamp
	@set -f; $(BIN)/python build.py forget $$WHAT --site "$(SITE)"

# What a build checks, without building; check-links asks other sites too (plain check is for who works on the program).
check-site: .venv/run.stamp
	@$(BIN)/python build.py check --site "$(SITE)"

check-links: .venv/run.stamp
	@$(BIN)/python build.py check --external --site "$(SITE)"

# A lost public record from the published site: make recover FROM=output
recover: .venv/run.stamp
	@$(BIN)/python build.py recover "$$FROM" --site "$(SITE)"

# One process more than there are processors: browsers and hosts are waited for.
test: .venv/test.stamp
	$(BIN)/python -m pytest -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist loadfile

# What takes minutes: every pair of signs, hundreds of spoilt sites, 200 builds killed, disks filled,
# and each page where make test judges one of each kind.
torture: .venv/test.stamp
	$(BIN)/python -m pytest -n auto --dist loadfile -m torture

# Known holes in any library, by the advisories of PyPI; --strict, for without it a look-up that failed is a pass.
audit: .venv/test.stamp
	$(BIN)/python -m pip_audit --strict --require-hashes --disable-pip -r requirements/test.txt

# Rewrite what the golden sites under tests/cases are expected to give; read the diff before you commit it.
accept: .venv/test.stamp
	ACCEPT=1 $(BIN)/python -m pytest tests/test_cases.py

lint: .venv/test.stamp
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

format: .venv/test.stamp
	$(BIN)/python -m ruff format .
	$(BIN)/python -m ruff check --fix .

check: lint test

catalogues: .venv/test.stamp
	$(BIN)/python tools/catalogues.py

# docs/fields.md, and what editors are told of the sample's files, after a change in pressrum/fields/.
fields: .venv/test.stamp
	PYTHONPATH=. $(BIN)/python tools/fields.py
	$(BIN)/python build.py schema --write

# The pictures in the README, of the sample as it stood when the tour was announced.
screenshots: .venv/test.stamp
	PYTHONPATH=. $(BIN)/python tools/screenshots.py

# New versions of the libraries, with their hashes.
LOCK = $(BIN)/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url pyproject.toml
lock: .venv/test.stamp
	$(LOCK) -o requirements/run.txt
	$(LOCK) --group test -o requirements/test.txt
	$(LOCK) --group bench -o requirements/bench.txt

clean:
	rm -rf .venv output

# What was typed and is none of all this; make itself adds what that was.
.DEFAULT:
	@echo "make has no such command. There are: make $(foreach name,$(OFFICE),| make $(name))" >&2; exit 2

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "pressrum needs Python 3.11 or later")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }

.venv/run.stamp: requirements/run.txt | .venv/pyvenv.cfg
	@echo "Installing what pressrum needs into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

.venv/test.stamp: requirements/test.txt | .venv/run.stamp
	@echo "Installing what the tests need into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

# Measurements, never part of the tests: five thousand meetings, a thousand releases, a save in the preview,
# and builds of up to ten thousand releases beside Hugo and Pelican (this takes a quarter of an hour).
bench: .venv/bench.stamp
	PYTHONPATH=. $(BIN)/python tests/bench/calendars.py
	PYTHONPATH=. $(BIN)/python tests/bench/search.py
	PYTHONPATH=.:tests $(BIN)/python tests/bench/preview.py
	PYTHONPATH=. $(BIN)/python tests/bench/builds.py

.venv/bench.stamp: requirements/bench.txt | .venv/test.stamp
	@echo "Installing what is measured against into .venv/bench ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--upgrade --target .venv/bench -r requirements/bench.txt
	@touch $@

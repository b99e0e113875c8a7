# The front door. Everything here is one command you could type yourself.
.DEFAULT_GOAL := help
.PHONY: help test verify fmt docs demo image

major ?= 15

help: ## show this
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r target what; do \
	    printf '  make %-8s %s\n' "$$target" "$$what"; done

test: ## the tests that need no PostgreSQL server, in seconds
	./mvnw -pl domain,application,adapter-filesystem,adapter-cli test

verify: ## everything: compile, walls, format, all tests against PostgreSQL
	./mvnw verify

fmt: ## apply the formatter
	./mvnw -q spotless:apply

docs: ## write docs/commands.md anew from the commands' own help
	./mvnw -q -pl adapter-cli -am test -Dtest=CommandReferenceTest -Dsurefire.failIfNoSpecifiedTests=false \
	    -Dfata.docs=write

demo: ## a PostgreSQL of its own, migrated up and down before your eyes
	./fata demo

image: ## Docker image fata/postgres for Testcontainers, made without a registry (major=15)
	tools/postgres-image $(major)

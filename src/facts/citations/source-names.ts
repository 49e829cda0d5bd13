/**
 * Endings of files that repositories hold: code, data, settings, documents, pictures. A name with one of them is a file's; of
 * any other ("obj.prop", "v1.2", "tool.start") that is open.
 */
const ENDINGS = new Set(
  (
    'adoc asm astro avif avsc awk bash bat bazel bicep bzl c cc cfg cjs clj cljs cmake cmd conf cpp cs csproj css csv cts cu cue ' +
    'cxx d dart dhall diff editorconfig el elm env erl ex exs fish fs fsx gif go gql gradle graphql groovy h hbs hcl hh hpp hrl ' +
    'hs htm html ico inc ini ipynb j2 java jl js json json5 jsonc jsonl jsx kt kts less lhs lock lua m markdown md mdc mdx mjs ml ' +
    'mli mm mod mts nim nix nu odin patch php pl plist plsql pm png po prisma properties proto ps1 psm1 py pyi pyx r rake rb re ' +
    'res rkt rs rst sass sbt scala scm scss sh sln snap sol sql sum svelte svg swift tcl tex tf tfvars thrift toml tpl ts tsv tsx ' +
    'txt v vb vhd vhdl vim vue wasm wat webp xml xsd xsl yaml yml zig zsh'
  ).split(' '),
)

/** Names of files that have no ending, or are nothing but one. Case counts: `build` is a word like any other. */
const NAMES = new Set(
  (
    '.babelrc .bazelrc .browserslistrc .clang-format .dockerignore .editorconfig .env .eslintignore .eslintrc .gitattributes ' +
    '.gitignore .gitmodules .mailmap .node-version .npmignore .npmrc .nvmrc .prettierignore .prettierrc .python-version ' +
    '.ruby-version .tool-versions .yarnrc AUTHORS BUILD Brewfile CHANGELOG CODEOWNERS CONTRIBUTING COPYING Caddyfile ' +
    'Containerfile Dockerfile Earthfile Fastfile GNUmakefile Gemfile Guardfile Jenkinsfile Justfile LICENSE Makefile NOTICE ' +
    'Pipfile Podfile Procfile README Rakefile Tiltfile VERSION Vagrantfile WORKSPACE justfile makefile'
  ).split(' '),
)

/** Whether a name is surely the name of a file: by its ending, or because it is well known. */
export function isFileName(name: string): boolean {
  const ending = /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  return (ending !== undefined && ENDINGS.has(ending)) || NAMES.has(name)
}

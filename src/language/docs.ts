import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS, WRITTEN_OUT } from "./cel/types.ts";
import { formatDiagnostic } from "./format-diagnostic.ts";
import { experienceJsonSchema } from "./json-schema.ts";
import { readExperience } from "./read.ts";
import { ABOUT, ABOUT_VALUE, ENTRIES, type Section, VALUE } from "./schema.ts";
import { KEYS_OF_KIND, KINDS } from "./schema-promise.ts";
import { keysOf } from "./schema-walk.ts";
import { type Code, WORDS } from "./words.ts";

/** What is written from the definition of the language: file by file, with its text. `root` is the repository. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const language = readFileSync(join(root, "docs/language.md"), "utf8");
  return new Map([
    ["docs/language.md", fillTables(language)],
    ["docs/diagnostics.md", diagnosticsPage(join(root, "experiences/broken"))],
    ["schema/experience.schema.json", `${JSON.stringify(experienceJsonSchema(), null, 2)}\n`],
  ]);
}

/** Tables stand between `<!-- table: name -->` and `<!-- end -->`. */
export function fillTables(page: string): string {
  return page.replace(/<!-- table: ([a-z]+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    return `<!-- table: ${name} -->\n${tableOf(name)}\n<!-- end -->`;
  });
}

function tableOf(name: string): string {
  if (name === "kinds")
    return table(
      ["kind", "its keys"],
      KINDS.map((kind) => [code(kind), KEYS_OF_KIND[kind].map(code).join(", ")]),
    );
  if (name === "functions") return functionsTable();
  if (name === "sections")
    return table(
      ["section", "holds"],
      [...Object.entries(ABOUT), ["value", ABOUT_VALUE]].map(([section = "", about = ""]) => [code(section), about]),
    );
  if (name === "value") return keyTable(VALUE);
  if (!isSection(name)) throw new Error(`docs/language.md asks for a table "${name}" that nobody makes`);
  return keyTable(ENTRIES[name]);
}

function keyTable(map: Parameters<typeof keysOf>[0]): string {
  const rows = keysOf(map).map(({ key, needed, about }) => [code(key), needed ? "yes" : "", about]);
  return table(["key", "needed", "meaning"], rows);
}

const isSection = (name: string): name is Section => Object.hasOwn(ENTRIES, name);

function functionsTable(): string {
  const rows = [...FUNCTIONS.values()].map(({ form, takes, gives }) => [
    code(form),
    (takes[0] ?? []).join(", "),
    gives,
  ]);
  const written = [...WRITTEN_OUT].map(([name, { type, example }]) => [
    code(`${name}(${example})`),
    "a written-out text",
    type,
  ]);
  return table(["written", "of", "gives"], [[code("has(event.x)"), "any property", "yes-no"], ...rows, ...written]);
}

const GROUPS: readonly (readonly [string, string])[] = [
  ["K1", "The text itself"],
  ["K2", "Keys and values"],
  ["K3", "Names and events"],
  ["K4", "Calendars"],
  ["K5", "Promises"],
  ["K6", "Expressions"],
  ["K8", "Warnings"],
];

function diagnosticsPage(broken: string): string {
  const all = (Object.keys(WORDS) as Code[]).sort((a, b) => WORDS[a].id.localeCompare(WORDS[b].id));
  const groups = GROUPS.map(([prefix, title]) => {
    const codes = all.filter((each) => WORDS[each].id.startsWith(prefix));
    const rows = codes.map((each) => [WORDS[each].id, `[${each}](#${each})`, WORDS[each].about]);
    const examples = codes.map((each) => `### ${each}\n\n\`\`\`text\n${exampleOf(each, broken)}\n\`\`\``);
    return `## ${title}\n\n${table(["id", "code", "means"], rows)}\n\n${examples.join("\n\n")}`;
  });
  return `${HEAD(all)}\n\n${groups.join("\n\n")}\n`;
}

const HEAD = (all: readonly Code[]) => `# Diagnostics

Everything that \`kept check\` can say about an experience file: ${all.length} diagnostics. Faults stop the run; warnings never do. All of
a file are found in one run; only where the text is no YAML at all, that is said first. Each example below is one of
\`experiences/broken/\`. This page is written by \`npm run docs\`.`;

function exampleOf(name: Code, broken: string): string {
  const source = readFileSync(join(broken, name, "experience.yaml"), "utf8");
  return readExperience(source, "experience.yaml")
    .diagnostics.map((each) => formatDiagnostic(each))
    .join("\n");
}

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

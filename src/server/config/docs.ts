import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PERMISSIONS, permissionNames, ROLES } from "../../people/rights.ts";
import { OTHER_VARIABLES, SETTINGS, type Setting, settingNames, variableOf } from "./settings.ts";

const PAGE = "docs/server.md";

/** The page about the server, with its tables as the definitions are now. */
export function serverPage(root: string): readonly [file: string, text: string] {
  const tables: Readonly<Record<string, () => string>> = { settings: settingsTable, rights: rightsTable };
  const page = readFileSync(join(root, PAGE), "utf8");
  const filled = page.replace(/<!-- table: ([a-z]+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const make = tables[name];
    if (make === undefined) throw new Error(`${PAGE} asks for a table "${name}" that nobody makes`);
    return `<!-- table: ${name} -->\n${make()}\n<!-- end -->`;
  });
  return [PAGE, filled];
}

function settingsTable(): string {
  const rows = settingNames.map((name) => {
    const setting: Setting = SETTINGS[name];
    const otherwise = setting.otherwiseWords ?? `\`${setting.otherwise}\``;
    return [`\`${name}\``, `\`${variableOf(name)}\``, otherwise, setting.means];
  });
  const others = Object.entries(OTHER_VARIABLES).map(([variable, means]) => ["", `\`${variable}\``, "", means]);
  return table(["in kept.yaml", "in the environment", "otherwise", "means"], [...rows, ...others]);
}

function rightsTable(): string {
  const rows = permissionNames.map((permission) => {
    const { roles, allows } = PERMISSIONS[permission];
    return [`\`${permission}\``, allows, ...ROLES.map((role) => (roles.some((each) => each === role) ? "●" : ""))];
  });
  return table(["permission", "allows to", ...ROLES], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

import { existsSync, readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { KeptError } from "../../kept-error.ts";
import { nearestName } from "../../language/nearest-name.ts";
import type { Config } from "./config.ts";
import { OTHER_VARIABLES, SETTINGS, type SettingName, settingNames, variableOf } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

interface Found {
  readonly text: string;
  /** Where a person can mend it. */
  readonly where: string;
}

/**
 * The settings from a file and the environment, which goes before the file, which goes before what they are otherwise.
 * All faults of all settings are told at once. An empty variable is as good as none.
 */
export function readConfig(environment: Environment, file = environment["KEPT_CONFIG"]): Config {
  const faults: string[] = [];
  const found = new Map([...fromFile(file, faults), ...fromEnvironment(environment, faults)]);
  const entries = settingNames.map((name) => [name, settle(name, found.get(name), faults)]);
  const config = Object.freeze(Object.fromEntries(entries)) as Config;
  if (faults.length === 0) faults.push(...faultsTogether(config));
  if (faults.length === 0) return config;
  const many =
    faults.length === 1 ? "A setting is not as it must be" : `${faults.length} settings are not as they must be`;
  throw new KeptError("bad-setting", `${many}:\n${faults.map((each) => `  ${each}`).join("\n")}`);
}

function settle(name: SettingName, found: Found | undefined, faults: string[]): unknown {
  const { schema, otherwise } = SETTINGS[name];
  if (found === undefined) return otherwise === undefined ? undefined : schema.parse(otherwise);
  const read = schema.safeParse(found.text);
  if (read.success) return read.data;
  const shown = "secret" in SETTINGS[name] ? "" : ` is "${found.text}"`;
  faults.push(`${found.where}${shown}: ${read.error.issues.map(({ message }) => message).join("; ")}`);
  return undefined;
}

/** Settings that are right by themselves and wrong beside each other. */
function faultsTogether(config: Config): readonly string[] {
  const faults: string[] = [];
  if (config["oidc-issuer"] !== undefined)
    for (const name of ["oidc-client-id", "oidc-client-secret"] as const)
      if (config[name] === undefined) faults.push(`${variableOf(name)} is missing beside ${variableOf("oidc-issuer")}`);
  if (config["postgres-owner-url"] !== undefined && config["postgres-url"] === undefined)
    faults.push("KEPT_POSTGRES_URL is missing beside KEPT_POSTGRES_OWNER_URL");
  if (config["clickhouse-cluster"] !== undefined && config["clickhouse-url"] === undefined)
    faults.push("KEPT_CLICKHOUSE_URL is missing beside KEPT_CLICKHOUSE_CLUSTER");
  return faults;
}

function fromEnvironment(environment: Environment, faults: string[]): [string, Found][] {
  const known = new Map(settingNames.map((name) => [variableOf(name), name]));
  return Object.entries(environment).flatMap(([variable, text]): [string, Found][] => {
    if (!variable.startsWith("KEPT_") || text === undefined || text === "" || variable in OTHER_VARIABLES) return [];
    const name = known.get(variable);
    if (name !== undefined) return [[name, { text, where: variable }]];
    faults.push(`${variable} is no setting${meant(variable, [...known.keys()])}`);
    return [];
  });
}

const USUAL = "kept.yaml";

function fromFile(named: string | undefined, faults: string[]): [string, Found][] {
  const file = named || USUAL;
  if (!existsSync(file)) {
    if (named) faults.push(`${file}, named by KEPT_CONFIG, is not there`);
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, schema: "failsafe" });
  for (const error of document.errors) faults.push(`${file}: ${error.message.split("\n")[0] ?? ""}`);
  if (document.errors.length > 0) return [];
  const settings: unknown = document.toJS();
  if (settings === null || settings === "") return [];
  if (typeof settings !== "object" || Array.isArray(settings)) {
    faults.push(`${file} is no list of settings such as "port: 4400"`);
    return [];
  }
  return Object.entries(settings).flatMap(([name, value]) => entryOf(file, name, value, faults));
}

function entryOf(file: string, name: string, value: unknown, faults: string[]): [string, Found][] {
  const where = `${name} in ${file}`;
  if (!settingNames.some((each) => each === name)) faults.push(`${where} is no setting${meant(name, settingNames)}`);
  else if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return [[name, { text: value.join(" "), where }]];
  else if (typeof value !== "string") faults.push(`${where} must be one value`);
  else if (value !== "") return [[name, { text: value, where }]];
  return [];
}

function meant(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/** What the engines read. */
export function environmentOf(config: Config, environment: Environment): Environment {
  const names = ["clickhouse-url", "clickhouse-cluster", "postgres-url", "postgres-owner-url", "memory"] as const;
  return { ...environment, ...Object.fromEntries(names.map((name) => [variableOf(name), config[name]])) };
}

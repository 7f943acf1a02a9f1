import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { environmentOf, readConfig } from "./read.ts";
import { SETTINGS, settingNames, variableOf } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string): string => {
  const path = join(folder, "kept.yaml");
  writeFileSync(path, text);
  return path;
};
const faultsOf = (environment: Readonly<Record<string, string>>, path?: string): string => {
  try {
    readConfig(environment, path);
    return "";
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : "";
  }
};

test("without any setting everything is as the table says", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: "127.0.0.1",
    port: 4400,
    home: ".kept",
    origins: [],
    metrics: true,
    url: undefined,
  });
  expect(Object.keys(config)).toEqual(settingNames);
});

test("the environment goes before the file, and an empty variable is none", () => {
  const path = file("port: 5000\nhost: 0.0.0.0\norigins: [https://a.example, https://b.example]\nmetrics: off\n");
  const config = readConfig({ KEPT_PORT: "6000", KEPT_HOST: "", OTHER: "x" }, path);
  expect(config).toMatchObject({
    port: 6000,
    host: "0.0.0.0",
    origins: ["https://a.example", "https://b.example"],
    metrics: false,
  });
});

test("the file may be named in the environment, and must then be there", () => {
  expect(readConfig({ KEPT_CONFIG: file("port: 7000") }).port).toBe(7000);
  expect(faultsOf({ KEPT_CONFIG: join(folder, "none.yaml") })).toContain("named by KEPT_CONFIG, is not there");
});

test("all faults are told at once, with where they are and what was meant", () => {
  const path = file("prot: 5000\nhost: [a, {b: c}]\nport: many\n");
  const words = faultsOf(
    { KEPT_URL: "kept.example.com", KEPT_SESION_DAYS: "3", KEPT_SECRET: "short and secret" },
    path,
  );
  expect(words).toContain("6 settings are not as they must be");
  expect(words).toContain(`prot in ${path} is no setting; did you mean port?`);
  expect(words).toContain(`host in ${path} must be one value`);
  expect(words).toContain(`port in ${path} is "many"`);
  expect(words).toContain('KEPT_URL is "kept.example.com": write a whole address');
  expect(words).toContain("KEPT_SESION_DAYS is no setting; did you mean KEPT_SESSION_DAYS?");
  expect(words).toMatch(/KEPT_SECRET: .*32/);
  expect(words).not.toContain("short and secret");
});

test("settings that need each other say so", () => {
  const words = faultsOf({ KEPT_OIDC_ISSUER: "https://id.example.com", KEPT_CLICKHOUSE_CLUSTER: "c" });
  expect(words).toContain("KEPT_OIDC_CLIENT_ID is missing beside KEPT_OIDC_ISSUER");
  expect(words).toContain("KEPT_OIDC_CLIENT_SECRET is missing");
  expect(words).toContain("KEPT_CLICKHOUSE_URL is missing beside KEPT_CLICKHOUSE_CLUSTER");
});

test.each(["- a\n- b", "just words", "a: b: c", "port: 1\nport: 2"])(
  "a file that is no list of settings is refused: %j",
  (text) => {
    expect(faultsOf({}, file(text))).not.toBe("");
  },
);

test("an empty file says nothing", () => {
  expect(readConfig({}, file("# nothing yet\n")).port).toBe(4400);
});

test.each([
  ["port", "65536"],
  ["port", "-1"],
  ["port", "80.5"],
  ["session-days", "0"],
  ["log-level", "loud"],
  ["oidc-role", "owner"],
  ["memory", "lots"],
  ["postgres-url", "mysql://host/kept"],
  ["clickhouse-url", "file:///etc/passwd"],
] as const)("%s cannot be %s", (name, text) => {
  expect(faultsOf({ [variableOf(name)]: text })).toContain(variableOf(name));
});

test("what the engines read comes from the file, too", () => {
  const config = readConfig({}, file("postgres-url: postgres://u:p@db.example/kept\nmemory: 2G\n"));
  expect(environmentOf(config, { PATH: "/bin" })).toMatchObject({
    PATH: "/bin",
    KEPT_POSTGRES_URL: "postgres://u:p@db.example/kept",
    KEPT_MEMORY: "2G",
  });
});

test("every default can be read, and every meaning is a sentence", () => {
  for (const name of settingNames) {
    const { otherwise, means, ...rest } = SETTINGS[name];
    if (otherwise === undefined) expect("otherwiseWords" in rest, name).toBe(true);
    expect(means, name).toMatch(/^[A-Z].*\.$/);
  }
});

test("one wrong setting is told as one, with what to write instead", () => {
  expect(faultsOf({ KEPT_MEMORY: "lots" })).toContain(
    'A setting is not as it must be:\n  KEPT_MEMORY is "lots": write a size, such as 1500M or 4G',
  );
  expect(faultsOf({ KEPT_CLICKHOUSE_URL: "http://a.example", KEPT_CLICKHOUSE_CLUSTER: "of mine" })).toContain(
    "write a name of letters, digits, - and _",
  );
});

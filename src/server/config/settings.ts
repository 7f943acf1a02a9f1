import ipaddr from "ipaddr.js";
import { z } from "zod";

const yes = z.stringbool({ truthy: ["true", "yes", "on", "1"], falsy: ["false", "no", "off", "0"] });
const seconds = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const address = (protocols: RegExp) => z.url({ protocol: protocols, error: "write a whole address" });
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""));

const isNetwork = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** One setting: how it is read, what it is without being set, and what it means. */
export interface Setting {
  readonly schema: z.ZodType;
  readonly otherwise: string | undefined;
  /** How `otherwise` is called where it is not a plain value. */
  readonly otherwiseWords?: string;
  readonly means: string;
  /** Never shown. */
  readonly secret?: true;
}

/**
 * Every setting of the server, by its name in kept.yaml. In the environment `oidc-issuer` is KEPT_OIDC_ISSUER.
 * The one definition: reading, checking and the table of docs/server.md come from it.
 */
export const SETTINGS = {
  home: {
    schema: z.string().min(1),
    otherwise: ".kept",
    means: "The folder of the ledger, the state, and the secrets that Kept makes for itself.",
  },
  experience: {
    schema: z.string().min(1),
    otherwise: "experience.yaml",
    means: "The experience file to begin with. Later changes are published on the server and kept there.",
  },
  host: {
    schema: z.string().min(1),
    otherwise: "127.0.0.1",
    means: "The address to listen on; `0.0.0.0` for all. Behind a proxy, leave it.",
  },
  port: {
    schema: z.coerce.number().int().min(0).max(65_535),
    otherwise: "4400",
    means: "The port to listen on; 0 takes any that is free.",
  },
  url: {
    schema: address(/^https?$/).transform((text) => text.replace(/\/+$/, "")),
    otherwise: undefined,
    otherwiseWords: "`http://localhost:PORT`",
    means:
      "The address by which people reach the server, such as `https://kept.example.com`. With https, cookies are sent over https only.",
  },
  "trust-proxy": {
    schema: list,
    otherwise: "",
    otherwiseWords: "none",
    means: "Addresses or networks of proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8`.",
  },
  origins: {
    schema: list,
    otherwise: "",
    otherwiseWords: "none",
    means:
      "Other web sites whose pages may use `/api`, such as `https://intranet.example.com`. Events may come from any page.",
  },
  "embed-origins": {
    schema: list.refine((all) => all.every(isOrigin), "write whole origins, such as https://desk.example.com"),
    otherwise: "",
    otherwiseWords: "none",
    means:
      "Web sites whose pages may show the brief on a customer in a frame, by a link from `/api/embeds`, such as `https://desk.example.com`.",
  },
  secret: {
    schema: z.string().min(32),
    otherwise: undefined,
    otherwiseWords: "made once, kept in the home",
    means: "Signs the cookies and seals links. At least 32 signs; the same on every server of one installation.",
    secret: true,
  },
  "clickhouse-url": {
    schema: address(/^https?$/),
    otherwise: undefined,
    otherwiseWords: "Kept's own engine",
    means: "A ClickHouse server, such as `http://user:password@host:8123`.",
    secret: true,
  },
  "clickhouse-cluster": {
    schema: z.string().regex(/^[\w-]+$/, "write a name of letters, digits, - and _"),
    otherwise: undefined,
    otherwiseWords: "none",
    means: "The cluster of that server on which tables are made.",
  },
  "postgres-url": {
    schema: address(/^postgres(ql)?$/),
    otherwise: undefined,
    otherwiseWords: "Kept's own engine",
    means: "A PostgreSQL server, 15 or newer, such as `postgres://user:password@host/kept`.",
    secret: true,
  },
  "postgres-owner-url": {
    schema: address(/^postgres(ql)?$/),
    otherwise: undefined,
    otherwiseWords: "`postgres-url`",
    means: "The same database in a role that may make tables; then the other needs to read and write rows only.",
    secret: true,
  },
  memory: {
    schema: z.string().regex(/^\d+(\.\d+)?[MG]B?$/i, "write a size, such as 1500M or 4G"),
    otherwise: undefined,
    otherwiseWords: "a share of the machine's",
    means: "Memory that Kept's own ClickHouse may take, such as `4G`.",
  },
  "session-days": {
    schema: z.coerce.number().int().min(1).max(365),
    otherwise: "14",
    means: "After so many days without a visit a person signs in again.",
  },
  "invitation-hours": {
    schema: z.coerce.number().int().min(1).max(720),
    otherwise: "72",
    means: "So long the link of an invitation works.",
  },
  "oidc-issuer": {
    schema: address(/^https?$/).transform((text) => text.replace(/\/+$/, "")),
    otherwise: undefined,
    otherwiseWords: "no OpenID Connect",
    means: "The OpenID Connect provider with which people sign in. Register `URL/api/auth/callback/oidc` with it.",
  },
  "oidc-client-id": {
    schema: z.string().min(1),
    otherwise: undefined,
    otherwiseWords: "none",
    means: "How the provider knows this Kept.",
  },
  "oidc-client-secret": {
    schema: z.string().min(1),
    otherwise: undefined,
    otherwiseWords: "none",
    means: "What the provider gave for that.",
    secret: true,
  },
  "oidc-name": {
    schema: z.string().min(1).max(40),
    otherwise: "single sign-on",
    means: "What the button says.",
  },
  "oidc-role": {
    schema: z.enum(["none", "viewer", "agent", "editor"]),
    otherwise: "none",
    means: "The role of who comes by the provider without an invitation; `none` lets only the invited in.",
  },
  "webhook-networks": {
    schema: list.refine((all) => all.every(isNetwork), "write addresses or networks, such as 10.1.0.0/16"),
    otherwise: "",
    otherwiseWords: "none",
    means:
      "Private addresses or networks of your own to which news may be sent, such as `10.1.0.0/16`; to addresses in them also over http.",
  },
  "api-per-minute": {
    schema: seconds(10, 1_000_000),
    otherwise: "600",
    means: "Requests to `/api` that one person or token may make in a minute.",
  },
  "sign-in-per-minute": {
    schema: seconds(1, 1000),
    otherwise: "10",
    means: "Attempts to sign in, from one address, in a minute.",
  },
  "upload-megabytes": {
    schema: z.coerce.number().int().min(1).max(1_000_000),
    otherwise: "2048",
    means: "How large a file may be that is handed in through the pages.",
  },
  "log-level": {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    otherwise: "info",
    means: "How much the server tells on its standard output, as JSON lines.",
  },
  metrics: {
    schema: yes,
    otherwise: "true",
    means: "Whether `/metrics` answers. It holds counts only, nothing about customers.",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
export const settingNames = Object.keys(SETTINGS) as readonly SettingName[];
export const variableOf = (name: string): string => `KEPT_${name.toUpperCase().replaceAll("-", "_")}`;

/** Variables that other parts of Kept read. */
export const OTHER_VARIABLES: Readonly<Record<string, string>> = {
  KEPT_CONFIG: "The file with these settings; else `kept.yaml` where there is one.",
  KEPT_ENGINE_LINGER: "Seconds that Kept's own ClickHouse stays when nobody needs it.",
  KEPT_DEBUG: "Shows the inside of refusals.",
};

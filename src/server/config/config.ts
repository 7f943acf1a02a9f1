import type { z } from "zod";
import type { SETTINGS, SettingName } from "./settings.ts";

type Read<N extends SettingName> = z.output<(typeof SETTINGS)[N]["schema"]>;
type Settled<N extends SettingName> = (typeof SETTINGS)[N]["otherwise"] extends string ? Read<N> : Read<N> | undefined;

/** The settings of a server, checked; see settings.ts for what each means. */
export type Config = { readonly [N in SettingName]: Settled<N> };

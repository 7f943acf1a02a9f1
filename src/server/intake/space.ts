import { statfsSync } from "node:fs";
import { Gauge } from "prom-client";
import { KeptError } from "../../kept-error.ts";
import type { App, Rooms } from "../app.ts";

/**
 * Free bytes below which no more events are taken. The engines need some for what they do besides, and PostgreSQL ends
 * where it cannot write at all.
 */
const LEAST = 48 * 2 ** 20;
/** Ms between two looks. */
const EVERY = 1000;

/** Refuses what would fill the disk; nothing of it is kept, and the sender sends it again. */
export type CheckSpace = () => void;

/** Watches the disk on which Kept's own engines write. Engines that are somebody's are watched there. */
export function watchSpace(app: App, { house, config, ready, metrics }: Rooms): CheckSpace {
  if (config["clickhouse-url"] !== undefined && config["postgres-url"] !== undefined) return () => {};
  let free = freeBytes(house.home);
  const isLow = () => free < LEAST;
  const look = () => {
    const before = isLow();
    free = freeBytes(house.home);
    if (isLow() && !before) app.log.error({ free }, "the disk is full: make room; until then no events are taken");
    if (before && !isLow()) app.log.warn({ free }, "there is room on the disk again");
  };
  const timer = setInterval(look, EVERY).unref();
  app.addHook("onClose", async () => clearInterval(timer));
  ready.set("space", () => !isLow());
  new Gauge({
    name: "kept_disk_free_bytes",
    help: "Free bytes on the disk of Kept's own engines.",
    registers: [metrics],
    collect() {
      this.set(free);
    },
  });
  return () => {
    if (!isLow()) return;
    throw new KeptError("disk-full", "The disk of the home is full; make room.");
  };
}

function freeBytes(home: string): number {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize;
}

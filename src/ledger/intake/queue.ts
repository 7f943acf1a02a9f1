import { KeptError } from "../../kept-error.ts";
import type { Delivery, Receipt } from "./commit.ts";

export interface Size {
  readonly events: number;
  readonly bytes: number;
}

/** A delivery that waits to be kept, and its sender who waits for the answer. */
export interface Waiting {
  readonly delivery: Delivery;
  readonly size: Size;
  /** By the clock that never jumps, in ms. */
  readonly since: number;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Deliveries in the order of their coming, up to a bound that counts those being kept too. */
export interface Queue {
  /** Throws KeptError "too-busy" where it is full. */
  add(delivery: Delivery): Promise<Receipt>;
  /** The first ones, up to so many events, at least one. */
  take(events: number): readonly Waiting[];
  /** They have been answered. */
  free(group: readonly Waiting[]): void;
  /** Ms for which the first has waited; undefined: none waits. */
  waited(): number | undefined;
  held(): Size;
}

export function boundedQueue(most: Size): Queue {
  const waiting: Waiting[] = [];
  const held = { events: 0, bytes: 0 };
  return {
    add(delivery) {
      const size = sizeOf(delivery);
      if (held.events + size.events > most.events || held.bytes + size.bytes > most.bytes) {
        const words = "Too many events are waiting to be kept; send these again in a moment.";
        return Promise.reject(new KeptError("too-busy", words));
      }
      held.events += size.events;
      held.bytes += size.bytes;
      return new Promise((resolve, reject) =>
        waiting.push({ delivery, size, since: performance.now(), resolve, reject }),
      );
    },
    take(most) {
      let events = 0;
      let end = 0;
      for (const { size } of waiting) {
        if (end > 0 && events + size.events > most) break;
        events += size.events;
        end++;
      }
      return waiting.splice(0, end);
    },
    free(group) {
      for (const { size } of group) {
        held.events -= size.events;
        held.bytes -= size.bytes;
      }
    },
    waited: () => (waiting[0] === undefined ? undefined : performance.now() - waiting[0].since),
    held: () => ({ ...held }),
  };
}

/** What a message takes besides its texts. */
const EACH = 200;

function sizeOf({ readings }: Delivery): Size {
  const texts = readings.map((one) => (one.kind === "refused" ? one.message : (one.event?.properties ?? "")).length);
  return { events: Math.max(1, readings.length), bytes: texts.reduce((sum, length) => sum + length + EACH, 0) };
}

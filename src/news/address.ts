import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { KeptError } from "../kept-error.ts";

/** Networks of the company's own to which news may be sent though they are private, such as 10.1.0.0/16. */
export type Networks = readonly string[];

/** Whether an address is one of the public internet, in whatever form it is written, or in one of the networks. */
export function maySendTo(address: string, networks: Networks): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address may come dressed up as one of IPv6.
  const real = ipaddr.process(address);
  return real.range() === "unicast" || networks.some((network) => isIn(real, network));
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  const [base, bits] = ipaddr.parseCIDR(
    network.includes("/") ? network : `${network}/${address.kind() === "ipv4" ? 32 : 128}`,
  );
  return base.kind() === address.kind() && address.match(base, bits);
}

/** Throws KeptError "bad-address" where nothing may be sent to an address as it is written. */
export function readAddress(text: string, networks: Networks): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const refuse = (words: string) => new KeptError("bad-address", words, { status: 400 });
  if (url === undefined) throw refuse("This is no address; write one such as https://example.com/kept.");
  const known = literalOf(url.hostname);
  const own = known !== undefined && networks.length > 0 && maySendTo(known, networks);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && own))
    throw refuse("News is sent over https only; write an address that begins with https://.");
  if (url.username !== "" || url.password !== "")
    throw refuse("Leave name and password out of the address; the signature says who sends.");
  if (known !== undefined && !maySendTo(known, networks)) throw refuse(PRIVATE);
  return url;
}

export const PRIVATE = "This is a private address, to which nothing is sent; see KEPT_WEBHOOK_NETWORKS.";

/** The address that stands in a URL itself; undefined where it is a name. */
const literalOf = (hostname: string): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) ? bare : undefined;
};

/**
 * Looks a name up for one connection, which then goes to the very address that was looked at: a name cannot point
 * elsewhere between looking and connecting. One private address among several is enough to refuse.
 */
export const publicLookup =
  (networks: Networks): LookupFunction =>
  (hostname, options, decide) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return decide(error, []);
      const refused = addresses.length === 0 || addresses.some(({ address }) => !maySendTo(address, networks));
      if (refused) return decide(Object.assign(new Error(PRIVATE), { code: "EPRIVATE" }), []);
      const [first] = addresses;
      return options.all ? decide(null, addresses) : decide(null, first?.address ?? "", first?.family ?? 4);
    });
  };

import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { Webhook } from "standardwebhooks";
import { KeptError } from "../kept-error.ts";
import { type Networks, publicLookup, readAddress } from "./address.ts";

export interface Message {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/** What came of an attempt: the status of the answer, or in words why there was none. */
export interface Attempt {
  readonly delivered: boolean;
  readonly status: number | undefined;
  readonly words: string;
}

/** So long an answer is waited for, in ms. */
const PATIENCE = 15_000;

/**
 * Sends news as Standard Webhooks has it (standardwebhooks.com): signed, with an id that stays the same however often
 * it is tried. Follows no redirects. `at` in ms since 1970 UTC.
 */
export async function send(message: Message, at: number, networks: Networks, agent: string): Promise<Attempt> {
  try {
    // What could be sent to when it was written down may since have been forbidden.
    const url = readAddress(message.url, networks);
    const status = await post(url, message, at, networks, agent);
    const delivered = status >= 200 && status < 300;
    return { delivered, status, words: delivered ? "delivered" : wordsFor(status) };
  } catch (thrown) {
    return { delivered: false, status: undefined, words: whyNot(thrown) };
  }
}

function post(url: URL, { id, secret, body }: Message, at: number, networks: Networks, agent: string): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": agent,
    "webhook-id": id,
    "webhook-timestamp": Math.floor(at / 1000),
    "webhook-signature": new Webhook(secret).sign(id, new Date(at), body),
  };
  const signal = AbortSignal.timeout(PATIENCE);
  const options = { method: "POST", headers, agent: false, lookup: publicLookup(networks), signal } as const;
  const ask = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const asking = ask(url, options, (answer) => {
      // Nobody reads what they say.
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

function wordsFor(status: number): string {
  if (status >= 300 && status < 400) return "answered with a redirect, which is not followed";
  return `answered ${status}`;
}

const KNOWN: Readonly<Record<string, string>> = {
  EPRIVATE: "the name leads to a private address",
  ENOTFOUND: "the name is not known",
  EAI_AGAIN: "the name could not be looked up",
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "the connection was torn",
  ABORT_ERR: "no answer within 15 seconds",
};

function whyNot(thrown: unknown): string {
  if (thrown instanceof KeptError) return thrown.message;
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (thrown instanceof Error && thrown.name === "TimeoutError") return KNOWN["ABORT_ERR"] ?? "";
  return KNOWN[code] ?? (/CERT|TLS|SSL|SIGNED/.test(code) ? "its certificate is not to be trusted" : "no connection");
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { hasOwner } from "../../people/people.ts";
import { PROVIDER } from "../../people/sign-in.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { seldom } from "../rates.ts";
import { headersOf, requires } from "../rights.ts";
import { giveCookies } from "./session.ts";

export const WAYS = z.strictObject({
  password: z.literal(true),
  provider: z
    .strictObject({ name: z.string() })
    .nullable()
    .meta({ description: "What the button of the provider says" }),
  owner: z.boolean().meta({ description: "Whether anybody is owner yet; until then nobody can sign in" }),
});
/** A path of ours: never an address elsewhere. */
const TO = z.strictObject({
  to: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[^\\\s]*$/)
    .default("/"),
});
const REFUSED = "/api/auth/refused";
const about = (summary: string) => ({ tags: ["people"], summary });

/** Signing in by OpenID Connect. */
export function providerRoutes(app: App, { house, config, signIn }: Rooms): void {
  const open = { config: { ...requires("public").config, ...seldom(config) } };

  app.get(
    "/api/session/ways",
    { ...requires("public"), schema: { ...about("How one can sign in"), response: answers(WAYS) } },
    async () => ({
      password: true as const,
      provider: config["oidc-issuer"] === undefined ? null : { name: config["oidc-name"] },
      owner: await hasOwner(house.state),
    }),
  );

  app.get(
    "/api/session/provider",
    {
      ...open,
      schema: {
        ...about("Goes to the OpenID Connect provider to sign in, and comes back to the path `to`"),
        querystring: TO,
      },
    },
    async (request, reply) => {
      const { headers, location } = await signIn.byProvider(request.query.to, headersOf(request));
      return giveCookies(reply, headers).redirect(location, 302);
    },
  );

  app.get(`/api/auth/callback/${PROVIDER}`, { ...open, schema: { hide: true } }, async (request, reply) =>
    pass(reply, await signIn.handler(webRequest(request, config.url))),
  );

  app.get(REFUSED, { ...requires("public"), schema: { hide: true } }, () => {
    const words =
      "The provider did not vouch for somebody who is invited here; ask an owner for an invitation to this address.";
    throw new KeptError("sign-in-refused", words, { status: 403 });
  });
}

function webRequest(request: FastifyRequest, url: string | undefined): Request {
  return new Request(new URL(request.url, url ?? `${request.protocol}://${request.host}`), {
    headers: headersOf(request),
  });
}

/** What the provider said led either back to a page of ours or nowhere. */
function pass(reply: FastifyReply, answer: Response): FastifyReply {
  return giveCookies(reply, answer.headers).redirect(answer.headers.get("location") ?? REFUSED, 302);
}

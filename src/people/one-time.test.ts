import { expect, test } from "vitest";
import { openOneTimeLinks } from "./one-time.ts";

const person = { email: "a@example.org", password: "p" } as const;

test("a link lets in once", () => {
  const links = openOneTimeLinks(() => 0);
  const secret = links.make(person, 1000);
  expect(links.use("something else")).toBeUndefined();
  expect(links.use(secret)).toEqual(person);
  expect(links.use(secret)).toBeUndefined();
});

test("a link that is over lets nobody in", () => {
  let clock = 0;
  const links = openOneTimeLinks(() => clock);
  const secret = links.make(person, 1000);
  clock = 1000;
  expect(links.use(secret)).toBeUndefined();
});

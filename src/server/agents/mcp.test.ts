import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { beforeAll, expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);
let address: string;
beforeAll(async () => {
  address = await shop.server.listen();
});

async function connect(headers: Readonly<Record<string, string>>): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const url = new URL(`${address}/mcp`);
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

async function ask(client: Client, name: string, input: Record<string, unknown> = {}) {
  const answer = await client.callTool({ name, arguments: input });
  const [first] = answer.content as { type: string; text: string }[];
  return { error: answer.isError ?? false, text: first?.text ?? "" };
}
const json = async (client: Client, name: string, input: Record<string, unknown> = {}) => {
  const { error, text } = await ask(client, name, input);
  expect([name, error, error ? text : ""]).toEqual([name, false, ""]);
  return JSON.parse(text);
};

test("the official client asks for gaps, promises, customers and reasons", async () => {
  const client = await connect(shop.agent);
  const report = await json(client, "gap_report");
  expect(report.promises).toMatchObject([{ promise: "sent-soon", asked: 20, late: 4 }, { promise: "answered-soon" }]);
  expect((await json(client, "gap_report", { occasion: ["gift"] })).promises[0].asked).toBe(6);
  expect((await json(client, "promise_details", { promise: "sent-soon" })).worst[0].customer).toBe("c-5");
  expect((await json(client, "journey_details", { journey: "order" })).path).toEqual(["ordered", "packed", "sent"]);
  expect(await json(client, "find_customers", { search: "order-7" })).toMatchObject([{ customer: "c-7" }]);
  expect(await json(client, "customer_brief", { customer: "c-0" })).toMatchObject({ customer: "c-0", received: 10 });
  expect(await json(client, "promises_open")).toMatchObject([{ customer: "q-19", promise: "answered-soon" }]);
  expect(await json(client, "verdicts", { verdict: ["late"], customer: "c-5" })).toMatchObject([{ verdict: "late" }]);
  const { says, askings } = await json(client, "verdict_explain", { customer: "c-5", promise: "sent-soon" });
  expect(says).toBe("Sent within two hours");
  expect(askings[0].happened.map(({ name }: { name: string }) => name)).toEqual(["ordered", "packed", "sent"]);
  const help = await json(client, "customers_to_help", { order: "deficit", limit: 2 });
  expect([help.customers, help.first.length, help.first[0].reason.includes("“Sent within two hours”")]).toEqual([
    4,
    2,
    true,
  ]);
  expect(await json(client, "customer_value", { customer: "c-0" })).toMatchObject({ exchange: { broken: 1 } });
  await shop.server.rooms.value.findings(true);
  expect((await json(client, "cost_of_broken_promises", { promise: "sent-soon" })).costs).toHaveLength(1);
  expect(await json(client, "customer_equity")).toMatchObject({ kind: "refusal" });
  expect((await json(client, "experience_file")).text).toBe(SHOP);
  await client.close();
});

test("an agent has the rights of the token and no more", async () => {
  const client = await connect(shop.viewer);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "gap_report",
    "promise_details",
    "journey_details",
    "cost_of_broken_promises",
    "customer_equity",
    "experience_file",
  ]);
  expect((await json(client, "promise_details", { promise: "sent-soon" })).worst).toBeNull();
  const refused = await ask(client, "customer_brief", { customer: "c-0" }).catch((thrown: Error) => ({
    error: true,
    text: thrown.message,
  }));
  expect([refused.error, refused.text.includes("c-0")]).toEqual([true, false]);
  await client.close();
  await expect(connect({})).rejects.toThrow();
  expect((await fetch(`${address}/mcp`, { method: "POST" })).status).toBe(401);
});

test("what cannot be is said in words, and stays a value", async () => {
  const client = await connect(shop.agent);
  expect(await ask(client, "promise_details", { promise: "send-soon" })).toEqual({
    error: true,
    text: expect.stringContaining("sent-soon"),
  });
  for (const hostile of ["' or 1=1 --", "{p1:String}", "\\", "\u0000"]) {
    expect((await ask(client, "customer_brief", { customer: hostile })).error).toBe(true);
    expect(await json(client, "find_customers", { search: hostile })).toEqual([]);
    expect((await ask(client, "verdict_explain", { customer: hostile, promise: hostile })).error).toBe(true);
    expect((await ask(client, "gap_report", { team: [hostile] })).error).toBe(true);
  }
  await client.close();
});

import { describe, expect, test } from "vitest";
import { maySendTo, publicLookup, readAddress } from "./address.ts";

describe("nothing is sent to private addresses", () => {
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "no address",
  ])("%s", (address) => expect(maySendTo(address, [])).toBe(false));

  test.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])("but to %s", (address) =>
    expect(maySendTo(address, [])).toBe(true),
  );

  test.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[fd00::1]:8443/x",
    "https://169.254.169.254/latest/meta-data",
    "http://example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "https://user:password@example.com/",
    "//example.com",
    "",
    "javascript:1",
  ])("nor written as %s", (text) =>
    expect(() => readAddress(text, [])).toThrow(expect.objectContaining({ code: "bad-address" })),
  );

  test("a network of one's own may be named, and only that", () => {
    expect(maySendTo("10.1.2.3", ["10.1.0.0/16"])).toBe(true);
    expect(maySendTo("::ffff:10.1.2.3", ["10.1.0.0/16"])).toBe(true);
    expect(maySendTo("10.2.2.3", ["10.1.0.0/16"])).toBe(false);
    expect(maySendTo("fd00::1", ["10.1.0.0/16", "fd00::/8"])).toBe(true);
    expect(readAddress("http://10.1.0.5/kept", ["10.1.0.0/16"]).href).toBe("http://10.1.0.5/kept");
  });

  test("a name that leads to one is refused in the moment of connecting", async () => {
    const found = await new Promise((resolve) =>
      publicLookup([])("localhost", { all: true }, (error) => resolve(error?.code)),
    );
    expect(found).toBe("EPRIVATE");
    const allowed = await new Promise((resolve) =>
      publicLookup(["127.0.0.0/8", "::1/128"])("localhost", { all: true }, (error, addresses) =>
        resolve(error ?? addresses),
      ),
    );
    expect(allowed).toEqual(expect.arrayContaining([expect.objectContaining({ address: expect.any(String) })]));
  });
});

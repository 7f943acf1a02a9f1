import { expect, test } from "vitest";
import { html } from "./markup.ts";

test("escapes whatever stands in a hole", () => {
  expect(html`<p title="${`"'`}">${"<b>&</b>"}</p>`.text).toBe('<p title="&quot;&#39;">&lt;b&gt;&amp;&lt;/b&gt;</p>');
});

test("keeps markup, joins lists, leaves out null", () => {
  expect(html`${[html`<i>a</i>`, "<", null, 2]}${null}`.text).toBe("<i>a</i>&lt;2");
});

test("rounds numbers to a hundredth and never shows one that is none", () => {
  expect(html`${1 / 3} ${-0.001} ${1e-9}`.text).toBe("0.33 0 0");
  expect(() => html`${Number.NaN}`).toThrow("NaN");
  expect(() => html`${Number.POSITIVE_INFINITY}`).toThrow("Infinity");
});

test("makes signs that no page may hold visible", () => {
  expect(html`${"a\u0000b\u001bc\ud800d"}`.text).toBe("a�b�c�d");
  expect(html`${"👩‍👩‍👧 洗濯"}`.text).toBe("👩‍👩‍👧 洗濯");
});

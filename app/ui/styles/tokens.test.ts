import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media (prefers-color-scheme: dark)");
const light = colours(lightCss);
const themes = { light, dark: { ...light, ...colours(darkCss) } };

const grounds = ["paper", "raised", "sunken"];
const groups = ["blue", "teal", "violet", "amber", "red", "slate", "plum", "olive"].map((name) => `group-${name}`);
const texts = ["ink", "ink-quiet", "accent", "accent-strong", "success", "warning", "danger", ...groups];
const marks = ["line", "focus"];
const pairs = [
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["inserted", "inserted-wash"],
  ["deleted", "deleted-wash"],
  ["ink", "inserted-wash"],
  ["ink", "deleted-wash"],
  ["warning", "warning-wash"],
  ["danger", "danger-wash"],
  ["success", "success-wash"],
  ["ink", "accent-wash"],
  ["ink", "warning-wash"],
  ["ink", "danger-wash"],
  ["ink", "success-wash"],
  ["ink-quiet", "accent-wash"],
  ["accent", "accent-wash"],
  ["accent", "danger-wash"],
  ["accent", "warning-wash"],
  ["accent", "success-wash"],
  ["accent-strong", "accent-wash"],
  ...groups.map((group) => ["on-group", group]),
] as [string, string][];

describe.each(Object.entries(themes))("In the %s theme", (_name, tokens) => {
  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))("%s can be read on %s", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks.flatMap((mark) => grounds.map((ground) => [mark, ground] as const)))("%s can be seen on %s", (mark, ground) => {
    expect(contrast(tokens, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("The dark theme says every colour anew", () => {
  expect(Object.keys(colours(darkCss)).sort()).toEqual(Object.keys(light).sort());
});

type Tokens = Record<string, string>;

function colours(text: string): Tokens {
  return Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(tokens[one]), luminance(tokens[other])].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string | undefined): number {
  if (!hex) throw new Error("There is no such colour token.");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

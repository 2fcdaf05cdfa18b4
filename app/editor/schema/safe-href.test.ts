import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document";
import { safeHref } from "./safe-href";

const allowed = [
  "http://example.org",
  "https://example.org/policies/418?part=3#b",
  "HTTPS://EXAMPLE.ORG/",
  "mailto:cit@example.org",
  "mailto:cit@example.org?subject=Training",
  "tel:+15025550100",
  "/",
  "/documents/418",
  "/documents/418#clause-abc",
  "https://example.org/a%20b",
  "https://[2001:db8::1]/x",
];

const refused = [
  "",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java\rscript:alert(1)",
  "\u0000javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "\u200bjavascript:alert(1)",
  "javascript\u00ad:alert(1)",
  "javascript&colon;alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "DATA:text/html;base64,PHNjcmlwdD4=",
  "vbscript:msgbox(1)",
  "blob:https://example.org/1",
  "file:///etc/passwd",
  "ftp://example.org/a",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https:/\\evil.example",
  "https:example.org",
  "https://",
  "https:///evil.example",
  "http://exa mple.org",
  "https://example.org/\u202egpj",
  "relative/path",
  "#clause",
  "?page=2",
  "mailto:",
  "tel:",
  "view-source:https://example.org",
  "intent://x#Intent;end",
  "feed:javascript:alert(1)",
  `https://example.org/${"a".repeat(2000)}`,
];

const stored = (href: unknown) => ({
  type: "doc",
  content: [
    {
      type: "clause",
      attrs: { id: "a" },
      content: [
        { type: "clauseTitle" },
        {
          type: "paragraph",
          content: [{ type: "text", text: "see", marks: [{ type: "link", attrs: { href } }] }],
        },
      ],
    },
  ],
});

describe("where a link may go", () => {
  it.each(allowed)("%j is kept as it is, also in a stored document", (href) => {
    expect(safeHref(href)).toBe(href);
    expect(readDocument(stored(href)).ok).toBe(true);
  });

  it.each(refused)("%j is refused, also in a stored document", (href) => {
    expect(safeHref(href)).toBeNull();
    expect(readDocument(stored(href)).ok).toBe(false);
  });

  it("refuses what is not text", () => {
    for (const href of [null, undefined, 7, {}, ["https://example.org"]]) {
      expect(safeHref(href)).toBeNull();
      expect(readDocument(stored(href)).ok).toBe(false);
    }
  });
});

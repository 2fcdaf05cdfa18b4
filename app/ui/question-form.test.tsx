import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { QuestionKind } from "~/domain/voting/kinds";
import { QuestionForm } from "./question-form";

const given = { now: "2026-11-29T12:00:00Z", timeZone: "America/Chicago", closesAt: "2026-12-13T12:00:00Z", localClosesAt: "2026-12-13T06:00", groups: [], secrecy: { refused: null, warnings: [] }, proposals: [] };
const form = (kind: QuestionKind) => renderToStaticMarkup(<QuestionForm {...given} kind={kind} />);

test("only where one can object may an objection need a reason", () => {
  expect(form("sense")).toContain("Who objects needs a reason");
  for (const kind of ["single", "multiple", "score", "ranked", "time"] as const) expect(form(kind)).not.toContain("Who objects needs a reason");
});

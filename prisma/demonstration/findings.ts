import { addFieldStudies } from "~/commands/studies/add-field-studies.server";
import { addAction } from "~/commands/findings/add-action.server";
import { analyseFinding } from "~/commands/findings/analyse-finding.server";
import { answerComment } from "~/commands/findings/answer-comment.server";
import { beginFinding } from "~/commands/findings/begin-finding.server";
import { checkFinding } from "~/commands/findings/check-finding.server";
import { closeDialogue } from "~/commands/findings/close-dialogue.server";
import { commentOnFinding } from "~/commands/findings/comment-on-finding.server";
import { openDialogue } from "~/commands/findings/open-dialogue.server";
import { publishFinding } from "~/commands/findings/publish-finding.server";
import { respondToFinding } from "~/commands/findings/respond-to-finding.server";
import { writeFinding } from "~/commands/findings/write-finding.server";
import type { Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { database } from "~/store/database.server";
import { letDialoguePass } from "~/store/demonstration.server";
import { findingById, frozenPlan } from "~/store/findings.server";
import { measuresOf } from "~/store/measures.server";

type Member = Extract<Actor, { kind: "person" }>;
type People = Record<"coordinator" | "researcher" | "chief" | "sheriff" | "cit", Member>;
type Done = <Value>(outcome: Outcome<Value>) => Value;

/** Two findings on the demonstration's plan: one published with an agency's disagreement beside it, one in its dialogue. */
export async function seedFindings(people: People, planId: string, months: readonly string[], started: string, done: Done): Promise<void> {
  const { coordinator, researcher, chief, sheriff, cit } = people;
  done(await addFieldStudies(coordinator, {}));
  const plan = await frozenPlan(database(), planId);
  if (!plan) throw new Error("The demonstration's plan is not frozen.");
  const measures = new Map((await measuresOf(database(), plan.programId)).map(({ id, key }) => [key, id]));
  const agencyIds = [chief.organizationId, sheriff.organizationId];
  const begin = async (question: number, key: string, method: string, words: { answer: string; wentWrong: string; notShown: string }) => {
    const { findingId } = done(await beginFinding(researcher, { planId, questionId: plan.parts.questions[question]?.id ?? "", measureId: measures.get(key) ?? "", agencyIds }));
    done(await analyseFinding(researcher, { findingId, method, agency: chief.organizationId, from: months[0], to: months.at(-1), change: started, impact: "level", lag: method === "interrupted-series" ? "2" : "0" }));
    const finding = await findingById(database(), findingId);
    if (!finding) throw new Error("The demonstration's finding is missing.");
    const { question: _asked, ...content } = finding.content;
    done(await writeFinding(researcher, { findingId, version: finding.contentVersion, ...content, ...words, answer: words.answer || content.answer, limits: [content.limits, "One agency, and no group without the training. All figures of this demonstration are made up."].filter(Boolean).join("\n\n"), design: "The agency against itself, month by month, with the months of the year taken out.", method: "Released monthly totals only; small counts were not used." }));
    return findingId;
  };
  const out = await begin(2, "arrest-share", "rate-ratio", { answer: "", wentWrong: "Three months of codes were changed by hand in the first year.", notShown: "Whether people fared better, and what would have happened without the training." });
  done(await openDialogue(researcher, { findingId: out, days: "30" }));
  const { commentId } = done(await commentOnFinding(cit, { findingId: out, section: "limits", body: "The growth of the crisis line should be named as a limit." }));
  done(await answerComment(researcher, { findingId: out, commentId, reply: "The plan names it as an outside factor. The finding points there.", corrected: "no" }));
  done(await respondToFinding(chief, { findingId: out, stance: "disagrees", response: "We see fewer arrests in the districts that were trained first, and would have looked at them by themselves." }));
  await letDialoguePass(database(), out);
  done(await closeDialogue(researcher, { findingId: out }));
  done(await checkFinding(coordinator, { findingId: out, figures: "yes", limits: "yes", persons: "yes" }));
  done(await publishFinding(researcher, { findingId: out }));
  done(await addAction(researcher, { findingId: out, weakness: "Supervisors do not debrief by the model", step: "Debrief every contact with force", ownerId: cit.personId, due: `${Number(months.at(-1)?.slice(0, 4) ?? 2026) + 1}-03-01`, proposal: "" }));
  const talk = await begin(0, "force-rate", "control-chart", { answer: "Month by month, the share of crisis contacts with force is drawn with its limits; nothing is claimed from it yet.", wentWrong: "", notShown: "Why the share moves, and whether the training moved it." });
  done(await openDialogue(researcher, { findingId: talk, days: "30" }));
  const first = done(await commentOnFinding(cit, { findingId: talk, section: "answer", body: "Please say that pointing a device counts as force here." }));
  done(await commentOnFinding(chief, { findingId: talk, section: "notShown", body: "Please add that calls to the crisis line grew in the same months." }));
  done(await answerComment(researcher, { findingId: talk, commentId: first.commentId, reply: "The definition of the measure says so, and the finding links to it.", corrected: "no" }));
}

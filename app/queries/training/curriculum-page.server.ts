import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { checkCurriculum } from "~/domain/training/curriculum-check";
import { readCurriculumKind } from "~/domain/training/curriculum-kinds";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { curriculumById, linksOfCurriculum, policiesToLink, ruleOf } from "~/store/curricula.server";
import { groupsOf } from "~/store/programs.server";
import { modulesOfLatest } from "./curriculum-text.server";

export type CurriculumPage = Extract<Awaited<ReturnType<typeof curriculumPage>>, { ok: true }>["value"];

/** One curriculum: its week, what it owes, and which clauses its modules teach. */
export const curriculumPage = query("training.read", async (db, { documentId }: { documentId: string }, actor) => {
  const curriculum = await curriculumById(db, documentId);
  if (!curriculum || actor.kind !== "person") return null;
  const { document } = curriculum;
  const thing = documentThing(document);
  // The text is read after the right to it is known.
  const readable = can(actor, "document.read", thing);
  const rule = ruleOf(curriculum);
  const { modules, problems } = readable ? await modulesOfLatest(db, document) : { modules: [], problems: [] };
  const mayLink = can(actor, "module.link", thing);
  const [links, policies, groups] = await Promise.all([linksOfCurriculum(db, documentId), policiesToLink(db, actor.programId, actor.organizationId), groupsOf(db, actor.programId)]);
  const clauses = new Map(policies.flatMap(({ id, number, content }) => clausesOf(content as DocumentNode).map((clause) => [`${id}/${clause.id}`, `${number}, ${clause.number} ${clause.title}`] as const)));
  return {
    thing,
    kind: readCurriculumKind(curriculum.kind),
    document: { id: document.id, number: document.number, title: document.title, edition: document.editions[0]?.number ?? null },
    draftId: document.editions.length === 0 ? (document.drafts[0]?.id ?? null) : null,
    proposals: document.proposals,
    rule,
    groups,
    modules,
    check: withoutMaps(checkCurriculum(modules, problems, rule)),
    links: links
      .filter((link) => can(actor, "document.read", documentThing(link.document)))
      .map(({ moduleId, clauseId, document: policy }) => ({ moduleId, clauseId, documentId: policy.id, words: clauses.get(`${policy.id}/${clauseId}`) ?? `${policy.number}, a clause that is gone` })),
    clauses: mayLink ? [...clauses].map(([value, label]) => ({ value, label })) : [],
    may: { link: mayLink, rule: can(actor, "curriculum.rule", thing), plan: can(actor, "course.plan", thing), write: can(actor, "draft.write", thing), propose: document.editions.length > 0 && can(actor, "proposal.open", thing) },
  };
});

/** What a page can be sent: a map of topics as a list. */
function withoutMaps({ byTopic, ...check }: ReturnType<typeof checkCurriculum>) {
  return { ...check, topics: [...byTopic].map(([topic, minutes]) => ({ topic, minutes })) };
}

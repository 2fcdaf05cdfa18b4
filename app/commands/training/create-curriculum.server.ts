import { z } from "zod";
import { command } from "~/commands/command.server";
import { saveDocument, strangeAgency } from "~/commands/documents/create-document.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { documentDescription } from "~/domain/documents/description";
import { curriculumKinds, curriculumStarts, type CurriculumKind } from "~/domain/training/curriculum-kinds";
import { startingModules } from "~/domain/training/starting-modules";
import { moduleClause } from "~/editor/curriculum-text";
import { newClauseId } from "~/editor/schema/clause-id";
import type { DocumentNode } from "~/editor/schema/document-node";
import { agenciesOf, type NewDocument } from "~/store/documents.server";
import { insertCurriculum } from "~/store/curricula.server";

const { number, title, visibility, agencyIds } = documentDescription;

/** Starts a curriculum: a document whose clauses are modules, and what it owes. From then on it changes like every other text, by proposal and vote. */
export const createCurriculum = command("curriculum.create", {
  input: z.strictObject({ curriculum: z.enum(curriculumKinds, { error: "Choose what the curriculum is for." }), number, title, visibility, agencyIds }),
  load: async (db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, actor, agencies: await agenciesOf(db, actor.programId) } : null),
  rule: ({ actor, agencies }, { curriculum, ...described }): Ruling<{ document: NewDocument; content: DocumentNode; kind: CurriculumKind }> => {
    const strange = strangeAgency(described.agencyIds, agencies);
    if (strange) return strange;
    const modules = startingModules(curriculum).map((module) => moduleClause({ id: newClauseId(), ...module }));
    if (modules.length === 0) return refused("This kind of curriculum has no modules to begin with.");
    const document = { ...described, kind: "curriculum", topic: "Training", programId: actor.programId, organizationId: actor.organizationId, createdById: actor.personId };
    return allowed({ document, content: { type: "doc", content: modules }, kind: curriculum });
  },
  save: async (db, { document, content, kind }) => {
    const saved = await saveDocument(db, document, content);
    if (!saved.ok) return saved;
    const { hours, topics } = curriculumStarts[kind];
    await insertCurriculum(db, { documentId: saved.value.id, programId: document.programId, kind, minutes: hours * 60, topics });
    return saved;
  },
  record: ({ document, kind }, { id }) => ({ subject: "document", subjectId: id, detail: { number: document.number, title: document.title, curriculum: kind } }),
});

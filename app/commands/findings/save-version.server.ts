import { hashOf } from "~/editor/canonical.server";
import type { Database } from "~/store/database.server";
import { insertFindingVersion, type FindingFacts } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import type { PublishedFinding } from "~/domain/evaluation/published-finding";

/** Freezes what the public reads: the finding, its analysis, the comments with their answers, and what each agency says to it. */
export async function saveVersion(db: Database, finding: FindingFacts, at: Date): Promise<number> {
  const { id, programId, content, analysis, planVersion, plan, author, agencies, comments, reason, checkedByName } = finding;
  const published: PublishedFinding = {
    content,
    analysis,
    author: { name: author.name, organization: author.organization.name },
    checkedBy: checkedByName ?? "",
    plan: { number: plan.document.number, title: plan.document.title, version: planVersion, public: plan.document.visibility === "public" },
    agencies: agencies.map(({ name, stance, response }) => ({ name, stance, response })),
    comments: comments.map(({ section, organizationName, body, reply, corrected }) => ({ section, organization: organizationName, body, reply: reply ?? "", corrected })),
    correction: reason,
  };
  const version = await insertFindingVersion(db, { findingId: id, content: published, hash: hashOf(published), publishedAt: at, reason });
  await tell(db, { programId, personIds: [finding.authorId], body: "Your finding is published.", path: `/evaluation/findings/${id}`, cause: `finding.publish:${id}:${version}` });
  return version;
}

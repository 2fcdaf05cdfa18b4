import type { DocumentNode } from "~/editor/schema/document-node";
import { AuthorsContext, type Wrote } from "./authorship-mark";
import { groupsOf, lettersOfGroup, share, type ClauseCount, type Counted } from "./authorship-share";
import { DocumentText } from "./document-text";
import { GroupMark } from "./group-mark";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

export type AuthorshipPageProps = { draftId: string; path: string; title: string; timeZone: string; organizations: Wrote[]; content: DocumentNode; clauses: ClauseCount[]; total: number; letters: Counted };

/** Who wrote what: each organization's share of every clause, and the text in the colours of the groups. */
export function AuthorshipPage({ draftId, path, title, timeZone, organizations, content, clauses, total, letters }: AuthorshipPageProps) {
  const groups = groupsOf(organizations);
  const whole: ClauseCount = { clauseId: "whole", number: "", title: "The whole text", total, letters };
  return (
    <>
      <PageHead
        title="Who wrote what"
        above={<a href={path}>{title}</a>}
        lead="Each letter counts for the organization of whoever wrote it last. A suggestion that was accepted counts for whoever suggested it. What is only suggested is left out."
        actions={<a href={`/drafts/${draftId}/versions`}>Versions</a>}
      />
      <SectionHead title="Shares" />
      <Table
        caption="Letters by organization"
        rows={[...organizations.map((each) => ({ id: each.id, name: each.name, mark: <GroupMark group={each.group} />, count: letters[each.id] ?? 0 })), { id: "start", name: "The start or an imported file", mark: null, count: letters[""] ?? 0 }]}
        rowKey={({ id }) => id}
        columns={[
          { title: "Organization", heading: true, cell: ({ id, name }) => <span id={`wrote-${id}`}>{name}</span> },
          { title: "Group", cell: ({ mark }) => mark },
          { title: "Letters", number: true, cell: ({ count }) => count.toLocaleString("en-US") },
          { title: "Share", number: true, cell: ({ count }) => share(count, total) },
        ]}
      />
      <Table
        caption="Shares of each clause"
        rows={[...clauses, whole]}
        rowKey={({ clauseId }) => clauseId}
        columns={[
          { title: "Clause", heading: true, cell: (row) => (row.clauseId === "whole" ? row.title : <a href={`#clause-${row.clauseId}`}>{`${row.number} ${row.title}`.trim()}</a>) },
          { title: "Letters", number: true, cell: (row) => row.total.toLocaleString("en-US") },
          { title: "Start", number: true, cell: (row) => share(row.letters[""] ?? 0, row.total) },
          ...groups.map((group) => ({ title: group.shortName, number: true, cell: (row: ClauseCount) => share(lettersOfGroup(row.letters, organizations, group.name), row.total) })),
          { title: "Organizations", cell: (row) => organizations.filter(({ id }) => row.letters[id]).map(({ id, name }) => `${name} ${share(row.letters[id] ?? 0, row.total)}`).join(", ") },
        ]}
      />
      <SectionHead title="The text" />
      <p className="quiet">Where another organization begins, its mark stands before its words.</p>
      <AuthorsContext.Provider value={{ organizations: new Map(organizations.map((each) => [each.id, each])), timeZone }}>
        <div className="authored">
          <DocumentText content={content} />
        </div>
      </AuthorsContext.Provider>
    </>
  );
}

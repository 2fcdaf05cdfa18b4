import { standardKindNames, type StandardKind } from "~/domain/crosswalk/standard";
import { Button, ButtonLink } from "./button";
import { EmptyState } from "./empty-state";
import { Table } from "./table";

export type StandardLine = { id: string; name: string; kind: StandardKind; source: string; requirements: number; gaps: number; stale: number };

/** The standards that a program answers to, and what each still lacks. */
export function StandardList({ standards, hasCore, mayWrite }: { standards: readonly StandardLine[]; hasCore: boolean; mayWrite: boolean }) {
  return (
    <>
      {standards.length > 0 ? (
        <Table
          caption="Standards"
          hideCaption
          stacks
          rows={standards}
          rowKey={({ id }) => id}
          columns={[
            { title: "Standard", heading: true, cell: ({ id, name }) => <a href={`/standards/${id}`}>{name}</a> },
            { title: "Who asks", cell: ({ kind }) => standardKindNames[kind] },
            { title: "Requirements", number: true, cell: ({ requirements }) => requirements },
            { title: "Gaps", number: true, cell: ({ id, gaps }) => <Counted href={`/standards/${id}?show=gaps`} count={gaps} /> },
            { title: "Stale", number: true, cell: ({ id, stale }) => <Counted href={`/standards/${id}?show=stale`} count={stale} /> },
          ]}
        />
      ) : (
        <EmptyState title="No standard yet." step={mayWrite && <ButtonLink href="/standards/new">Add a standard</ButtonLink>}>
          <p>An accreditation, a state, a consent decree: each asks for things, and clauses answer them. Here you see what nothing answers yet, and what was answered by words that have changed since.</p>
        </EmptyState>
      )}
      {mayWrite && !hasCore && (
        <form method="post" action="/standards/core-elements" className="section">
          <p className="prose quiet">The names of the ten core elements of CIT are a good one to begin with.</p>
          <p>
            <Button look="secondary">Add the ten core elements</Button>
          </p>
        </form>
      )}
    </>
  );
}

function Counted({ href, count }: { href: string; count: number }) {
  return count === 0 ? <>0</> : <a href={href}>{count}</a>;
}

import type { Visibility } from "~/domain/access/may";
import { visibilityNames } from "~/domain/documents/description";
import type { AgencyStanding } from "~/domain/documents/in-force";
import { documentKinds, kindNames, type DocumentKind } from "~/domain/documents/kinds";
import { stateInWords, type DocumentState } from "~/domain/documents/standing";
import { Button, ButtonLink } from "./button";
import { EmptyState } from "./empty-state";
import { Select } from "./field";
import { formatDay } from "~/domain/programs/format-when";
import { Table } from "./table";

export type DocumentLine = {
  id: string;
  number: string;
  title: string;
  kind: DocumentKind;
  topic: string;
  visibility: Visibility;
  organization: { name: string };
  agencies: AgencyStanding[];
  state: DocumentState;
};

export type DocumentListProps = {
  documents: DocumentLine[];
  filters: { kind: string; topic: string; organization: string };
  topics: string[];
  organizations: { id: string; name: string }[];
  timeZone: string;
  mayCreate: boolean;
  mayImport: boolean;
};

/** All documents that a person may see, by the filters. */
export function DocumentList({ documents, filters, topics, organizations, timeZone, mayCreate, mayImport }: DocumentListProps) {
  const filtered = Boolean(filters.kind || filters.topic || filters.organization);
  return (
    <>
      {(documents.length > 0 || filtered) && <Filters filters={filters} topics={topics} organizations={organizations} />}
      {documents.length > 0 ? (
        <Table
          stacks
          caption="Documents"
          hideCaption
          rows={documents}
          rowKey={({ id }) => id}
          columns={[
            { title: "Number", cell: ({ number }) => <span className="nowrap">{number}</span> },
            { title: "Title", heading: true, cell: ({ id, title }) => <a href={`/documents/${id}`}>{title}</a> },
            { title: "State", cell: ({ state, agencies }) => stateInWords(state, agencies, (day) => formatDay(day, timeZone)) },
            { title: "Kind", cell: ({ kind, topic }) => (topic ? `${kindNames[kind]}, ${topic}` : kindNames[kind]) },
            { title: "Kept by", cell: ({ organization, visibility }) => (visibility === "organization" ? `${organization.name}. ${visibilityNames.organization}` : organization.name) },
          ]}
        />
      ) : filtered ? (
        <EmptyState title="No document fits these filters." step={<ButtonLink look="secondary" href="/documents">Show all documents</ButtonLink>} />
      ) : (
        <EmptyState
          title="No documents yet."
          step={
            <div className="row">
              {mayImport && <ButtonLink href="/documents/import">Import a text</ButtonLink>}
              {mayCreate && <ButtonLink look="secondary" href="/documents/new">Start from scratch</ButtonLink>}
            </div>
          }
        >
          <p>This is where the program keeps its policies, procedures and agreements. Bring in the one you use today, correct it, and send it to the agency head. Once it is in force, anyone in the program can propose a change to a clause.</p>
        </EmptyState>
      )}
    </>
  );
}

function Filters({ filters, topics, organizations }: Pick<DocumentListProps, "filters" | "topics" | "organizations">) {
  const all = { value: "", label: "All" };
  return (
    <form method="get" action="/documents" className="filters" aria-label="Filter the documents">
      <Select label="Kind" name="kind" required={false} defaultValue={filters.kind} options={[all, ...documentKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))]} />
      <Select label="Topic" name="topic" defaultValue={filters.topic} options={[all, ...topics.map((topic) => ({ value: topic, label: topic }))]} />
      <Select label="Kept by" name="organization" defaultValue={filters.organization} options={[all, ...organizations.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Button look="secondary">Show</Button>
    </form>
  );
}

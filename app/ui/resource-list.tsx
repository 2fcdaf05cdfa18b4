import { resourceKindNames, resourceKinds, type ResourceKind } from "~/domain/resources/resource";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { Select } from "./field";

type Line = { id: string; kind: ResourceKind; name: string; organization: string; phone: string; hours: string; validUntil: string | null; gone: "closed" | "lapsed" | null; citations: number };

export type ResourceListProps = { resources: readonly Line[]; kind: string; after: string; next: string | null; mayWrite: boolean };

/** What clauses rely on, with the number to call. */
export function ResourceList({ resources, kind, after, next, mayWrite }: ResourceListProps) {
  const search = (more: Record<string, string>) => new URLSearchParams({ ...(kind ? { kind } : {}), ...more }).toString();
  return (
    <>
      {(resources.length > 0 || kind) && (
        <form method="get" action="/resources" className="filters" aria-label="Filter the resources">
          <Select label="What it is" name="kind" required={false} defaultValue={kind} options={[{ value: "", label: "All" }, ...resourceKinds.map((known) => ({ value: known, label: resourceKindNames[known] }))]} />
          <Button look="secondary">Show</Button>
        </form>
      )}
      {resources.length > 0 ? (
        <ul className="lines" role="list">
          {resources.map((line) => (
            <li key={line.id} className="needs-line">
              <div>
                <p className="needs-what">
                  <a href={`/resources/${line.id}`}>{line.name}</a>
                </p>
                <p className="needs-why">{`${resourceKindNames[line.kind]}, ${line.organization}`}</p>
                <p>
                  {line.phone && <Phone phone={line.phone} />}
                  {line.phone && line.hours && ", "}
                  {line.hours}
                </p>
              </div>
              <div>
                <p>
                  <Standing {...line} />
                </p>
                <p className="quiet small">{line.citations === 0 ? "Cited by no clause" : line.citations === 1 ? "Cited by 1 clause" : `Cited by ${line.citations} clauses`}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={kind || after ? "No resource fits." : "No resource yet."} step={mayWrite && !kind && !after && <ButtonLink href="/resources/new">Add a resource</ButtonLink>}>
          {!kind && !after && <p>Begin with the center that officers bring people to, and the line that they call at night.</p>}
        </EmptyState>
      )}
      {(after || next) && (
        <nav className="row section" aria-label="Pages">
          {after && <a href={`/resources?${search({})}`}>From the start</a>}
          {next && <a href={`/resources?${search({ after: next })}`}>More resources</a>}
        </nav>
      )}
    </>
  );
}

/** A number that a phone dials. */
export function Phone({ phone }: { phone: string }) {
  const digits = phone.replace(/[^\d+]/g, "");
  return digits.length >= 3 ? <a className="nowrap" href={`tel:${digits}`}>{phone}</a> : <>{phone}</>;
}

/** Whether clauses can rely on it, in a word. */
export function Standing({ gone, validUntil }: Pick<Line, "gone" | "validUntil">) {
  if (gone === "closed") return <strong className="overdue">Closed</strong>;
  if (!validUntil) return <>Open</>;
  return (
    <>
      {gone === "lapsed" ? <strong className="overdue">Ended on </strong> : "Until "}
      <Day at={validUntil} timeZone="UTC" />
    </>
  );
}

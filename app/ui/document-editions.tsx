import type { Visibility } from "~/domain/access/may";
import type { AgencyStanding } from "~/domain/documents/in-force";
import { Day } from "./dates";
import { SectionHead } from "./page-head";

export type Edition = { id: string; number: number; hash: string; createdAt: Date | string; proposalId: string | null };

type DocumentEditionsProps = {
  document: { id: string; number: string; visibility: Visibility; editions: Edition[] };
  edition: Edition | null;
  agencies: AgencyStanding[];
  timeZone: string;
};

/** Every edition of a document, the latest first. */
export function DocumentEditions({ document, edition, agencies, timeZone }: DocumentEditionsProps) {
  const path = `/documents/${document.id}`;
  const inLibrary = document.visibility === "public" && agencies.some(({ inForce }) => inForce);
  return (
    <section className="section" aria-labelledby="editions">
      <SectionHead id="editions" title="Editions" more={document.editions.length > 1 ? <a href={`${path}/compare`}>Compare two editions</a> : undefined} />
      <ul className="lines" role="list">
        {document.editions.map(({ id, number, hash, createdAt, proposalId }) => (
          <li key={id}>
            <p className="needs-what">{id === edition?.id ? `Edition ${number}, shown here` : <a href={`${path}?edition=${number}`}>{`Edition ${number}`}</a>}</p>
            <p className="quiet">
              {"Adopted "}
              <Day at={createdAt} timeZone={timeZone} />
              {proposalId && (
                <>
                  {", from "}
                  <a href={`/proposals/${proposalId}`}>a carried proposal</a>
                </>
              )}
            </p>
            <p className="quiet hash">{`SHA-256 ${hash}`}</p>
          </li>
        ))}
      </ul>
      {inLibrary && (
        <p className="actions-below">
          <a href={`/library/${encodeURIComponent(document.number)}`}>Read it in the public library</a>
        </p>
      )}
    </section>
  );
}

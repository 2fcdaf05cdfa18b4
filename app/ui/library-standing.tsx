import { Day } from "./dates";

export type AgencyHolding = { id: string; agency: string; since: string | null; until: string | null; own: boolean; inForce: boolean; edition: number | null };

type Props = { number: string; edition: number | null; agencies: readonly AgencyHolding[]; agency: { id: string } | null; starts: readonly { agency: string; from: string }[]; asOf: string | null };

/** Where the shown edition is in force, and since when; for a day that was asked for, what each agency held. */
export function LibraryStanding({ number, edition, agencies, agency, starts, asOf }: Props) {
  const asked = agencies.filter(({ id }) => !agency || id === agency.id);
  const listed = asOf ? asked : asked.filter(({ inForce }) => inForce);
  if (!asOf && listed.length === 0) return starts.length > 0 ? <Starts starts={starts} /> : <>In force at no agency.</>;
  return (
    <ul role="list" className="plain">
      {listed.map((held) => (
        <li key={held.id}>
          {held.since === null ? (
            `${held.agency}: nothing`
          ) : (
            <>
              {`${held.agency}${asOf ? `: edition ${held.edition}` : ""}, since `}
              <Day at={held.since} timeZone="UTC" />
              {held.until && (
                <>
                  {", until "}
                  <Day at={held.until} timeZone="UTC" />
                </>
              )}
              {held.own && (
                <>
                  {", with its own changes: "}
                  <a href={`/library/${encodeURIComponent(number)}${asOf ? `?asOf=${asOf}&` : `/editions/${edition}?`}agency=${held.id}`}>
                    read its text<span className="visually-hidden">{`, ${held.agency}`}</span>
                  </a>
                </>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Starts({ starts }: { starts: readonly { agency: string; from: string }[] }) {
  return (
    <ul role="list" className="plain">
      {starts.map(({ agency, from }) => (
        <li key={agency}>
          {`${agency}: from `}
          <Day at={from} timeZone="UTC" />
        </li>
      ))}
    </ul>
  );
}

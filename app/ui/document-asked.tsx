import { Day } from "./dates";
import { NoticeLine } from "./notice-line";

export type TextFor = { agency: { id: string; name: string } | null; asOf: string | null; found: boolean };

type Props = { textFor: TextFor; edition: number | null; own: boolean; documentId: string; today: string };

/** Which text is shown when one asked for an agency's, or for that of a day. */
export function DocumentAsked({ textFor: { agency, asOf, found }, edition, own, documentId, today }: Props) {
  const path = `/documents/${documentId}`;
  const where = agency ? ` at ${agency.name}` : found ? "" : " at any agency";
  return (
    <NoticeLine kind={own ? "warning" : "info"} title={own && agency ? `The text of ${agency.name}.` : undefined}>
      {asOf && (
        <>
          {`${found ? `Edition ${edition} ${asOf > today ? "is" : "was"}` : `Nothing ${asOf > today ? "is" : "was"}`} in force${where} on `}
          <Day at={asOf} timeZone="UTC" />
          {asOf > today ? ", as far as it is decided today. " : ". "}
        </>
      )}
      {!asOf && !found && `Nothing is in force${where} today. `}
      {own && (
        <>
          {`It adopted edition ${edition} with changes, so this is not word for word what the groups carried. `}
          <a href="#own-changes">What it changed, and why</a>
          {". "}
        </>
      )}
      {agency && found && !own && `${agency.name} adopted edition ${edition} as it was carried. `}
      <a href={own ? `${path}?edition=${edition}` : path}>{own ? "Read the carried text" : "Read the latest edition"}</a>
    </NoticeLine>
  );
}

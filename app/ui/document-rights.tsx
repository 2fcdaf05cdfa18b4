import { copyrightNames, lacksRights, readCopyright } from "~/domain/documents/copyright";
import { NoticeLine } from "./notice-line";

export type KeptRights = { id: string; source: string; copyright: string; rightsConfirmedAt: Date | string | null; rightsBasis: string; rightsConfirmedBy: { name: string } | null };

/** Where the words come from, whose they are, and by what right they may be published. */
export function DocumentRights({ document, mayConfirm }: { document: KeptRights; mayConfirm: boolean }) {
  const { id, source, copyright, rightsBasis, rightsConfirmedBy } = document;
  if (lacksRights(document))
    return (
      <NoticeLine kind="warning">
        {`This text is a vendor's (${source || "source not said"}), so it may not be published until somebody confirms the right to it. `}
        {mayConfirm && <a href={`/documents/${id}/rights`}>Confirm the right to publish</a>}
      </NoticeLine>
    );
  if (!source) return null;
  return (
    <p className="quiet small">
      {`Source: ${source}. Whose text: ${copyrightNames[readCopyright(copyright)].toLowerCase()}.`}
      {rightsConfirmedBy && ` ${rightsConfirmedBy.name} confirmed the right to publish it: ${rightsBasis}`}
    </p>
  );
}

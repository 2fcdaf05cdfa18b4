import type { DecisionState } from "~/domain/decisions/stages";
import type { Database } from "~/store/database.server";
import type { DecisionRow } from "~/store/decisions.server";
import { tell } from "~/store/notices.server";
import { votersOf } from "~/store/voting.server";

const SAID: Record<DecisionState, string> = {
  pending: "was asked about",
  adopted: "adopted",
  adoptedWithChanges: "adopted with changes",
  interim: "gave an interim order on",
  inComment: "asks for comments on its changes of",
  declined: "declined",
  deferred: "put off its decision on",
  left: "left the program and no longer decides on",
};

/** Everyone who voted and the author read what an agency decided, and why. */
export async function tellOfDecision(db: Database, decision: DecisionRow, { state, reasons, cause = state, typo = false }: { state: DecisionState; reasons: string; cause?: string; typo?: boolean }): Promise<void> {
  const { id, programId, organization, proposal, document, round } = decision;
  const about = proposal ? `proposal ${proposal.number}, ${proposal.title}` : `${document.number}, ${document.title}`;
  const personIds = round ? [...(await votersOf(db, round.id)), ...(proposal ? [proposal.authorId] : [])] : [document.createdById];
  const said = typo ? `has mended what it says is a typo only in its changes of ${about}. Somebody of another group has to confirm it.` : `${SAID[state]} ${about}.`;
  await tell(db, { programId, personIds, body: `${organization.name} ${said} Reasons: ${reasons}`, path: `/decisions/${id}`, cause: `decision.make:${id}:${cause}` });
}

import { acknowledgedKinds } from "~/domain/acknowledgement/acknowledge";
import { adoptionOf, peopleOf } from "~/store/acknowledgements.server";
import type { Database } from "~/store/database.server";
import { tell } from "~/store/notices.server";

type Adopted = { id: string; programId: string; organization: { id: string; name: string }; document: { kind: string; number: string; title: string } };

/** The people of the agency are asked to read what a decision put in force there, and to say that they have. */
export async function askToRead(db: Database, { id, programId, organization, document }: Adopted, edition: number): Promise<void> {
  if (!acknowledgedKinds.includes(document.kind)) return;
  const [personIds, adoptionId] = await Promise.all([peopleOf(db, organization.id), adoptionOf(db, id)]);
  const body = `${organization.name} adopted edition ${edition} of ${document.number}, ${document.title}. Read it and acknowledge it.`;
  await tell(db, { programId, personIds, body, path: `/acknowledgements/${adoptionId}`, cause: `acknowledgement.asked:${adoptionId}`, kind: "mention" });
}

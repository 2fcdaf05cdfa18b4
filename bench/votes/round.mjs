import { createHash, randomUUID } from "node:crypto";
import { newEdition } from "../support/world.mjs";
import { textOfPages } from "../support/texts.mjs";

/** A proposal with an open round and so many voters on its roll. */
export async function newRound(world, count) {
  const { rows, programId, groupId, organizationId, charterId, schemaVersion } = world;
  const coordinator = await world.person("Coordinator", ["coordinator"]);
  const { content } = textOfPages(1);
  const { documentId, editionId } = await newEdition(world, coordinator, content);
  const changed = structuredClone(content);
  changed.content[0].content[1].content[0].text = "Officers shall slow the encounter down.";
  const { id: draftId } = await rows("Draft", { id: randomUUID(), documentId, baseEditionId: editionId, schemaVersion, start: changed, frozen: true });
  const { id: proposalId } = await rows("Proposal", { id: randomUUID(), programId, documentId, number: 1, title: "Slow down first", why: "The first two minutes decide.", affected: "Every officer at a scene.", stage: "voting", authorId: coordinator.id, baseEditionId: editionId, draftId });
  const hash = createHash("sha256").update(JSON.stringify(changed)).digest("hex");
  const { id: frozenTextId } = await rows("FrozenText", { id: randomUUID(), documentId, content: changed, hash });
  const now = new Date();
  const { id: roundId } = await rows("Round", { id: randomUUID(), programId, proposalId, number: 1, frozenTextId, charterId, state: "open", openedById: coordinator.id, openedAt: now, closesAt: new Date(now.getTime() + 86_400_000) });
  const voters = [];
  for (let at = 0; at < count; at++) {
    const voter = await world.person(`Voter ${at}`, ["voter"]);
    const { id: seatId } = await rows("Seat", { id: randomUUID(), programId, groupId, organizationId, title: `Seat ${at}`, voting: true, holderId: voter.id, termStart: "2020-01-01" });
    const { id: rollEntryId } = await rows("RollEntry", { id: randomUUID(), roundId, seatId, personId: voter.id, personName: voter.name, seatTitle: `Seat ${at}`, groupId, groupName: "Law enforcement", organizationId, organizationName: "Riverton Police" });
    voters.push({ ...voter, rollEntryId });
  }
  return { programId, proposalId, roundId, coordinator, voters };
}

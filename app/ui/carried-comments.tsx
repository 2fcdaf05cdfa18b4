type Carried = { draftId: string; count: number; proposal: { number: number; title: string } | null };
export type CarriedCommentsProps = { carried: readonly Carried[] };

/** Open comments on earlier texts of a document that went along to the texts that follow it. */
export function CarriedComments({ carried }: CarriedCommentsProps) {
  if (carried.length === 0) return null;
  return (
    <ul role="list" className="section plain" aria-label="Comments carried over">
      {carried.map(({ draftId, count, proposal }) => (
        <li key={draftId}>
          <a href={`/drafts/${draftId}/threads`}>{count === 1 ? "1 open comment" : `${count} open comments`}</a>
          {` carried over to ${proposal ? `proposal ${proposal.number}, ${proposal.title}` : "the working text"}.`}
        </li>
      ))}
    </ul>
  );
}

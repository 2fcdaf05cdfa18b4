import type { Minimum } from "~/domain/training/curriculum-check";
import { sumInWords } from "~/domain/training/hours";
import { totalInWords, type WeekChange, type WeekChanges as Changes } from "~/domain/training/week-changes";
import { Table } from "./table";

export type WeekChangesProps = { week: Changes & { lowered: readonly Lowered[] } };
type Lowered = Minimum & { from: number; to: number };

/** What a proposal does to the week, above its redline: the hours and places that move, the sum, and the minimums that only a group can lower. */
export function WeekChanges({ week: { total, changes, lowered } }: WeekChangesProps) {
  return (
    <div className="stack week-changes">
      <Table
        caption="What changes in the week"
        rows={changes}
        rowKey={({ id }) => id}
        columns={[
          { title: "Module", heading: true, cell: ({ title, kind }) => (kind === "added" ? `${title} (new)` : kind === "removed" ? `${title} (taken out)` : title) },
          { title: "Hours", number: true, cell: ({ minutes, kind }) => <FromTo {...inHours(minutes)} kind={kind} /> },
          { title: "When", cell: ({ slot, kind }) => <FromTo {...slot} kind={kind} /> },
          { title: "Method", cell: ({ method, kind }) => <FromTo {...method} kind={kind} /> },
        ]}
      />
      <p>{totalInWords(total)}</p>
      <LoweredMinimums lowered={lowered} />
    </div>
  );
}

/** Protected minimums that a text lowers, and whose consent it takes. */
export function LoweredMinimums({ lowered }: { lowered: readonly Lowered[] }) {
  return lowered.map(({ topic, groupName, from, to }) => (
    <p key={topic} className="standing short">
      This text lowers “{topic}” from {sumInWords(from)} to {sumInWords(to)}. It can only be adopted when {groupName} consents.
    </p>
  ));
}

/** Old and new, as the redline marks them; once where they are the same. */
function FromTo({ from, to, kind }: { from: string; to: string; kind: WeekChange["kind"] }) {
  if (from === to) return <>{to}</>;
  return (
    <>
      {from && kind !== "added" && <del>{from}</del>} {to && kind !== "removed" && <ins>{to}</ins>}
    </>
  );
}

function inHours({ from, to }: { from: number; to: number }) {
  return { from: sumInWords(from), to: sumInWords(to) };
}

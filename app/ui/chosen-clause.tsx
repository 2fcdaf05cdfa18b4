import type { DocumentNode } from "~/editor/schema/document-node";
import { Blocks } from "./document-nodes";

/** A clause as it stands, without the clauses below it. `blocks` begin with its title. */
export function ChosenClause({ number, title, blocks }: { number: string; title: string; blocks: readonly DocumentNode[] }) {
  return (
    <blockquote className="document clause-chosen">
      <p>
        <strong>{`${number} ${title}`.trim()}</strong>
      </p>
      <Blocks nodes={blocks.filter(({ type }) => type !== "clauseTitle")} />
    </blockquote>
  );
}

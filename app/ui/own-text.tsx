import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import type { Redline } from "~/editor/redline";
import { ClauseDifferences } from "./clause-differences";
import { SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";

export type OwnTextOnPage = { hash: string; differences: readonly ClauseDifference[]; redline: Redline };

/** What an agency changed in the carried text: each clause with its reason, then word by word. */
export function OwnTextDifferences({ agency, own, votedHash }: { agency: string; own: OwnTextOnPage; votedHash: string }) {
  return (
    <section className="section stack" aria-labelledby="own-changes">
      <SectionHead title={`What ${agency} changed`} id="own-changes" />
      <ClauseDifferences differences={own.differences} />
      <h3>Carried against adopted</h3>
      <RedlineReadings changes={own.redline} />
      <p className="quiet small">
        SHA-256 of the carried text: <code className="hash">{votedHash}</code>
      </p>
    </section>
  );
}

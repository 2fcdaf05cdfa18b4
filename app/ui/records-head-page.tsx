import { headLine, type SignedHead } from "~/domain/records/head";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

/** The daily signed head of the records: what it is for, today's line, and how to check with it. */
export function RecordsHeadPage({ heads, timeZone }: { heads: readonly SignedHead[]; timeZone: string }) {
  const [newest] = heads;
  return (
    <article>
      <PageHead
        title="Signed head of the records"
        above={<a href="/library">Library</a>}
        lead="Every proposal, vote, decision and publication leaves a record, and each record holds the hash of the one before. Once a day the last one is signed, shown here and sent to every partner organization. Whoever kept one of these lines can find out whether the records before it were rewritten, even by those who run the server."
      />
      {newest ? (
        <>
          <section className="section stack" aria-labelledby="line">
            <SectionHead title="The newest, to keep" id="line" more={<a href="/library/records-head.txt">All as a text file</a>} />
            <p className="prose">Copy this line somewhere that the operator of this server cannot reach: a mail, a note, a sheet of paper.</p>
            <p><code className="hash">{headLine(newest)}</code></p>
          </section>
          <section className="section" aria-labelledby="heads">
            <SectionHead title="The last days" id="heads" />
            <Table
              stacks
              caption="Signed heads, newest first"
              hideCaption
              rows={heads}
              rowKey={({ programId, sequence }) => `${programId} ${sequence}`}
              columns={[
                { title: "Signed", heading: true, cell: ({ at }) => <When at={at} timeZone={timeZone} /> },
                { title: "Records", number: true, cell: ({ sequence }) => sequence },
                { title: "Hash of the last", cell: ({ hash }) => <code className="hash-start">{hash.slice(0, 16)}</code> },
                { title: "Root over all", cell: ({ root }) => <code className="hash-start">{root.slice(0, 16)}</code> },
              ]}
            />
          </section>
          <section className="section stack" aria-labelledby="key">
            <SectionHead title="The public key" id="key" />
            <p className="prose">Ed25519, base64url. If another key than the one you kept signs the heads, ask why.</p>
            {[...new Set(heads.map(({ publicKey }) => publicKey))].map((key) => (
              <p key={key}><code className="hash">{key}</code></p>
            ))}
          </section>
        </>
      ) : (
        <EmptyState title="No head is signed yet. The first comes within a day." />
      )}
      <section className="section prose stack" aria-labelledby="check">
        <SectionHead title="How to check" id="check" />
        <p>An administrator, a coordinator or an agency head takes a copy of the records. With the source code of Concord and Node.js, and with the lines that you kept in a text file, run:</p>
        <p><code>npm run verify -- records.json --heads kept.txt</code></p>
        <p>It names the first record that was changed, removed or put in, and the first one that the kept lines no longer vouch for.</p>
      </section>
      <LibraryFoot />
    </article>
  );
}

import type { NumberedFootnote } from "~/editor/references";

/** The footnotes of a text behind it, each with a way back to where it is called. */
export function Footnotes({ footnotes }: { footnotes: readonly NumberedFootnote[] }) {
  if (footnotes.length === 0) return null;
  return (
    <section className="text-end" aria-labelledby="footnotes" role="doc-endnotes">
      <h2 id="footnotes" className="text-end-title">
        Footnotes
      </h2>
      <ol className="footnotes">
        {footnotes.map(({ number, text }) => (
          <li key={number} id={`footnote-${number}`}>
            {text}{" "}
            <a href={`#footnote-call-${number}`} role="doc-backlink">
              Back<span className="visually-hidden">{` to where footnote ${number} is called`}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";

/** What the library and the workplace do for people who read in other ways, what is known to fall short, and whom to tell. */
export function AccessibilityStatement({ program }: { program: string }) {
  return (
    <article className="prose">
      <PageHead title="Accessibility" above={<a href="/library">Library</a>} lead={`Everybody must be able to read what ${program} decides, and to answer.`} />
      <section className="section" aria-labelledby="aim">
        <SectionHead title="What we aim for" id="aim" />
        <p>The library and the workplace aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. That includes level AA of WCAG 2.1, which the rule for state and local governments under Title II of the Americans with Disabilities Act asks for.</p>
      </section>
      <section className="section" aria-labelledby="does">
        <SectionHead title="What you can count on" id="does" />
        <ul>
          <li>Library pages need no script, no account and no cookie. They work with a keyboard alone, at 360 pixels and at twice the letter size, in light and dark, and on paper.</li>
          <li>Nothing is told by colour alone. A marked change also says “added” or “removed” to a screen reader, and can be read as a list of sentences.</li>
          <li>Every edition can be taken along as a tagged PDF, a web page, Word or plain text. The headings, lists, tables and notes of the PDF are parts of a tree that reading programs follow.</li>
          <li>Votes are shown as bars and as a table. Dates are written out, with their time zone.</li>
        </ul>
      </section>
      <section className="section" aria-labelledby="checked">
        <SectionHead title="How it is checked" id="checked" />
        <p>Every change of the software is tested by machine: each kind of page is examined with axe-core for the rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA, in light and dark and at phone width, and whole tasks are done with the keyboard alone. A machine finds only part of what can be wrong. No independent audit with disabled readers has been made so far.</p>
      </section>
      <section className="section" aria-labelledby="falls-short">
        <SectionHead title="What is known to fall short" id="falls-short" />
        <ul>
          <li>A long comparison of two texts is read more easily as its list of changes than as marked text.</li>
          <li>Texts that were imported keep the headings and tables of their source. Where the source had none, we may not have found them.</li>
          <li>Plain-language and Spanish versions exist only where somebody of the program wrote them.</li>
        </ul>
      </section>
      <section className="section" aria-labelledby="tell">
        <SectionHead title="Tell us" id="tell" />
        <p>{`If you cannot read or use something here, tell the coordinator of ${program}, or the accessibility office of the police agency that the policy belongs to. They can give you any document of this library in another form.`}</p>
      </section>
      <LibraryFoot />
    </article>
  );
}

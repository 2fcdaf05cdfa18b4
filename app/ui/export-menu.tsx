type ExportMenuProps = {
  /** The address of the text; its files are below it. */
  path: string;
  /** Where the Word file is, when it is another one than the clean text. */
  word?: string;
  /** The agency whose own text it is. */
  agency?: string;
};

/** The ways to take a text along. */
export function ExportMenu({ path, word, agency }: ExportMenuProps) {
  const of = agency ? `?agency=${encodeURIComponent(agency)}` : "";
  const choices = [
    { href: `${path}/exports/pdf${of}`, name: "PDF" },
    { href: word ?? `${path}/exports/docx${of}`, name: "Word" },
    { href: `${path}/exports/markdown${of}`, name: "Markdown" },
    { href: `${path}/exports/html${of}`, name: "HTML" },
    { href: `${path}/exports/pdf${of ? `${of}&shown` : "?shown"}`, name: "Print" },
  ];
  return (
    <details className="export-menu">
      <summary className="button quiet">Export</summary>
      <ul role="list" className="export-choices">
        {choices.map(({ href, name }) => (
          <li key={name}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

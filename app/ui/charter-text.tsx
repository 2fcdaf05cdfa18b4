/** The charter in words, part by part. */
export function CharterText({ sections }: { sections: readonly { id: string; title: string; sentences: readonly string[] }[] }) {
  return (
    <div className="prose stack">
      {sections.map(({ id, title, sentences }) => (
        <section key={id} aria-labelledby={id} className="stack">
          <h3 id={id}>{title}</h3>
          <ul className="stack">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

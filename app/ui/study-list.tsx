import { studyDirectionNames, type StudyDirection } from "~/domain/evaluation/study";
import { EmptyState } from "./empty-state";
import { KeyFacts } from "./key-facts";

export type StudyOnList = { id: string; title: string; year: number; design: string; n: string; direction: StudyDirection; result: string; limits: string; source: string; link: string };

/** Studies of the field, those that point either way in one list. */
export function StudyList({ studies, edit }: { studies: readonly StudyOnList[]; /** Where a study is changed, for who may. */ edit?: (id: string) => string }) {
  if (studies.length === 0) return <EmptyState title="No study is listed yet." />;
  return (
    <ul className="lines index" role="list">
      {studies.map(({ id, title, year, design, n, direction, result, limits, source, link }) => (
        <li key={id} id={`study-${id}`} className="study">
          <h2 className="needs-what">{`${title} (${year})`}</h2>
          <p>{result}</p>
          <KeyFacts
            facts={[
              { term: "Points to", fact: studyDirectionNames[direction] },
              { term: "Design", fact: design },
              { term: "Rests on", fact: n },
              ...(limits ? [{ term: "Limits", fact: limits }] : []),
              { term: "Source", fact: link ? <a href={link}>{source}</a> : source },
            ]}
          />
          {edit && <p><a href={edit(id)}>Change<span className="visually-hidden">{`: ${title}`}</span></a></p>}
        </li>
      ))}
    </ul>
  );
}

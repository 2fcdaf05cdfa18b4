import { hoursInWords, sumInWords } from "~/domain/training/hours";
import type { CurriculumRule } from "~/domain/training/curriculum-check";

type Standing = { total: number; sentences: readonly string[] };

/** Whether a curriculum sums to what it owes, in a sentence, and everything that is missing below it. */
export function CurriculumStanding({ check, rule }: { check: Standing; rule: CurriculumRule }) {
  return check.sentences.length === 0 ? (
    <p className="standing whole">
      <strong>{sumInWords(check.total)}</strong> of {sumInWords(rule.minutes)}. Every required topic is taught, nothing overlaps, and every protected minimum is kept.
    </p>
  ) : (
    <div className="standing short" role="status">
      <p>
        <strong>{sumInWords(check.total)}</strong> of {sumInWords(rule.minutes)}. {check.sentences.length === 1 ? "One thing is" : `${check.sentences.length} things are`} not right yet:
      </p>
      <ul>
        {check.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** The minimums that groups protect. */
export function Minimums({ rule }: { rule: CurriculumRule }) {
  if (rule.minimums.length === 0) return <p className="quiet">No minimum is protected.</p>;
  return (
    <ul className="plain-list">
      {rule.minimums.map(({ topic, minutes, groupName }) => (
        <li key={topic}>
          At least {hoursInWords(minutes)} h of “{topic}”, which only {groupName} can lower.
        </li>
      ))}
    </ul>
  );
}

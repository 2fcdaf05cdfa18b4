import { NoticeLine } from "./notice-line";

export type TextCheckProps = { problems: readonly string[]; warnings: readonly string[]; before: string };

/** What a text still needs before it is frozen. */
export function TextCheck({ problems, warnings, before }: TextCheckProps) {
  return (
    <>
      {problems.length > 0 && (
        <NoticeLine kind="warning" title={`Before ${before}, ${problems.length === 1 ? "one thing is" : `${problems.length} things are`} left to do`}>
          <ul className="text-check">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </NoticeLine>
      )}
      {warnings.length > 0 && (
        <NoticeLine kind="info" title="Words without a meaning">
          <ul className="text-check">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </NoticeLine>
      )}
    </>
  );
}
